package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Shop_.SHOP;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.FindSpec;
import org.reactiveorm.Selection3;
import org.reactiveorm.ShapeSpec;
import org.reactiveorm.annotation.Shape;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.query.Expression;
import org.reactiveorm.read.Page;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class SelectionsIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    @BeforeAll
    static void fill() {
        Stock.fill(database.orm());
    }

    record NameAndStock(String name, @Nullable Integer stock) {}

    record Counted(long id, int stock) {}

    record Full(
            long id,
            String name,
            BigDecimal price,
            Status status,
            @Nullable String category) {}

    private static <T> List<T> list(Flux<T> all) {
        return all.collectList().block();
    }

    @Test
    void oneValueOfEachRow() {
        database.statements().clear();
        assertThat(list(database.orm()
                        .find(PRODUCT)
                        .orderBy(PRODUCT.id.asc())
                        .select(PRODUCT.name)
                        .all()))
                .containsExactly("claw", "sledge", "Hand_saw", "chain\\saw", "drill");
        assertThat(database.statements()).hasCount(1).doesNotContainSql("price");
    }

    @Test
    void aFluxHasNoNulls() {
        StepVerifier.create(database.orm()
                        .find(PRODUCT)
                        .orderBy(PRODUCT.id.asc())
                        .select(PRODUCT.stock)
                        .all())
                .expectNext(5)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(MappingException.class)
                        .hasMessageContaining("Product.stock is NULL")
                        .hasMessageContaining("Optional::ofNullable"));
        assertThat(list(database.orm()
                        .find(PRODUCT)
                        .orderBy(PRODUCT.id.asc())
                        .select(PRODUCT.stock)
                        .as(Optional::ofNullable)
                        .all()))
                .containsExactly(Optional.of(5), Optional.empty(), Optional.of(0), Optional.of(5), Optional.of(7));
        assertThat(list(database.orm()
                        .find(PRODUCT)
                        .orderBy(PRODUCT.id.asc())
                        .select(PRODUCT.stock.orElse(-1))
                        .all()))
                .containsExactly(5, -1, 0, 5, 7);
    }

    @Test
    void severalValuesGoIntoAConstructor() {
        assertThat(list(database.orm()
                        .find(PRODUCT)
                        .where(PRODUCT.id.lte(2L))
                        .orderBy(PRODUCT.id.asc())
                        .select(PRODUCT.name, PRODUCT.stock)
                        .as(NameAndStock::new)
                        .all()))
                .containsExactly(new NameAndStock("claw", 5), new NameAndStock("sledge", null));
        StepVerifier.create(database.orm()
                        .find(PRODUCT)
                        .where(PRODUCT.stock.isNull())
                        .select(PRODUCT.id, PRODUCT.stock)
                        .as(Counted::new)
                        .all())
                .verifyErrorSatisfies(error ->
                        assertThat(error).isInstanceOf(MappingException.class).hasMessageContaining("[Product.stock]"));
    }

    @Test
    void anyNumberOfValuesIsFoundByWhatTheyAre() {
        var category = PRODUCT.category.get(CATEGORY.name);
        assertThat(database.orm()
                        .find(PRODUCT)
                        .byId(1L)
                        .select(PRODUCT.id, PRODUCT.name, PRODUCT.price, PRODUCT.status, category)
                        .as(row -> new Full(
                                row.get(PRODUCT.id),
                                row.get(PRODUCT.name),
                                row.get(PRODUCT.price),
                                row.get(PRODUCT.status),
                                row.get(category)))
                        .oneOrFail()
                        .block())
                .isEqualTo(new Full(1, "claw", new BigDecimal("10.00"), Status.ACTIVE, "hammers"));
        StepVerifier.create(database.orm()
                        .find(PRODUCT)
                        .select(PRODUCT.id, PRODUCT.name, PRODUCT.price, PRODUCT.status, category)
                        .as(row -> row.get(PRODUCT.note))
                        .first())
                .verifyErrorMessage("Product.note is not selected. Add it to select(…).");
    }

    @Test
    void valuesGoIntoAShapeByTheirPlace() {
        assertThat(database.orm()
                        .find(CATEGORY)
                        .orderBy(CATEGORY.products.count().desc())
                        .select(CATEGORY.name, CATEGORY.products.count())
                        .as(NameTotal.class)
                        .first()
                        .block())
                .isEqualTo(new NameTotal("hammers", 2L));
        assertThatThrownBy(() -> database.orm()
                        .find(CATEGORY)
                        .select(CATEGORY.name)
                        .as(category -> category)
                        .page(0, 0))
                .isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> database.orm()
                        .find(CATEGORY)
                        .select(CATEGORY.id, CATEGORY.name, CATEGORY.parentId)
                        .as(NameTotal.class))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("NameTotal has 2 columns, but 3 values are selected.");
        assertThatThrownBy(() ->
                        database.orm().find(CATEGORY).select(CATEGORY.name).as(NameTotal.class))
                .hasMessage("NameTotal has 2 columns, but 1 value is selected.");
        assertThatThrownBy(() -> database.orm()
                        .find(CATEGORY)
                        .select(CATEGORY.name, CATEGORY.id)
                        .as(Counted.class))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("as(Counted::new)");
    }

    @Test
    void everyTerminalMeansWhatItDoesForEntities() {
        var names = database.orm().find(PRODUCT).orderBy(PRODUCT.name.asc()).select(PRODUCT.name);
        assertThat(names.first().block()).isEqualTo("Hand_saw");
        assertThat(names.count().block()).isEqualTo(5);
        assertThat(names.exists().block()).isTrue();
        StepVerifier.create(names.one())
                .verifyErrorMessage(
                        "More than one Product matches, but one() allows at most one. Narrow the condition, or use first() or all().");
        StepVerifier.create(database.orm()
                        .find(PRODUCT)
                        .byId(99L)
                        .select(PRODUCT.name)
                        .oneOrFail())
                .verifyErrorMessage("There is no Product with id 99.");
        assertThat(names.slice(2).block().items()).containsExactly("Hand_saw", "chain\\saw");
    }

    @Test
    void distinctComparesWhatIsRead() {
        assertThat(list(database.orm()
                        .find(PRODUCT)
                        .where(PRODUCT.stock.isNotNull())
                        .distinct()
                        .orderBy(PRODUCT.stock.desc())
                        .select(PRODUCT.stock)
                        .all()))
                .containsExactly(7, 5, 0);
        assertThat(list(database.orm()
                        .find(PRODUCT)
                        .distinct()
                        .orderBy(PRODUCT.stock.asc())
                        .take(2)
                        .select(PRODUCT.stock)
                        .all()))
                .containsExactly(0, 5);
        assertThat(database.orm()
                        .find(PRODUCT)
                        .distinct()
                        .select(PRODUCT.status)
                        .count()
                        .block())
                .isEqualTo(3);
        assertThat(database.orm().find(PRODUCT).distinct().count().block()).isEqualTo(5);
        StepVerifier.create(database.orm()
                        .find(PRODUCT)
                        .distinct()
                        .orderBy(PRODUCT.name.asc())
                        .select(PRODUCT.stock)
                        .all())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageContaining("leave out distinct()"));
    }

    @Test
    void distinctOnKeepsTheFirstOfEachGroupAndTheOrder() {
        assertThat(list(database.orm()
                        .find(PRODUCT)
                        .distinctOn(PRODUCT.categoryId)
                        .orderBy(PRODUCT.name.desc())
                        .select(PRODUCT.name)
                        .all()))
                .containsExactly("sledge", "drill", "chain\\saw");
        assertThat(list(database.orm()
                        .find(PRODUCT)
                        .distinctOn(PRODUCT.stock.orElse(5))
                        .orderBy(PRODUCT.price.desc(), PRODUCT.id.asc())
                        .take(2)
                        .all()
                        .map(Product::name)))
                .containsExactly("chain\\saw", "Hand_saw");
        assertThat(database.orm()
                        .find(PRODUCT)
                        .distinctOn(PRODUCT.categoryId)
                        .count()
                        .block())
                .isEqualTo(3);
        assertThat(list(database.orm()
                        .find(CATEGORY)
                        .distinctOn(CATEGORY.parentId)
                        .orderBy(CATEGORY.id.asc())
                        .include(CATEGORY.products)
                        .all()
                        .map(category -> category.products().list().size())))
                .containsExactly(1, 2);
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullInPlaceOfWhatTakesTheValuesIsRefusedWhenItIsBuilt() {
        FindSpec<Product, Long> find = database.orm().find(PRODUCT);
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> find.select(PRODUCT.name).as((Function<String, String>) null),
                () -> find.select(PRODUCT.name).as((Class<String>) null),
                () -> find.select(PRODUCT.name, PRODUCT.id).as((BiFunction<String, Long, String>) null),
                () -> find.select(PRODUCT.name, PRODUCT.id, PRODUCT.stock)
                        .as((Selection3.Constructor<String, Long, Integer, String>) null),
                () -> find.select(List.of(PRODUCT.name), (RowReader<String>) null),
                () -> find.select((List<Expression<Product, ?>>) null, row -> ""),
                () -> find.select((Expression<Product, ?>[]) null).as(row -> ""),
                () -> find.as((Class<NameTotal>) null),
                () -> find.groupBy(PRODUCT.name).select(PRODUCT.name.key()).as((Function<String, String>) null))) {
            assertThatThrownBy(call)
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessageMatching(".* (is|are) null\\. Give .*");
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void aParameterOfAShapeIsNeitherNullNorWithoutAName() {
        ShapeSpec<Category, StockShapes.Offers> offers =
                database.orm().find(CATEGORY).as(StockShapes.Offers.class);
        assertThatThrownBy(() -> offers.bind("least", null))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("The value of ':least' is null, with which no comparison holds. "
                        + "Give a value, or read a shape without the condition that names it.");
        assertThatThrownBy(() -> offers.bind(null, 1))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("The name of a parameter is null. Give the one that follows the colon.");
    }

    @Test
    void aRecordInsideOfAMethodIsNoShapeBecauseNoProcessorSeesIt() {
        @Shape
        record Inside(String name) {}
        @Shape(of = Product.class)
        record OfProduct(String name) {}
        FindSpec<Product, Long> find = database.orm().find(PRODUCT);
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> find.select(PRODUCT.name).as(Inside.class),
                () -> find.as(OfProduct.class),
                () -> database.orm().sql("select 'a' as name").as(Inside.class))) {
            assertThatThrownBy(call)
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessageEndingWith(
                            " It is declared inside of a method, where annotation processors do not see it: move it out.");
        }
    }

    @Test
    void aFunctionThatReturnsNullIsNamedByWhatItTakes() {
        StepVerifier.create(database.orm()
                        .find(PRODUCT)
                        .select(PRODUCT.name, PRODUCT.stock)
                        .as((name, stock) -> (String) null)
                        .all())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(MappingException.class)
                        .hasMessage("The function that takes [Product.name, Product.stock] returned null, "
                                + "but a Flux has no nulls. Return an Optional, or leave such rows out."));
    }

    @Test
    void rowsAreToldApartInOneWay() {
        FindSpec<Product, Long> find = database.orm().find(PRODUCT);
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> find.distinctOn(PRODUCT.status).distinct(),
                () -> find.distinct().distinctOn(PRODUCT.status),
                () -> find.distinctOn(PRODUCT.status).distinctOn(PRODUCT.stock))) {
            assertThatThrownBy(call)
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessage("Rows of Product are told apart in two ways. "
                            + "Call either distinct() or distinctOn(…), with all expressions at once.");
        }
        assertThat(find.distinct().distinct().query()).isEqualTo(find.distinct().query());
    }

    @Test
    void aPageKnowsTheTotalInOneStatement() {
        database.statements().clear();
        Page<Product> page = database.orm()
                .find(PRODUCT)
                .where(PRODUCT.stock.isNotNull())
                .orderBy(PRODUCT.id.asc())
                .page(1, 3)
                .block();
        assertThat(page.map(Product::name)).isEqualTo(new Page<>(List.of("drill"), 1, 3, 4));
        assertThat(page.hasNext()).isFalse();
        assertThat(page.hasPrevious()).isTrue();
        assertThat(page.pages()).isEqualTo(2);
        assertThat(database.statements().count()).isEqualTo(1);
        assertThat(database.orm().find(PRODUCT).page(9, 3).block()).isEqualTo(new Page<>(List.of(), 9, 3, 5));
        assertThat(database.orm()
                        .find(PRODUCT)
                        .where(PRODUCT.id.in(List.of()))
                        .page(0, 3)
                        .block())
                .isEqualTo(new Page<>(List.of(), 0, 3, 0));
        assertThat(database.orm()
                        .find(SHOP)
                        .orderBy(SHOP.code.asc())
                        .include(SHOP.products)
                        .page(0, 2)
                        .block()
                        .items())
                .extracting(shop -> shop.products().list().size())
                .containsExactly(0, 2);
        assertThat(database.orm()
                        .find(PRODUCT)
                        .distinct()
                        .orderBy(PRODUCT.status.asc())
                        .select(PRODUCT.status)
                        .page(0, 2)
                        .block())
                .isEqualTo(new Page<>(List.of(Status.ACTIVE, Status.DRAFT), 0, 2, 3));
    }

    @Test
    void aPageThatCannotBeIsRefused() {
        assertThatThrownBy(() -> database.orm().find(PRODUCT).page(-1, 3)).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> database.orm().find(PRODUCT).page(0, 0)).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> database.orm().find(PRODUCT).take(1).page(0, 1))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("Leave out skip(…) and take(…)");
        assertThat(database.orm()
                        .find(PRODUCT)
                        .page(Integer.MAX_VALUE, Integer.MAX_VALUE)
                        .block()
                        .total())
                .isEqualTo(5);
    }
}
