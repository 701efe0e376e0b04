package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Product_.PRODUCT;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.NumberColumn;
import org.reactiveorm.query.TextColumn;
import org.reactiveorm.query.ToManyRef;
import org.reactiveorm.test.OrmExtension;

/** Conditions made at random hold for the same rows in the database as by three-valued logic in memory. */
class RandomConditionsIT {

    private static final int CASES = 300;
    private static final List<String> TEXTS = List.of("", "a", "B", "ab", "%", "_", "a\\b", "a%");

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    private static List<Category> categories;

    private final Random random = new Random(20_240_229);

    /** A condition and what it is for a row: true, false, or null for unknown. */
    private record Twin<E>(Condition<E> condition, Function<E, @Nullable Boolean> truth) {}

    @BeforeAll
    static void fill() {
        Random random = new Random(7);
        database.orm()
                .insertAll(IntStream.range(0, 40)
                        .mapToObj(i -> NewCategory.name(TEXTS.get(i % TEXTS.size()) + i)
                                .products(IntStream.range(0, random.nextInt(4))
                                        .mapToObj(j -> product(random))
                                        .toList()))
                        .toList())
                .all()
                .blockLast();
        categories = database.orm()
                .find(CATEGORY)
                .include(CATEGORY.products)
                .all()
                .collectList()
                .block();
    }

    private static NewProductSteps.WithoutCategory product(Random random) {
        return NewProduct.name(text(random));
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    @Test
    void theDatabaseAgreesWithThreeValuedLogic() {
        spreadNulls();
        categories = database.orm()
                .find(CATEGORY)
                .include(CATEGORY.products)
                .all()
                .collectList()
                .block();
        List<Product> products =
                database.orm().find(PRODUCT).all().collectList().block();
        assertThat(products).hasSizeGreaterThan(30);
        for (int i = 0; i < CASES; i++) {
            Twin<Product> onProducts = product(3);
            assertThat(ids(database.orm()
                            .find(PRODUCT)
                            .where(onProducts.condition())
                            .all()
                            .map(Product::id)
                            .collectList()
                            .block()))
                    .as("case %d: %s", i, onProducts.condition())
                    .isEqualTo(ids(matching(products, onProducts, Product::id)));
            Twin<Category> onCategories = category(2);
            assertThat(ids(database.orm()
                            .find(CATEGORY)
                            .where(onCategories.condition())
                            .all()
                            .map(Category::id)
                            .collectList()
                            .block()))
                    .as("case %d: %s", i, onCategories.condition())
                    .isEqualTo(ids(matching(categories, onCategories, Category::id)));
        }
    }

    private static void spreadNulls() {
        database.orm().sql("""
                        update products set
                          stock = case when id % 3 = 0 then null else id % 5 end,
                          sold = case when id % 4 = 1 then null else id % 4 end,
                          note = case when id % 5 = 2 then null else substr(name, 1, 2) end,
                          fragile = case id % 3 when 0 then null when 1 then true else false end""").execute().block();
    }

    private static List<Long> ids(List<Long> ids) {
        return ids.stream().sorted().toList();
    }

    private static <E> List<Long> matching(List<E> rows, Twin<E> twin, Function<E, Long> id) {
        return rows.stream()
                .filter(row -> Boolean.TRUE.equals(twin.truth().apply(row)))
                .map(id)
                .toList();
    }

    private Twin<Product> product(int depth) {
        return depth == 0 || random.nextInt(4) == 0 ? productLeaf() : combined(this::product, depth - 1);
    }

    private Twin<Category> category(int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            return combined(this::category, depth - 1);
        }
        return random.nextInt(4) == 0 ? text(CATEGORY.name, Category::name) : quantified(CATEGORY.products);
    }

    private <E> Twin<E> combined(Function<Integer, Twin<E>> make, int depth) {
        if (random.nextInt(3) == 0) {
            Twin<E> inner = make.apply(depth);
            return new Twin<>(inner.condition().not(), row -> not(inner.truth().apply(row)));
        }
        boolean and = random.nextBoolean();
        List<Twin<E>> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parts.add(make.apply(depth));
        }
        List<Condition<E>> conditions =
                parts.stream().<Condition<E>>map(Twin::condition).toList();
        return new Twin<>(
                and ? Condition.all(conditions) : Condition.any(conditions),
                row -> joined(
                        parts.stream().map(part -> part.truth().apply(row)).iterator(), and));
    }

    private Twin<Category> quantified(ToManyRef<Category, Product> relation) {
        Twin<Product> inner = product(2);
        return switch (random.nextInt(3)) {
            case 0 ->
                new Twin<>(
                        relation.some(inner.condition()),
                        row -> row.products().stream()
                                .anyMatch(child ->
                                        Boolean.TRUE.equals(inner.truth().apply(child))));
            case 1 ->
                new Twin<>(
                        relation.every(inner.condition()),
                        row -> row.products().stream()
                                .noneMatch(child ->
                                        Boolean.FALSE.equals(inner.truth().apply(child))));
            default ->
                new Twin<>(
                        relation.none(inner.condition()),
                        row -> row.products().stream()
                                .noneMatch(child ->
                                        Boolean.TRUE.equals(inner.truth().apply(child))));
        };
    }

    private Twin<Product> productLeaf() {
        return switch (random.nextInt(6)) {
            case 0 -> number(PRODUCT.stock, random.nextInt(6), Product::stock);
            case 1 -> number(PRODUCT.sold, (long) random.nextInt(5), Product::sold);
            case 2 -> text(PRODUCT.note, Product::note);
            case 3 -> text(PRODUCT.name, Product::name);
            case 4 -> isNull(PRODUCT.fragile, Product::fragile);
            default -> new Twin<>(PRODUCT.fragile.isTrue(), Product::fragile);
        };
    }

    private <N extends Number & Comparable<N>> Twin<Product> number(
            NumberColumn<Product, N> column, N operand, Function<Product, @Nullable N> value) {
        return switch (random.nextInt(7)) {
            case 0 -> new Twin<>(column.eq(operand), lifted(value, v -> v.equals(operand)));
            case 1 -> new Twin<>(column.ne(operand), lifted(value, v -> !v.equals(operand)));
            case 2 -> new Twin<>(column.gt(operand), lifted(value, v -> v.compareTo(operand) > 0));
            case 3 -> new Twin<>(column.lte(operand), lifted(value, v -> v.compareTo(operand) <= 0));
            case 4 -> new Twin<>(column.isDistinctFrom(operand), row -> !operand.equals(value.apply(row)));
            case 5 ->
                random.nextBoolean()
                        ? new Twin<>(column.notIn(List.of(operand)), lifted(value, v -> !v.equals(operand)))
                        : new Twin<>(column.in(List.of()), row -> false);
            default -> isNull(column, value);
        };
    }

    private <E> Twin<E> text(TextColumn<E> column, Function<E, @Nullable String> value) {
        String operand = text(random);
        return switch (random.nextInt(4)) {
            case 0 -> new Twin<>(column.contains(operand), lifted(value, v -> v.contains(operand)));
            case 1 -> new Twin<>(column.startsWith(operand), lifted(value, v -> v.startsWith(operand)));
            case 2 -> new Twin<>(column.endsWith(operand), lifted(value, v -> v.endsWith(operand)));
            default -> new Twin<>(column.eqIgnoreCase(operand), lifted(value, v -> v.equalsIgnoreCase(operand)));
        };
    }

    private static <E, T> Twin<E> isNull(Column<E, T> column, Function<E, @Nullable T> value) {
        return new Twin<>(column.isNull(), row -> value.apply(row) == null);
    }

    private static <E, T> Function<E, @Nullable Boolean> lifted(
            Function<E, @Nullable T> value, Function<T, Boolean> test) {
        return row -> {
            T given = value.apply(row);
            return given == null ? null : test.apply(given);
        };
    }

    private static @Nullable Boolean not(@Nullable Boolean truth) {
        return truth == null ? null : !truth;
    }

    private static @Nullable Boolean joined(java.util.Iterator<@Nullable Boolean> parts, boolean and) {
        Boolean result = and;
        while (parts.hasNext()) {
            Boolean part = parts.next();
            if (part == null) {
                result = result != null && result == and ? null : result;
            } else if (part != and) {
                return !and;
            }
        }
        return result;
    }
}
