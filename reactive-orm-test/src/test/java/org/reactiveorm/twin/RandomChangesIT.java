package org.reactiveorm.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Product_.PRODUCT;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Literal;
import org.reactiveorm.query.Order;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Updates and deletes made at random, of the first rows for which a condition holds, do to the table what they do to the rows in
 * memory. Each is undone by its transaction, so that the rows in memory stay those of the database.
 */
class RandomChangesIT {

    private static final long SEED = 20_240_229;
    private static final int CASES = 150;
    private static final int DEPTH = 2;

    @RegisterExtension
    static final ShopDatabase shop = new ShopDatabase(SEED);

    /** Columns that can have any value of their domain. */
    private static final List<Column<?, ?>> FREE = List.of(
            PRODUCT.note,
            PRODUCT.stock,
            PRODUCT.rank,
            PRODUCT.sold,
            PRODUCT.weight,
            PRODUCT.fragile,
            PRODUCT.grade,
            PRODUCT.labels,
            PRODUCT.sizes,
            PRODUCT.since);

    @Test
    void updates() {
        Vocabulary<?> products = shop.world().products();
        assertOften(Flux.fromStream(LongStream.range(SEED, SEED + CASES).boxed())
                .concatMap(seed -> updated(products, seed))
                .filter(Boolean::booleanValue)
                .count());
    }

    @Test
    void deletes() {
        Vocabulary<?> deliveries = shop.world().deliveries();
        assertOften(Flux.fromStream(LongStream.range(SEED, SEED + CASES).boxed())
                .concatMap(seed -> removed(deliveries, seed))
                .filter(Boolean::booleanValue)
                .count());
    }

    private static <E> Mono<Boolean> updated(Vocabulary<E> of, long seed) {
        RandomConditions random = new RandomConditions(new Random(seed));
        List<Value<E, E, ?>> free = of.values().stream()
                .filter(value -> FREE.contains(value.expression()))
                .toList();
        return updated(of, random.pick(free), seed, random);
    }

    private static <E, T> Mono<Boolean> updated(
            Vocabulary<E> of, Value<E, E, T> target, long seed, RandomConditions random) {
        Twin<E, E> where = random.condition(of, DEPTH);
        Value<E, E, T> source = source(of, target, seed);
        List<E> chosen = chosen(of, where, seed);
        Set<E> changed = new HashSet<>(chosen);
        Mono<List<Object>> update = shop.orm()
                .update(of.rows().entity())
                .where(where.condition())
                .set(assignment(target, source))
                .orderBy(order(of))
                .take(most(seed))
                .select(of.rows().key().expression())
                .as(key -> (Object) key)
                .all()
                .collectList();
        return undone(update, of, target)
                .doOnNext(after -> {
                    String about = "seed %d: %s = %s where %s".formatted(seed, target, source, where.condition());
                    assertThat(after.answer()).as(about).isEqualTo(of.rows().keysOf(chosen));
                    for (E row : of.rows().inMemory()) {
                        Value<E, E, T> expected = changed.contains(row) ? source : target;
                        assertThat(expected.isEqual(
                                        after.table().get(of.rows().key().of(row)), row))
                                .as("%s: %s", about, row)
                                .isTrue();
                    }
                })
                .onErrorMap(
                        failure -> !(failure instanceof AssertionError),
                        failure -> new AssertionError("seed " + seed + ": " + where.condition(), failure))
                .thenReturn(!chosen.isEmpty());
    }

    private static <E> Mono<Boolean> removed(Vocabulary<E> of, long seed) {
        Twin<E, E> where = new RandomConditions(new Random(seed)).condition(of, DEPTH);
        List<E> chosen = chosen(of, where, seed);
        List<Object> left = of.rows().keysOf(of.rows().inMemory());
        left.removeAll(of.rows().keysOf(chosen));
        Mono<List<Object>> delete = shop.orm()
                .delete(of.rows().entity())
                .where(where.condition())
                .orderBy(order(of))
                .take(most(seed))
                .select(of.rows().key().expression())
                .as(key -> (Object) key)
                .all()
                .collectList();
        return undone(delete, of, of.rows().key())
                .doOnNext(after -> {
                    String about = "seed %d: %s".formatted(seed, where.condition());
                    assertThat(after.answer()).as(about).isEqualTo(of.rows().keysOf(chosen));
                    assertThat(after.table().keySet()).as(about).containsExactlyInAnyOrderElementsOf(left);
                })
                .thenReturn(!chosen.isEmpty());
    }

    /** Many of the cases would notice if nothing was changed. */
    private static void assertOften(Mono<Long> telling) {
        assertThat(telling.block()).isGreaterThan(CASES / 3);
    }

    /** Half of the changes are about all rows that match. */
    private static long most(long seed) {
        return seed % 2 == 0 ? Long.MAX_VALUE : seed % 7;
    }

    private static <E> List<E> chosen(Vocabulary<E> of, Twin<E, E> where, long seed) {
        return where.matching(of.rows().inMemory()).stream()
                .sorted(of.rows().key().ascending(false).reversed())
                .limit(most(seed))
                .toList();
    }

    private static <E> Order<E> order(Vocabulary<E> of) {
        return of.rows().key().expression().desc();
    }

    /** Another value of the same kind, read or computed through relations; if none is found soon, one of the domain. */
    @SuppressWarnings("unchecked") // a domain is of one type
    private static <E, T> Value<E, E, T> source(Vocabulary<E> of, Value<E, E, T> target, long seed) {
        RandomConditions random = new RandomConditions(new Random(seed));
        for (int i = 0; i < 20; i++) {
            Value<E, E, ?> value = random.value(of, DEPTH);
            if (value.domain() == target.domain() && !value.expression().equals(target.expression())) {
                return (Value<E, E, T>) value;
            }
        }
        T sample = target.domain().sample(new Random(seed));
        return new Value<>(new Literal<>(target.expression().type(), sample), row -> sample, target.domain());
    }

    @SuppressWarnings("unchecked") // the free values are columns
    private static <E, T> Assignment<E> assignment(Value<E, E, T> target, Value<E, E, T> source) {
        return ((Column<E, T>) target.expression()).to(source.expression());
    }

    /** What a change answers, and the values of the table after it, by key. */
    private static <E> Mono<After> undone(Mono<List<Object>> change, Vocabulary<E> of, Value<E, E, ?> value) {
        Mono<Map<Object, @Nullable Object>> table = of.rows()
                .find()
                .select(
                        List.<Expression<E, ?>>of(of.rows().key().expression(), value.expression()),
                        row -> Arrays.<@Nullable Object>asList(
                                of.rows().key().expression().type().read(row, 0),
                                value.expression().type().read(row, 1)))
                .all()
                .collect(HashMap::new, (map, row) -> map.put(row.get(0), row.get(1)));
        return shop.orm()
                .transaction(change.flatMap(
                        answer -> table.flatMap(values -> Mono.<After>error(new Undo(new After(answer, values))))))
                .onErrorResume(Undo.class, undo -> Mono.just(undo.after));
    }

    private record After(List<Object> answer, Map<Object, @Nullable Object> table) {}

    /** Rolls back what was looked at. */
    private static final class Undo extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient After after;

        Undo(After after) {
            super("undone", null, false, false);
            this.after = after;
        }
    }
}
