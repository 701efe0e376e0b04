package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Licence_.LICENCE;
import static org.reactiveorm.semantics.Place_.PLACE;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Purchase_.PURCHASE;
import static org.reactiveorm.semantics.Shop_.SHOP;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.query.Draft;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class InsertIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;
    private long category;

    @BeforeEach
    void connect() {
        orm = database.orm();
        category = orm.insert(NewCategory.name("all")).one().block().id();
    }

    private Product stored(long id) {
        return orm.find(PRODUCT).byId(id).oneOrFail().block();
    }

    @Test
    void oneStatementAnswersAllThatTheDatabaseMade() {
        Product inserted =
                orm.insert(NewProduct.name("a").categoryId(category)).one().block();
        assertThat(database.statements()).hasCount(1).hasNoTransaction();
        assertThat(inserted.id()).isEqualTo(1);
        assertThat(inserted.price()).isEqualTo(new BigDecimal("0.00"));
        assertThat(inserted.status()).isEqualTo(Status.DRAFT);
        assertThat(inserted.stock()).isNull();
        assertThat(inserted.labels()).isNull();
        assertThat(inserted.marks().isLoaded()).isFalse();
        assertThat(stored(1)).isEqualTo(inserted);
    }

    @Test
    void everyTypeComesBackAsItWasGiven() {
        Product inserted = orm.insert(NewProduct.name("☕ 'quoted' \"double\" \\ \uD83D\uDE00")
                        .categoryId(category)
                        .note("")
                        .stock(Integer.MIN_VALUE)
                        .rank(Short.MAX_VALUE)
                        .sold(Long.MAX_VALUE)
                        .price(new BigDecimal("-9999999999.99"))
                        .weight(Double.NaN)
                        .fragile(true)
                        .status(Status.RETIRED)
                        .grade(Grade.BEST)
                        .labels(List.of("", "a,b", "{}", "\"", "NULL", "\\", "null"))
                        .sizes(List.of(-1, 0, Integer.MAX_VALUE))
                        .details(new Details("', '", -1, List.of("\"", "\uD83D\uDE00")))
                        .since(LocalDate.of(9999, 12, 31)))
                .one()
                .block();
        assertThat(stored(inserted.id())).isEqualTo(inserted);
        assertThat(inserted.labels()).containsExactly("", "a,b", "{}", "\"", "NULL", "\\", "null");
        assertThat(inserted.weight()).isNaN();
        assertThat(inserted.details().parts()).containsExactly("\"", "\uD83D\uDE00");
        assertThat(orm.sql("select status || '/' || grade from products")
                        .as(String.class)
                        .one()
                        .block())
                .isEqualTo("gone/very good");
    }

    @Test
    void anOmittedColumnTakesItsDefaultAndAnExplicitNullIsNull() {
        orm.sql("alter table products alter column stock set default 42")
                .execute()
                .block();
        assertThat(orm.insert(NewProduct.name("a").categoryId(category))
                        .one()
                        .block()
                        .stock())
                .isEqualTo(42);
        assertThat(orm.insert(NewProduct.name("a").categoryId(category).stock(null))
                        .one()
                        .block()
                        .stock())
                .isNull();
        assertThat(orm.insertAll(List.of(
                                NewProduct.name("a").categoryId(category).stock(null),
                                NewProduct.name("b").categoryId(category),
                                NewProduct.name("c").categoryId(category).stock(1)))
                        .all()
                        .map(product -> String.valueOf(product.stock()))
                        .collectList()
                        .block())
                .containsExactly("null", "42", "1");
    }

    @Test
    void nothingIsSentForAMissingRequiredColumn() {
        Draft<Product> draft = PRODUCT.draft().set(PRODUCT.note.to("x"));
        database.statements().clear();
        StepVerifier.create(orm.insert(draft).one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessage("A new Product needs values for: name, categoryId."));
        assertThat(database.statements()).isEmpty();
        assertThat(catchThrowable(() -> PRODUCT.name.to((String) null)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("Product.name must not be null");
        assertThat(catchThrowable(() -> PRODUCT.draft().set(PRODUCT.stock.increment(1))))
                .isInstanceOf(InvalidQueryException.class);
    }

    @Test
    void aDynamicDraftIsAnInsertLikeAnyOther() {
        Draft<Product> draft = PRODUCT.draft()
                .set(PRODUCT.name.to("first"), PRODUCT.categoryId.to(category))
                .set(PRODUCT.name.to("second"), PRODUCT.labels.to(List.of("x")));
        assertThat(orm.insert(draft).one().map(Product::name).block()).isEqualTo("second");
    }

    @Test
    void idsOfEveryKind() {
        assertThat(orm.insert(NewShop.code("n").address(new Address("s", null)))
                        .one()
                        .block()
                        .code())
                .isEqualTo("n");
        assertThat(orm.insert(NewLicence.number("1").shopCode("n"))
                        .one()
                        .block()
                        .id()
                        .version())
                .isEqualTo(4);
        Mark first = orm.insert(NewMark.name("a")).one().block();
        Mark second = orm.insert(NewMark.name("b")).one().block();
        assertThat(first.id().version()).isEqualTo(7);
        assertThat(first.id().toString()).isLessThan(second.id().toString());
        assertThat(orm.insert(NewPurchase.create()).one().block().id()).isEqualTo(1);
        PlaceId place = new PlaceId("h", -1, (short) 0);
        assertThat(orm.insert(NewPlace.id(place)).one().block().id()).isEqualTo(place);
        assertThat(orm.find(PLACE).byId(place).oneOrFail().block().id()).isEqualTo(place);
        Supplier supplier = orm.insert(NewSupplier.name("s")).one().block();
        assertThat(supplier.id).isEqualTo(1);
        assertThat(supplier.shipments.isLoaded()).isFalse();
    }

    @Test
    void aGivenIdWinsOverAGeneratedOne() {
        assertThat(orm.insert(NewProduct.name("a").categoryId(category).id(77))
                        .one()
                        .block()
                        .id())
                .isEqualTo(77);
        java.util.UUID id = java.util.UUID.fromString("00000000-0000-7000-8000-000000000001");
        assertThat(orm.insert(NewMark.name("m").id(id)).one().block().id()).isEqualTo(id);
    }

    @Test
    void anInsertWithoutAnyValueTakesAllDefaults() {
        Instant before = Instant.now().minus(Duration.ofSeconds(5));
        Purchase purchase = orm.insert(NewPurchase.create()).one().block();
        assertThat(purchase.version()).isZero();
        assertThat(purchase.createdAt()).isEqualTo(purchase.updatedAt()).isAfter(before);
        assertThat(orm.find(PURCHASE).byId(purchase.id()).one().block()).isEqualTo(purchase);
        assertThat(orm.insert(NewPurchase.create().createdAt(Instant.EPOCH))
                        .one()
                        .block()
                        .createdAt())
                .isEqualTo(Instant.EPOCH);
    }

    @Test
    void anEmbeddedRecordIsStoredColumnByColumn() {
        orm.insert(NewShop.code("n").address(new Address("s", null))).one().block();
        assertThat(orm.find(SHOP).byId("n").one().block().address()).isEqualTo(new Address("s", null));
        assertThat(orm.find(LICENCE).count().block()).isZero();
    }

    @Test
    void eachSubscriptionInsertsAnew() {
        Mono<Category> insert = orm.insert(NewCategory.name("twice")).one();
        assertThat(orm.find(CATEGORY).count().block()).isEqualTo(1);
        insert.block();
        StepVerifier.create(insert).verifyError(org.reactiveorm.error.UniqueViolationException.class);
        Mono<Purchase> purchase = orm.insert(NewPurchase.create()).one();
        assertThat(purchase.block().id()).isNotEqualTo(purchase.block().id());
    }

    @Test
    void theAnswerMayIncludeRelations() {
        Product product = orm.insert(NewProduct.name("a").categoryId(category))
                .include(PRODUCT.category, PRODUCT.lines, PRODUCT.shop)
                .one()
                .block();
        assertThat(product.category().get().name()).isEqualTo("all");
        assertThat(product.lines()).isEmpty();
        assertThat(product.shop().optional()).isEmpty();
        assertThat(database.statements()).hasCount(3).hasCommitted(1);
    }

    @Test
    void aRowThatATriggerKeepsOutIsNotThere() {
        orm.sql("""
                create function skip() returns trigger language plpgsql as $$ begin return null; end $$;
                create trigger skip before insert on categories for each row execute function skip()""").execute().block();
        StepVerifier.create(orm.insert(NewCategory.name("a")).one()).verifyComplete();
        StepVerifier.create(orm.insert(NewCategory.name("a")).oneOrFail())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(NotFoundException.class)
                        .hasMessage("The new Category is not there: a trigger of its table kept it out."));
    }
}
