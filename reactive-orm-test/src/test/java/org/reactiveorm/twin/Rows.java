package org.reactiveorm.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.reactiveorm.FindResults;
import org.reactiveorm.FindSpec;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.Expression;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All rows of an entity, in the database and in memory.
 *
 * @param orm where the rows are in the database
 * @param entity whose rows
 * @param key what tells them apart
 * @param inMemory the same rows
 * @param <E> the entity
 */
record Rows<E>(ReactiveOrm orm, EntityRef<E, ?> entity, Value<E, E, ?> key, List<E> inMemory) {

    private static final int AT_ONCE = 8;

    static <E> Rows<E> read(ReactiveOrm orm, EntityRef<E, ?> entity, Value<E, E, ?> key) {
        return new Rows<>(orm, entity, key, orm.find(entity).all().collectList().block());
    }

    FindSpec<E, ?> find() {
        return orm.find(entity);
    }

    /** Asserts of each of the conditions, and of its negation, that PostgreSQL finds the rows for which it is true in memory. */
    static void assertAgreement(Stream<? extends Supplier<? extends Mono<Void>>> checks) {
        Flux.fromStream(checks).flatMap(Supplier::get, AT_ONCE).blockLast();
    }

    /** That PostgreSQL holds the condition for true, false and unknown for the same rows as {@link ThreeValued} logic. */
    Mono<Void> assertAgrees(Object about, Twin<E, E> twin) {
        return assertFinds(about, twin).then(assertFinds(about, twin.not()));
    }

    private Mono<Void> assertFinds(Object about, Twin<E, E> twin) {
        return keys(twin.condition())
                .onErrorMap(failure -> new AssertionError("%s: %s".formatted(about, twin.condition()), failure))
                .doOnNext(found -> assertThat(found)
                        .as("%s: %s", about, twin.condition())
                        .containsExactlyInAnyOrderElementsOf(keysOf(twin.matching(inMemory))))
                .then();
    }

    /** That PostgreSQL computes the same value for each row. */
    <T> Mono<Void> assertComputes(Object about, Value<E, E, T> value) {
        return find().select(
                        List.<Expression<E, ?>>of(key.expression(), value.expression()),
                        row -> Arrays.asList(
                                key.expression().type().read(row, 0),
                                value.expression().type().read(row, 1)))
                .all()
                .collectMap(row -> row.get(0), row -> Optional.ofNullable(row.get(1)))
                .onErrorMap(failure -> new AssertionError("%s: %s".formatted(about, value), failure))
                .doOnNext(found -> inMemory.forEach(row -> assertThat(
                                value.isEqual(found.get(key.of(row)).orElse(null), row))
                        .as("%s: %s is %s and ought to be %s", about, value, found.get(key.of(row)), value.of(row))
                        .isTrue()))
                .then();
    }

    private Mono<List<Object>> keys(Condition<E> condition) {
        return keys(find().where(condition));
    }

    /** The keys of what is found, in its order. */
    Mono<List<Object>> keys(FindSpec<E, ?> find) {
        return select(find).all().collectList();
    }

    /** The key alone of each row. */
    FindResults<Object> select(FindSpec<E, ?> find) {
        return find.select(
                List.<Expression<E, ?>>of(key.expression()),
                row -> key.expression().type().read(row, 0));
    }

    List<Object> keysOf(List<E> rows) {
        List<Object> keys = new ArrayList<>();
        rows.forEach(row -> keys.add(key.of(row)));
        return keys;
    }
}
