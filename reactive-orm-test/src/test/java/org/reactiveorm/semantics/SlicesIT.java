package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Line_.LINE;
import static org.reactiveorm.semantics.Product_.PRODUCT;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.FindResults;
import org.reactiveorm.FindSpec;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Order;
import org.reactiveorm.read.Slice;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Slices between cursors visit every row exactly once, whatever the rows are ordered by. */
class SlicesIT {

    private static final int PRODUCTS = 60;

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    /** Few different values, so that there are ties, and NULL in every column that takes it. */
    @BeforeAll
    static void fill() {
        database.orm()
                .insertAll(IntStream.rangeClosed(1, 4)
                        .mapToObj(i -> NewCategory.name("category " + i % 2 + i).id(i))
                        .toList())
                .all()
                .thenMany(database.orm()
                        .insertAll(IntStream.range(0, PRODUCTS)
                                .mapToObj(
                                        i -> NewProduct.name("product " + i % 7).categoryId(1 + i % 4))
                                .toList())
                        .all())
                .blockLast();
        database.orm().sql("""
                update products set
                  stock = case when id % 3 = 0 then null else id % 5 end,
                  weight = case when id % 4 = 1 then null else (id % 6) / 3.0 end,
                  price = (id % 9) * 0.1,
                  note = case when id % 5 = 2 then null else substr('aBÄé''%', (id % 5)::int, 2) end,
                  fragile = case id % 3 when 0 then null when 1 then true else false end,
                  status = case id % 3 when 0 then 'DRAFT' when 1 then 'ACTIVE' else 'gone' end,
                  grade = case id % 4 when 0 then null when 1 then 'GOOD' when 2 then 'POOR' else 'very good' end::product_grade,
                  since = case when id % 6 = 0 then null else date '2024-02-27' + (id % 4)::int end,
                  labels = case when id % 7 = 0 then null else array[(id % 3)::text, 'x,"y'] end""").execute().block();
    }

    private static List<Expression<Product, ?>> expressions() {
        return List.of(
                PRODUCT.stock,
                PRODUCT.weight,
                PRODUCT.price,
                PRODUCT.note,
                PRODUCT.fragile,
                PRODUCT.status,
                PRODUCT.grade,
                PRODUCT.since,
                PRODUCT.labels,
                PRODUCT.name,
                PRODUCT.note.lower(),
                PRODUCT.category.get(CATEGORY.name),
                PRODUCT.category.get(CATEGORY.parentId),
                PRODUCT.stock.orElse(2),
                PRODUCT.lines.count(),
                PRODUCT.lines.aggregate(LINE.quantity.max()));
    }

    private static Order<Product> order(Random random) {
        Expression<Product, ?> expression =
                expressions().get(random.nextInt(expressions().size()));
        Order<Product> order = random.nextBoolean() ? expression.asc() : expression.desc();
        return switch (random.nextInt(3)) {
            case 0 -> order.nullsFirst();
            case 1 -> order.nullsLast();
            default -> order;
        };
    }

    @Test
    void walksInBothDirectionsVisitEveryRowOnceInOrder() {
        Random random = new Random(4711);
        for (int i = 0; i < 60; i++) {
            List<Order<Product>> terms = new ArrayList<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                terms.add(order(random));
            }
            FindSpec<Product, Long> find = ordered(terms);
            Order.Direction last = terms.isEmpty()
                    ? Order.Direction.ASCENDING
                    : terms.get(terms.size() - 1).direction();
            List<Long> expected = find.orderBy(last == Order.Direction.ASCENDING ? PRODUCT.id.asc() : PRODUCT.id.desc())
                    .select(PRODUCT.id)
                    .all()
                    .collectList()
                    .block();
            int size = 1 + random.nextInt(PRODUCTS + 5);
            assertThat(forward(find.select(PRODUCT.id), size)).as("%s", terms).isEqualTo(expected);
            assertThat(backward(find.select(PRODUCT.id), size)).as("%s", terms).isEqualTo(expected);
        }
    }

    private static FindSpec<Product, Long> ordered(List<Order<Product>> terms) {
        FindSpec<Product, Long> find = database.orm().find(PRODUCT);
        for (Order<Product> term : terms) {
            find = find.orderBy(term);
        }
        return find;
    }

    private static <T> List<T> forward(FindResults<T> results, int size) {
        List<T> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Slice<T> slice = results.after(cursor, size).block();
            assertThat(slice.hasPrevious()).isEqualTo(!all.isEmpty());
            all.addAll(slice.items());
            cursor = slice.next();
        } while (cursor != null);
        return all;
    }

    private static <T> List<T> backward(FindResults<T> results, int size) {
        List<T> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Slice<T> slice = results.before(cursor, size).block();
            assertThat(slice.hasNext()).isEqualTo(!all.isEmpty());
            all.addAll(0, slice.items());
            cursor = slice.previous();
        } while (cursor != null);
        return all;
    }

    @Test
    void aSliceLeadsBackToTheOneBeforeIt() {
        FindSpec<Product, Long> find = database.orm().find(PRODUCT).orderBy(PRODUCT.stock.desc());
        Slice<Product> first = find.slice(10).block();
        Slice<Product> second = find.after(first.next(), 10).block();
        Slice<Product> back = find.before(second.previous(), 10).block();
        assertThat(first.items()).hasSize(10);
        assertThat(first.previous()).isNull();
        assertThat(back.items()).isEqualTo(first.items());
        assertThat(back.hasNext()).isTrue();
        assertThat(back.hasPrevious()).isFalse();
        assertThat(second.map(Product::id).items())
                .doesNotContainAnyElementsOf(first.map(Product::id).items());
    }

    @Test
    void aSliceWithRelationsCostsOneStatementForEach() {
        database.statements().clear();
        Slice<Category> slice = database.orm()
                .find(CATEGORY)
                .include(CATEGORY.products.take(2))
                .slice(3)
                .block();
        assertThat(slice.items())
                .hasSize(3)
                .allSatisfy(category -> assertThat(category.products().list()).hasSize(2));
        assertThat(database.statements().count()).isEqualTo(2);
    }

    @Test
    void rowsThatComeAndGoElsewhereMoveNothing() {
        database.orm()
                .transaction(Mono.defer(() -> {
                    FindSpec<Product, Long> find = database.orm().find(PRODUCT).orderBy(PRODUCT.id.asc());
                    return find.slice(5)
                            .flatMap(first -> database.orm()
                                    .delete(PRODUCT)
                                    .byId(first.items().get(4).id())
                                    .count()
                                    .then(find.after(first.next(), 5))
                                    .doOnNext(second -> assertThat(
                                                    second.items().get(0).id())
                                            .isEqualTo(first.items().get(4).id() + 1)))
                            .then(Mono.error(new IllegalStateException("undo")));
                }))
                .as(StepVerifier::create)
                .verifyErrorMessage("undo");
    }

    @Test
    void aCursorThatIsNoneIsRefusedBeforeAnySql() {
        FindSpec<Product, Long> find =
                database.orm().find(PRODUCT).where(PRODUCT.id.gt(0L)).orderBy(PRODUCT.name.asc());
        String cursor = find.slice(5).block().next();
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        List<String> broken = new ArrayList<>(
                List.of("", "x", "!!!", cursor.substring(1), cursor + "AAAA", cursor.toLowerCase(Locale.ROOT)));
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            broken.add(Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
        }
        database.statements().clear();
        for (String each : broken) {
            StepVerifier.create(find.after(each, 5)).verifyError(InvalidQueryException.class);
        }
        for (FindResults<Product> other : List.of(
                database.orm().find(PRODUCT).where(PRODUCT.id.gt(0L)).orderBy(PRODUCT.name.desc()),
                database.orm().find(PRODUCT).where(PRODUCT.id.gt(0L)),
                database.orm().find(PRODUCT).orderBy(PRODUCT.name.asc()),
                database.orm().find(PRODUCT).where(PRODUCT.id.lt(0L)).orderBy(PRODUCT.name.asc()))) {
            StepVerifier.create(other.after(cursor, 5))
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(InvalidQueryException.class)
                            .hasMessageContaining("does not belong to this query"));
        }
        assertThat(database.statements().count()).isZero();
        StepVerifier.create(database.orm()
                        .find(PRODUCT)
                        .where(PRODUCT.id.gt(1L))
                        .orderBy(PRODUCT.name.asc())
                        .after(cursor, 5))
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void whatCannotBeSlicedIsRefusedWhenItIsBuilt() {
        FindSpec<Product, Long> find = database.orm().find(PRODUCT);
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> find.slice(0),
                () -> find.take(3).slice(3),
                () -> find.skip(3).slice(3),
                () -> find.distinct().slice(3),
                () -> find.distinctOn(PRODUCT.name).slice(3))) {
            assertThatThrownBy(call).isInstanceOf(InvalidQueryException.class);
        }
    }
}
