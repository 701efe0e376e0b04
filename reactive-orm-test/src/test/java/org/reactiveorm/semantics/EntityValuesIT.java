package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Blob_.BLOB;
import static org.reactiveorm.semantics.Bottle_.BOTTLE;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Ledger_.LEDGER;
import static org.reactiveorm.semantics.Line_.LINE;
import static org.reactiveorm.semantics.Manuscript_.MANUSCRIPT;
import static org.reactiveorm.semantics.Mark_.MARK;
import static org.reactiveorm.semantics.Place_.PLACE;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Purchase_.PURCHASE;
import static org.reactiveorm.semantics.Shop_.SHOP;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;
import org.reactiveorm.test.OrmExtension;
import reactor.test.StepVerifier;

/** An entity that the caller holds is inserted, updated or deleted: the verb says which. */
class EntityValuesIT {

    static final UUID NIL = new UUID(0, 0);
    static final Manuscript.Numbers NO_NUMBERS = new Manuscript.Numbers(null, null, null, null, null, null, null);
    static final Manuscript.Moments NO_MOMENTS = new Manuscript.Moments(null, null, null, null, null);

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void connect() {
        orm = database.orm();
        database.statements().clear();
    }

    static Category category(long id, String name, Long parent) {
        return new Category(
                id,
                name,
                parent,
                One.notLoaded("Category", "parent"),
                Many.notLoaded("Category", "children"),
                Many.notLoaded("Category", "products"));
    }

    static Mark mark(UUID id, String name) {
        return new Mark(id, name, Many.notLoaded("Mark", "products"));
    }

    static Purchase purchase(int id, String buyer, long version) {
        return new Purchase(id, buyer, version, Instant.EPOCH, Instant.EPOCH, Many.notLoaded("Purchase", "lines"));
    }

    static Manuscript empty(UUID id, String title, int version) {
        return new Manuscript(
                id,
                title,
                version,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                NO_NUMBERS,
                NO_MOMENTS,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** A value of every type; no two of the same seed. */
    static Manuscript full(UUID id, int version, int seed) {
        return new Manuscript(
                id,
                "t'\"\\{}" + seed,
                version,
                Instant.EPOCH,
                Instant.EPOCH,
                new byte[] {0, (byte) 0xff, '\\', '\'', (byte) seed},
                new Manuscript.Numbers(
                        seed % 2 == 0,
                        (short) seed,
                        -seed,
                        seed + 0.5f,
                        seed / 3.0,
                        new BigDecimal(seed + ".10"),
                        BigInteger.TEN.pow(30).add(BigInteger.valueOf(seed))),
                new Manuscript.Moments(
                        LocalDate.of(1500, 2, 28).plusDays(seed),
                        LocalTime.of(1, 2, 3, 4_000).plusMinutes(seed),
                        LocalDateTime.of(2024, 3, 31, 2, 30).plusMinutes(seed),
                        OffsetDateTime.of(2024, 3, 31, 2, 30, 0, 1_000, ZoneOffset.UTC)
                                .plusMinutes(seed),
                        Duration.ofHours(50).plusMillis(seed)),
                Status.ACTIVE,
                seed % 2 == 0 ? Grade.BEST : Grade.POOR,
                List.of("{\"a\\',", "" + seed),
                seed % 2 == 0 ? List.of() : List.of(Grade.GOOD, Grade.POOR),
                new Details("c" + seed, seed, List.of("'")),
                new UUID(seed, seed));
    }

    static void assertSameValues(Manuscript actual, Manuscript expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .ignoringFields("id", "version", "createdAt", "updatedAt")
                .isEqualTo(expected);
    }

    @Test
    void insertWritesEveryValueAsItIsAndDrawsTheId() {
        for (Manuscript each : List.of(full(NIL, 99, 7), empty(NIL, "none", -1))) {
            Manuscript inserted = orm.insert(MANUSCRIPT, each).one().block();
            assertSameValues(inserted, each);
            assertThat(inserted.id()).isNotEqualTo(NIL);
            assertThat(inserted.version()).isZero();
            assertThat(inserted.createdAt()).isAfter(Instant.EPOCH).isEqualTo(inserted.updatedAt());
            assertSameValues(orm.find(MANUSCRIPT).byId(inserted.id()).one().block(), each);
        }
        assertThat(database.statements()).hasCount(4).hasNoTransaction();
    }

    @Test
    void anIdThatIsThereIsInsertedAsItIs() {
        UUID id = UUID.randomUUID();
        assertThat(orm.insert(MANUSCRIPT, empty(id, "a", 0)).one().block().id()).isEqualTo(id);
        assertThat(orm.insert(CATEGORY, category(77, "a", null)).one().block().id())
                .isEqualTo(77);
        assertThat(orm.insert(CATEGORY, category(0, "b", 77L)).one().block())
                .satisfies(drawn -> assertThat(drawn.id()).isPositive().isNotEqualTo(77))
                .satisfies(drawn -> assertThat(drawn.parentId()).isEqualTo(77));
        StepVerifier.create(orm.insert(CATEGORY, category(77, "c", null)).one())
                .verifyError(UniqueViolationException.class);
    }

    @Test
    void idsOfEveryKindAreDrawn() {
        assertThat(orm.insert(PURCHASE, purchase(0, "x", 9)).one().block())
                .satisfies(made -> assertThat(made.id()).isEqualTo(1))
                .satisfies(made -> assertThat(made.version()).isZero())
                .satisfies(made -> assertThat(made.createdAt()).isAfter(Instant.EPOCH));
        assertThat(orm.insert(MARK, mark(null, "a")).one().block().id().version())
                .isEqualTo(7);
        orm.insert(NewCrate.name("c").id(NIL)).one().block();
        assertThat(orm.insert(BOTTLE, new Bottle(NIL, "b", NIL, One.notLoaded("Bottle", "crate")))
                        .one()
                        .block())
                .satisfies(made -> assertThat(made.id().version()).isEqualTo(4))
                .satisfies(made -> assertThat(made.crateId()).isEqualTo(NIL));
    }

    @Test
    void manyEntitiesAreOneStatementAndComeBackInOrder() {
        List<Manuscript> manuscripts = new ArrayList<>();
        List<Category> categories = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            manuscripts.add(i % 2 == 0 ? full(NIL, i, i) : empty(new UUID(1, i), "e" + i, 0));
            categories.add(category(i % 3 == 0 ? 5_000 + i : 0, "c" + i, null));
        }
        List<Manuscript> inserted =
                orm.insertAll(MANUSCRIPT, manuscripts).all().collectList().block();
        for (int i = 0; i < 1_000; i++) {
            assertSameValues(inserted.get(i), manuscripts.get(i));
        }
        assertThat(inserted.get(1).id()).isEqualTo(new UUID(1, 1));
        assertThat(orm.insertAll(CATEGORY, categories)
                        .all()
                        .map(Category::name)
                        .collectList()
                        .block())
                .isEqualTo(categories.stream().map(Category::name).toList());
        assertThat(database.statements()).hasCount(2).hasNoTransaction();
        assertThat(orm.insertAll(MARK, List.of()).all().collectList().block()).isEmpty();
        assertThat(database.statements()).hasCount(2);
    }

    @Test
    void relationsAreNotWrittenAndCanBeIncluded() {
        Category tools = orm.insert(CATEGORY, category(1, "tools", null)).one().block();
        Category loaded = new Category(
                2,
                "saws",
                1L,
                One.of(tools),
                Many.of(List.of(category(0, "never", null))),
                Many.notLoaded("Category", "products"));
        Category saws = orm.insert(CATEGORY, loaded)
                .include(CATEGORY.parent, CATEGORY.children)
                .one()
                .block();
        assertThat(saws.parent().get().name()).isEqualTo("tools");
        assertThat(saws.children()).isEmpty();
        assertThat(orm.find(CATEGORY).count().block()).isEqualTo(2);
        assertThat(orm.update(CATEGORY, loaded)
                        .include(CATEGORY.children)
                        .one()
                        .block()
                        .children())
                .isEmpty();
    }

    @Test
    void aMutableEntityIsTakenAsItWasWhenItWasGiven() {
        Ledger ledger = new Ledger();
        ledger.owner = "ann";
        ledger.currency = null;
        ledger.version = 12;
        Ledger inserted = orm.insert(LEDGER, ledger).one().block();
        assertThat(inserted.currency).isEqualTo("EUR");
        assertThat(inserted.version).isZero();
        assertThat(inserted.balance).isNull();
        assertThat(ledger.id).isZero();
        inserted.balance = 5L;
        var update = orm.update(LEDGER, inserted);
        inserted.balance = 6L;
        assertThat(update.one().block().balance).isEqualTo(5);
        assertThat(orm.find(LEDGER).byId(inserted.id).one().block().version).isEqualTo(1);
        inserted.owner = null;
        refused(() -> orm.update(LEDGER, inserted), "Ledger.owner must not be null.");
        refused(() -> orm.insert(LEDGER, inserted), "Ledger.owner must not be null.");
        inserted.owner = "ann";
        inserted.currency = null;
        refused(() -> orm.update(LEDGER, inserted), "Ledger.currency must not be null.");
    }

    @Test
    void updateSetsAllColumnsButTheIdAndWhatIsMade() {
        Manuscript before = orm.insert(MANUSCRIPT, full(NIL, 0, 3)).one().block();
        Manuscript changed =
                orm.update(MANUSCRIPT, full(before.id(), 0, 4)).one().block();
        assertSameValues(changed, full(NIL, 0, 4));
        assertThat(changed.id()).isEqualTo(before.id());
        assertThat(changed.version()).isEqualTo(1);
        assertThat(changed.createdAt()).isEqualTo(before.createdAt());
        assertThat(changed.updatedAt()).isAfter(before.updatedAt());
        Manuscript cleared =
                orm.update(MANUSCRIPT, empty(before.id(), "e", 1)).oneOrFail().block();
        assertSameValues(cleared, empty(NIL, "e", 0));
        assertThat(orm.find(MANUSCRIPT).byId(before.id()).one().block()).isEqualTo(cleared);
        assertThat(orm.update(MANUSCRIPT, cleared).count().block()).isEqualTo(1);
        assertThat(database.statements()).hasCount(5).hasNoTransaction();
    }

    @Test
    void withoutAVersionAMissingRowIsNoAnswer() {
        assertThat(orm.update(CATEGORY, category(5, "x", null)).one().blockOptional())
                .isEmpty();
        assertThat(orm.update(CATEGORY, category(5, "x", null)).count().block()).isZero();
        StepVerifier.create(orm.update(CATEGORY, category(5, "x", null)).oneOrFail())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(NotFoundException.class)
                        .hasMessage("There is no Category with id 5."));
        assertThat(orm.delete(CATEGORY, category(5, "x", null)).one().blockOptional())
                .isEmpty();
        StepVerifier.create(orm.delete(CATEGORY, category(5, "x", null)).oneOrFail())
                .verifyError(NotFoundException.class);
        StepVerifier.create(orm.delete(BLOB, new Blob(new byte[] {1, 2}, "x", Many.notLoaded("Blob", "parts")))
                        .oneOrFail())
                .verifyErrorSatisfies(error -> assertThat(error).hasMessage("There is no Blob with id \\x0102."));
    }

    @Test
    void keysOfSeveralColumnsAndNaturalOnes() {
        Stock.fill(orm);
        Line line = orm.find(LINE).byId(new LineId(1, 2)).one().block();
        Line more = new Line(line.id(), 50, null, line.purchase(), line.product(), line.deliveries());
        assertThat(orm.update(LINE, more).one().block().quantity()).isEqualTo(50);
        assertThat(orm.find(LINE).where(LINE.quantity.eq(50)).count().block()).isEqualTo(1);
        Shop shop = orm.find(SHOP).byId("S").one().block();
        Shop moved = new Shop("S", null, new Address("West", null), shop.licence(), shop.products());
        assertThat(orm.update(SHOP, moved).one().block().address()).isEqualTo(new Address("West", null));
        assertThat(orm.delete(LINE, more).one().block().id()).isEqualTo(line.id());
        assertThat(orm.find(LINE).count().block()).isEqualTo(2);
    }

    @Test
    void deleteRemovesTheRowAndAnswersItAsItWas() {
        Stock.fill(orm);
        Product drill = orm.find(PRODUCT).byId(5L).one().block();
        database.statements().clear();
        assertThat(orm.delete(PRODUCT, drill).one().block()).isEqualTo(drill);
        assertThat(database.statements()).hasCount(1).hasNoTransaction();
        assertThat(orm.find(PRODUCT).byId(5L).exists().block()).isFalse();
    }

    @Test
    void idsAreGivenAsOneListForEachColumn() {
        Stock.fill(orm);
        database.statements().clear();
        assertThat(orm.update(PRODUCT)
                        .byIds(List.of(1L, 4L, 4L, 99L))
                        .set(PRODUCT.stock.to(8))
                        .all()
                        .map(Product::id)
                        .collectList()
                        .block())
                .containsExactlyInAnyOrder(1L, 4L);
        PlaceId second = new PlaceId("A", 1, (short) 2);
        assertThat(orm.delete(PLACE)
                        .byIds(Arrays.asList(second, new PlaceId("Z", 9, (short) 9)))
                        .all()
                        .map(Place::id)
                        .collectList()
                        .block())
                .containsExactly(second);
        assertThat(orm.delete(LINE)
                        .byIds(List.of(new LineId(1, 2), new LineId(3, 1)))
                        .count()
                        .block())
                .isEqualTo(1);
        assertThat(database.statements()).hasCount(3).hasNoTransaction();
        assertThat(orm.delete(PLACE).byIds(List.of()).count().block()).isZero();
        assertThat(orm.update(PRODUCT)
                        .byIds(List.of())
                        .set(PRODUCT.stock.to(8))
                        .count()
                        .block())
                .isZero();
        assertThat(database.statements()).hasCount(3);
        refused(() -> orm.delete(PLACE).byIds(null), "The ids are null.");
        refused(() -> orm.delete(PLACE).byIds(Arrays.asList(second, null)), "The id of Place is null.");
    }

    @Test
    void nothingIsRefusedBeforeAnythingIsSent() {
        refused(() -> orm.insert(CATEGORY, null), "The Category is null.");
        refused(() -> orm.update(CATEGORY, (Category) null), "The Category is null.");
        refused(() -> orm.delete(CATEGORY, null), "The Category is null.");
        refused(() -> orm.insertAll(CATEGORY, null), "The collection to insert is null.");
        refused(() -> orm.insertAll(CATEGORY, Arrays.asList(category(1, "a", null), null)), "The Category is null.");
        refused(() -> orm.updateAll(CATEGORY, null), "The collection of entities is null.");
        refused(() -> orm.deleteAll(CATEGORY, null), "The collection of entities is null.");
        refused(() -> orm.insert(null, category(1, "a", null)), "The entity is null.");
        refused(() -> orm.update(null, category(1, "a", null)), "The entity is null.");
        refused(() -> orm.update(MARK, mark(null, "a")), "Mark.id is null, so it does not say which row is meant.");
        refused(() -> orm.delete(MARK, mark(null, "a")), "Mark.id is null");
        refused(() -> orm.insert(CATEGORY, category(1, null, null)), "Category.name must not be null.");
        assertThat(database.statements()).isEmpty();
    }

    private static void refused(ThrowingCallable call, String sentence) {
        assertThatThrownBy(call).isInstanceOf(InvalidQueryException.class).hasMessageContaining(sentence);
    }
}
