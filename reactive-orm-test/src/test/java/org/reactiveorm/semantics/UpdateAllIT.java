package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Blob_.BLOB;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.EntityValuesIT.NIL;
import static org.reactiveorm.semantics.EntityValuesIT.assertSameValues;
import static org.reactiveorm.semantics.EntityValuesIT.category;
import static org.reactiveorm.semantics.EntityValuesIT.empty;
import static org.reactiveorm.semantics.EntityValuesIT.full;
import static org.reactiveorm.semantics.EntityValuesIT.mark;
import static org.reactiveorm.semantics.Ledger_.LEDGER;
import static org.reactiveorm.semantics.Line_.LINE;
import static org.reactiveorm.semantics.Manuscript_.MANUSCRIPT;
import static org.reactiveorm.semantics.Mark_.MARK;
import static org.reactiveorm.semantics.Seat_.SEAT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.NotUniqueException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.model.Many;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Many entities that the caller holds are updated or deleted by their keys, in one statement. */
class UpdateAllIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void connect() {
        orm = database.orm();
        database.statements().clear();
    }

    private List<Manuscript> manuscripts(int count) {
        List<Manuscript> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(full(NIL, 0, i));
        }
        List<Manuscript> inserted =
                orm.insertAll(MANUSCRIPT, made).all().collectList().block();
        database.statements().clear();
        return inserted;
    }

    private List<Category> categories(String... names) {
        List<Category> made = new ArrayList<>();
        for (String name : names) {
            made.add(category(made.size() + 1L, name, null));
        }
        orm.insertAll(CATEGORY, made).all().blockLast();
        database.statements().clear();
        return made;
    }

    private List<String> names() {
        return orm.find(CATEGORY)
                .orderBy(CATEGORY.id.asc())
                .all()
                .map(Category::name)
                .collectList()
                .block();
    }

    @Test
    void valuesOfEveryTypeAreSetInTheOrderGiven() {
        List<Manuscript> inserted = manuscripts(1_000);
        List<Manuscript> wanted = new ArrayList<>();
        for (int i = 0; i < inserted.size(); i++) {
            UUID id = inserted.get(i).id();
            wanted.add(i % 10 == 0 ? empty(id, "e" + i, 0) : full(id, 0, i + 1));
        }
        Collections.shuffle(wanted, new Random(1));
        List<Manuscript> updated =
                orm.updateAll(MANUSCRIPT, wanted).all().collectList().block();
        assertThat(database.statements()).hasCount(1).hasNoTransaction();
        assertThat(updated).hasSize(1_000);
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(updated.get(i).id()).isEqualTo(wanted.get(i).id());
            assertSameValues(updated.get(i), wanted.get(i));
            assertThat(updated.get(i).version()).isEqualTo(1);
        }
        assertThat(updated)
                .extracting(Manuscript::updatedAt)
                .containsOnly(updated.get(0).updatedAt());
        assertThat(updated)
                .extracting(Manuscript::createdAt)
                .containsOnly(inserted.get(0).createdAt());
        assertThat(orm.find(MANUSCRIPT).byId(updated.get(7).id()).one().block())
                .usingRecursiveComparison()
                .isEqualTo(updated.get(7));
    }

    @Test
    void onlyTheColumnsNamedAreSetAndWhatEveryUpdateMakes() {
        List<Manuscript> inserted = manuscripts(3);
        List<Manuscript> wanted =
                inserted.stream().map(each -> empty(each.id(), "new", 0)).toList();
        assertThat(orm.updateAll(MANUSCRIPT, wanted)
                        .only(MANUSCRIPT.title)
                        .count()
                        .block())
                .isEqualTo(3);
        assertThat(database.statements()).hasCount(1).hasNoTransaction();
        Manuscript changed =
                orm.find(MANUSCRIPT).byId(inserted.get(1).id()).one().block();
        assertThat(changed.title()).isEqualTo("new");
        assertThat(changed.words()).isEqualTo(inserted.get(1).words());
        assertThat(changed.version()).isEqualTo(1);
        assertThat(changed.updatedAt()).isAfter(inserted.get(1).updatedAt());
        assertThat(orm.updateAll(MANUSCRIPT, List.of(changed))
                        .only(MANUSCRIPT.createdAt, MANUSCRIPT.updatedAt)
                        .one()
                        .block())
                .satisfies(named -> assertThat(named.updatedAt()).isEqualTo(changed.updatedAt()))
                .satisfies(named -> assertThat(named.version()).isEqualTo(2));
    }

    @Test
    void withoutVersionsEveryRowHasToBeThere() {
        categories("a", "b", "c");
        List<Category> wanted =
                List.of(category(3, "z", 1L), category(8, "no", null), category(1, "x", null), category(9, "no", null));
        StepVerifier.create(orm.updateAll(CATEGORY, wanted).all())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(NotFoundException.class)
                        .hasMessage(
                                "Row 1 of 4 (counted from 0): There is no Category with id 8; of 2 of the 4 there is none."
                                        + " Nothing was changed."));
        StepVerifier.create(orm.updateAll(CATEGORY, wanted).count()).verifyError(NotFoundException.class);
        StepVerifier.create(orm.updateAll(CATEGORY, wanted).one()).verifyError(NotFoundException.class);
        StepVerifier.create(orm.deleteAll(CATEGORY, wanted).all()).verifyError(NotFoundException.class);
        StepVerifier.create(orm.deleteAll(CATEGORY, wanted).count()).verifyError(NotFoundException.class);
        assertThat(names()).containsExactly("a", "b", "c");
        assertThat(orm.updateAll(CATEGORY, List.of(wanted.get(0), wanted.get(2)))
                        .include(CATEGORY.parent, CATEGORY.children)
                        .all()
                        .map(each -> each.name()
                                + each.parentId()
                                + each.children().list().stream()
                                        .map(Category::name)
                                        .toList())
                        .collectList()
                        .block())
                .containsExactly("z1[]", "xnull[z]");
        assertThat(names()).containsExactly("x", "b", "z");
    }

    @Test
    void theFailureLeavesATransactionUsable() {
        categories("a");
        assertThat(orm.transaction(orm.updateAll(CATEGORY, List.of(category(1, "b", null), category(5, "x", null)))
                                .count()
                                .onErrorReturn(NotFoundException.class, -1L)
                                .then(orm.updateAll(CATEGORY, List.of(category(1, "c", null)))
                                        .count()))
                        .block())
                .isEqualTo(1);
        assertThat(names()).containsExactly("c");
    }

    @Test
    void uniqueValuesCannotBeSwapped() {
        // PostgreSQL checks a unique constraint that is not deferrable row by row
        categories("a", "b");
        StepVerifier.create(orm.updateAll(CATEGORY, List.of(category(1, "b", null), category(2, "a", null)))
                        .all())
                .verifyError(UniqueViolationException.class);
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void keysOfTwoAndThreeColumnsBinaryOnesAndMutableEntities() {
        Stock.fill(orm);
        List<Line> lines = orm.find(LINE).all().collectList().block();
        List<Line> more = lines.stream()
                .map(line -> new Line(
                        line.id(), line.quantity() * 10, null, line.purchase(), line.product(), line.deliveries()))
                .toList();
        assertThat(orm.updateAll(LINE, more)
                        .all()
                        .map(Line::quantity)
                        .collectList()
                        .block())
                .isEqualTo(more.stream().map(Line::quantity).toList());
        List<Seat> seats = List.of(
                new Seat(new PlaceId("A", 1, (short) 2), "x", 0),
                new Seat(new PlaceId("A", 1, (short) 1), null, 0),
                new Seat(new PlaceId("B", 1, (short) 1), "z", 0));
        orm.insertAll(SEAT, seats).all().blockLast();
        assertThat(orm.updateAll(SEAT, seats).all().collectList().block())
                .isEqualTo(seats.stream()
                        .map(seat -> new Seat(seat.id(), seat.guest(), 1))
                        .toList());
        List<Blob> blobs = List.of(
                new Blob(new byte[] {0}, "a", Many.notLoaded("Blob", "parts")),
                new Blob(new byte[] {'\\', -1}, "b", Many.notLoaded("Blob", "parts")));
        orm.insertAll(BLOB, blobs).all().blockLast();
        assertThat(orm.deleteAll(BLOB, blobs)
                        .all()
                        .map(Blob::name)
                        .collectList()
                        .block())
                .containsExactly("a", "b");
        Ledger first = orm.insert(NewLedger.owner("ann")).one().block();
        Ledger second = orm.insert(NewLedger.owner("bob")).one().block();
        first.balance = 7L;
        assertThat(orm.updateAll(LEDGER, List.of(second, first))
                        .all()
                        .map(each -> each.owner + each.balance + each.version)
                        .collectList()
                        .block())
                .containsExactly("bobnull1", "ann71");
    }

    @Test
    void deletedRowsAreAnsweredAsTheyWereInTheOrderGiven() {
        List<Manuscript> inserted = new ArrayList<>(manuscripts(500));
        Collections.shuffle(inserted, new Random(2));
        List<Manuscript> first = inserted.subList(0, 300);
        assertThat(orm.deleteAll(MANUSCRIPT, first).all().collectList().block())
                .usingRecursiveComparison()
                .isEqualTo(first);
        assertThat(orm.deleteAll(MANUSCRIPT, inserted.subList(300, 500)).count().block())
                .isEqualTo(200);
        assertThat(database.statements()).hasCount(2).hasNoTransaction();
        assertThat(orm.find(MANUSCRIPT).exists().block()).isFalse();
    }

    @Test
    void rowsThatReferToEachOtherAreDeletedTogether() {
        orm.insertAll(CATEGORY, List.of(category(1, "a", null), category(2, "b", 1L)))
                .all()
                .blockLast();
        assertThat(orm.deleteAll(CATEGORY, List.of(category(1, "a", null), category(2, "b", 1L)))
                        .count()
                        .block())
                .isEqualTo(2);
    }

    @Test
    void noEntitiesSendNothing() {
        assertThat(orm.updateAll(MARK, List.of()).all().collectList().block()).isEmpty();
        assertThat(orm.updateAll(MARK, List.of()).include(MARK.products).count().block())
                .isZero();
        assertThat(orm.updateAll(MARK, List.of()).one().blockOptional()).isEmpty();
        assertThat(orm.updateAll(MARK, List.of()).first().blockOptional()).isEmpty();
        assertThat(orm.deleteAll(MARK, List.of()).all().collectList().block()).isEmpty();
        assertThat(orm.deleteAll(MARK, List.of()).count().block()).isZero();
        StepVerifier.create(orm.updateAll(MARK, List.of()).oneOrFail())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(NotFoundException.class)
                        .hasMessage("No Mark was given to update."));
        StepVerifier.create(orm.deleteAll(MARK, List.of()).oneOrFail())
                .verifyErrorSatisfies(error -> assertThat(error).hasMessage("No Mark was given to delete."));
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void oneOfSeveralIsAnErrorAndUndone() {
        List<Category> both = categories("a", "b");
        List<Category> changed = List.of(category(1, "x", null), category(2, "y", null));
        StepVerifier.create(orm.updateAll(CATEGORY, changed).one()).verifyError(NotUniqueException.class);
        StepVerifier.create(orm.deleteAll(CATEGORY, both).oneOrFail()).verifyError(NotUniqueException.class);
        assertThat(database.statements()).hasRolledBack(2);
        assertThat(names()).containsExactly("a", "b");
        database.statements().clear();
        assertThat(orm.updateAll(CATEGORY, changed).first().block().name()).isEqualTo("x");
        assertThat(orm.deleteAll(CATEGORY, List.of(both.get(1))).one().block().name())
                .isEqualTo("y");
        assertThat(database.statements()).hasCount(2).hasNoTransaction();
    }

    @Test
    void aTriggerThatKeepsARowIsNotAMissedOne() {
        categories("keep", "b", "keep it too");
        orm.sql(
                        "create function keep() returns trigger language plpgsql as $$ begin"
                                + " return case when old.name like 'keep%' then null when tg_op = 'DELETE' then old else new end; end $$")
                .execute()
                .block();
        orm.sql("create trigger keep before update or delete on categories for each row execute function keep()")
                .execute()
                .block();
        List<Category> wanted = List.of(category(1, "x", null), category(2, "y", null));
        assertThat(orm.updateAll(CATEGORY, wanted)
                        .all()
                        .map(Category::name)
                        .collectList()
                        .block())
                .containsExactly("y");
        assertThat(orm.updateAll(CATEGORY, wanted).count().block()).isEqualTo(1);
        assertThat(orm.deleteAll(CATEGORY, List.of(wanted.get(0)))
                        .all()
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(names()).containsExactly("keep", "y", "keep it too");
    }

    @Test
    void whatTheDatabaseRefusesNamesTheRow() {
        categories("a", "b", "c", "d");
        List<Category> taken = List.of(category(3, "z", null), category(1, "d", null), category(2, "y", null));
        requireRow(orm.updateAll(CATEGORY, taken).all().then(), UniqueViolationException.class, 1);
        requireRow(orm.updateAll(CATEGORY, taken).count().then(), UniqueViolationException.class, 1);
        List<Category> orphan = List.of(category(3, "z", 1L), category(1, "x", null), category(2, "y", 77L));
        requireRow(orm.updateAll(CATEGORY, orphan).all().then(), ForeignKeyViolationException.class, 2);
        List<Category> gone = List.of(category(3, "z", 1L), category(77, "x", null));
        requireRow(orm.updateAll(CATEGORY, gone).all().then(), NotFoundException.class, 1);
        assertThat(names()).containsExactly("a", "b", "c", "d");
    }

    private static void requireRow(Mono<Void> work, Class<? extends OrmException> type, int row) {
        StepVerifier.create(work)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                type,
                                refusal -> assertThat(refusal.context().row()).isEqualTo(row))
                        .hasMessageStartingWith("Row " + row + " of "));
    }

    @Test
    void whatCannotBeStoredNamesTheRow() {
        categories("a", "b");
        StepVerifier.create(orm.updateAll(CATEGORY, List.of(category(1, "x", null), category(2, "\0", null)))
                        .all())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidValueException.class)
                        .hasMessageContaining("Category.name")
                        .hasMessageContaining("It is value 2 of 2."));
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void mistakesAreRefusedBeforeAnythingIsSent() {
        Manuscript one = empty(new UUID(1, 1), "a", 0);
        refused(() -> orm.updateAll(MANUSCRIPT, List.of(one, one)), "Rows 0 and 1 of 2 (counted from 0): Manuscript ");
        refused(() -> orm.deleteAll(MANUSCRIPT, List.of(one, one)), "Rows 0 and 1 of 2 (counted from 0): Manuscript ");
        refused(
                () -> orm.updateAll(MANUSCRIPT, List.of(one, empty(new UUID(1, 2), null, 0))),
                "Row 1 of 2 (counted from 0): Manuscript.title must not be null. Give a value, or mark the component @Nullable.");
        refused(
                () -> orm.updateAll(MARK, List.of(mark(null, "a"))),
                "Mark.id is null, so it does not say which row is meant. Give an entity that was read.");
        refused(() -> orm.updateAll(MANUSCRIPT, List.of(one)).only(), "There is no column of Manuscript to update");
        refused(() -> orm.updateAll(MANUSCRIPT, List.of(one)).only(MANUSCRIPT.id), "Manuscript.id says which row");
        refused(
                () -> orm.updateAll(CATEGORY, List.of()).include(CATEGORY.parent, CATEGORY.parent),
                "is included twice");
        assertThat(database.statements()).isEmpty();
        assertThat(one.createdAt()).isEqualTo(Instant.EPOCH);
    }

    private static void refused(ThrowingCallable call, String sentence) {
        assertThatThrownBy(call).isInstanceOf(InvalidQueryException.class).hasMessageContaining(sentence);
    }
}
