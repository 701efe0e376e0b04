package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Seat_.SEAT;
import static org.reactiveorm.semantics.Shop_.SHOP;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.New;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@Timeout(120)
class HostileInputIT {

    private static final List<String> HOSTILE = List.of(
            "'; drop table categories; --",
            "' or '1'='1",
            "\\'; delete from categories; --",
            "$1",
            ":name",
            "?",
            "\"",
            "%'--",
            "/* */",
            "$$; select 1; $$",
            "\uD83D\uDE00\u202E\n\t");

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void fill() {
        orm = database.orm();
        Stock.fill(orm);
    }

    @Test
    void textIsNeverSql() {
        for (String text : HOSTILE) {
            Category category = orm.insert(NewCategory.name(text).id(100)).one().block();
            assertThat(category.name()).isEqualTo(text);
            assertThat(orm.find(CATEGORY)
                            .where(CATEGORY.name.eq(text))
                            .one()
                            .block()
                            .id())
                    .isEqualTo(category.id());
            assertThat(orm.find(CATEGORY)
                            .where(CATEGORY.name.contains(text))
                            .count()
                            .block())
                    .isGreaterThanOrEqualTo(1);
            assertThat(orm.find(CATEGORY)
                            .where(CATEGORY.name.in(text, "x"))
                            .count()
                            .block())
                    .isEqualTo(1);
            assertThat(orm.find(CATEGORY)
                            .where(CATEGORY.products.some(PRODUCT.note.eq(text)))
                            .count()
                            .block())
                    .isZero();
            Product product = orm.update(PRODUCT)
                    .byId(1L)
                    .set(PRODUCT.note.to(text), PRODUCT.labels.to(List.of(text)))
                    .set(PRODUCT.details.to(new Details(text, 1, List.of(text))))
                    .one()
                    .block();
            assertThat(product.note()).isEqualTo(text);
            assertThat(product.labels()).containsExactly(text);
            assertThat(product.details().parts()).containsExactly(text);
            assertThat(orm.find(PRODUCT).where(PRODUCT.labels.has(text)).count().block())
                    .isEqualTo(1);
            assertThat(orm.sql("select name from categories where name = :n")
                            .bind("n", text)
                            .as(String.class)
                            .one()
                            .block())
                    .isEqualTo(text);
            assertThat(orm.delete(CATEGORY)
                            .where(CATEGORY.name.eq(text))
                            .count()
                            .block())
                    .isEqualTo(1);
        }
        assertThat(orm.find(CATEGORY).count().block()).isEqualTo(4);
    }

    @Test
    void aCharacterThatPostgresDoesNotHaveIsAClearError() {
        for (Mono<?> work : List.<Mono<?>>of(
                orm.insert(NewCategory.name("a\u0000b")).one(),
                orm.find(CATEGORY).where(CATEGORY.name.eq("\u0000")).one(),
                orm.find(CATEGORY).where(CATEGORY.name.contains("\u0000")).count(),
                orm.find(CATEGORY).where(CATEGORY.name.in("x", "\u0000")).count(),
                orm.update(CATEGORY).byId(1L).set(CATEGORY.name.to("\u0000")).one())) {
            assertRefused(work, "Category", "name", "U+0000");
        }
        for (Mono<?> work : List.<Mono<?>>of(
                orm.update(PRODUCT)
                        .byId(1L)
                        .set(PRODUCT.labels.to(List.of("\u0000")))
                        .one(),
                orm.update(PRODUCT)
                        .byId(1L)
                        .set(PRODUCT.labels.append("\u0000"))
                        .one(),
                orm.find(PRODUCT).where(PRODUCT.labels.has("\u0000")).count())) {
            assertRefused(work, "Product", "labels", "U+0000");
        }
        for (Mono<?> work : List.<Mono<?>>of(
                orm.update(PRODUCT)
                        .byId(1L)
                        .set(PRODUCT.details.path("a").to("\u0000"))
                        .one(),
                orm.update(PRODUCT)
                        .byId(1L)
                        .set(PRODUCT.details.path("a").to(List.of("x", "\u0000")))
                        .one(),
                orm.find(PRODUCT).where(PRODUCT.details.hasKey("\u0000")).count(),
                orm.find(PRODUCT)
                        .where(PRODUCT.details.path("a").equalsJson("\u0000"))
                        .count())) {
            assertRefused(work, "Product", "details", "U+0000");
        }
        assertThatThrownBy(() -> PRODUCT.details.path("a", "b\u0000"))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageStartingWith("A key of a path in Product.details contains U+0000");
        StepVerifier.create(orm.sql("select :t")
                        .bind("t", "\u0000")
                        .as(String.class)
                        .one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidValueException.class)
                        .hasMessageContaining("U+0000"));
        assertThat(orm.find(CATEGORY).count().block()).isEqualTo(4);
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullInPlaceOfAnArgumentIsRefusedBeforeAnySql() {
        EntityRef<Category, Long> noEntity = null;
        New<Category> noDraft = null;
        List<New<Category>> noDrafts = null;
        Flux<New<Category>> noPublisher = null;
        database.statements().clear();
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> orm.find(noEntity),
                () -> orm.update(noEntity),
                () -> orm.delete(noEntity),
                () -> orm.insert(noDraft),
                () -> orm.insertAll(noDrafts),
                () -> orm.insertAll(noPublisher),
                () -> orm.upsert(noEntity),
                () -> orm.insertAll(Arrays.asList(NewCategory.name("a"), noDraft)),
                () -> orm.sql(null))) {
            assertThatThrownBy(call).isInstanceOf(InvalidQueryException.class).hasMessageContaining(" is null. ");
        }
        assertThat(database.statements().list()).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway")
    void aRecordThatIsMissingIsRefusedByItsColumns() {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> NewShop.code("x").address(null),
                () -> orm.insert(SHOP, new Shop("x", null, null, null, null)),
                () -> orm.update(SHOP, new Shop("x", null, null, null, null)))) {
            assertThatThrownBy(call)
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessageStartingWith("Shop.address.street must not be null.");
        }
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> NewSeat.id(null),
                () -> orm.update(SEAT, new Seat(null, null, 0)),
                () -> orm.delete(SEAT, new Seat(null, null, 0)),
                () -> orm.find(SEAT).byIds(List.of(new PlaceId(null, 1, (short) 1))))) {
            assertThatThrownBy(call).isInstanceOf(InvalidQueryException.class).hasMessageContaining("Seat.id.hall");
        }
    }

    @Test
    void changesOfAllRowsHaveToSaySo() {
        database.statements().clear();
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> orm.delete(CATEGORY).where(), () -> orm.update(CATEGORY).where())) {
            assertThatThrownBy(call)
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessage(
                            "where() without a condition would be about all rows of Category. Give one, or say everything().");
        }
        assertThat(database.statements()).hasCount(0);
    }

    @Test
    void aValueAmongManyIsNamedByItsPlace() {
        assertRefused(
                orm.find(CATEGORY).where(CATEGORY.name.in("a", "b\u0000", "c")).count(),
                "Category",
                "name",
                "It is value 2 of 3.");
        StepVerifier.create(orm.insertAll(
                                List.of(NewCategory.name("a"), NewCategory.name("b\u0000"), NewCategory.name("c")))
                        .count())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                InvalidValueException.class,
                                refused -> assertThat(refused.context().row()).isEqualTo(1))
                        .hasMessageStartingWith(
                                "Row 1 of 3 (counted from 0): Category.name cannot have such a value: PostgreSQL"));
        assertThat(orm.find(CATEGORY).count().block()).isEqualTo(4);
    }

    @Test
    void aDateThatPostgresDoesNotHaveIsAClearError() {
        assertRefused(
                orm.find(PRODUCT).where(PRODUCT.since.gt(LocalDate.MAX)).count(),
                "Product",
                "since",
                "999999999-12-31");
        assertRefused(
                orm.update(PRODUCT)
                        .byId(1L)
                        .set(PRODUCT.since.to(LocalDate.MIN))
                        .count(),
                "Product",
                "since",
                "date");
    }

    private static void assertRefused(Mono<?> work, String entity, String property, String reason) {
        StepVerifier.create(work)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(InvalidValueException.class, refused -> {
                            assertThat(refused.context().entity()).isEqualTo(entity);
                            assertThat(refused.context().properties()).containsExactly(property);
                        })
                        .hasMessageStartingWith(entity + "." + property + " cannot have such a value: ")
                        .hasMessageContaining(reason));
    }

    @Test
    void manyKeysAreOneStatementText() {
        List<Long> many = LongStream.rangeClosed(-199_995, 4).boxed().toList();
        database.statements().clear();
        assertThat(orm.find(CATEGORY).where(CATEGORY.id.in(many)).count().block())
                .isEqualTo(4);
        assertThat(orm.find(CATEGORY).where(CATEGORY.id.in(1L)).count().block()).isEqualTo(1);
        assertThat(orm.find(CATEGORY)
                        .where(CATEGORY.name.notIn(
                                many.stream().map(String::valueOf).toList()))
                        .count()
                        .block())
                .isEqualTo(4);
        assertThat(database.statements().list().get(0).sql())
                .isEqualTo(database.statements().list().get(1).sql());
    }
}
