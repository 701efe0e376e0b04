package org.reactiveorm.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.FindResults;
import org.reactiveorm.FindSpec;
import org.reactiveorm.query.Order;
import org.reactiveorm.read.Page;
import org.reactiveorm.read.Slice;
import reactor.core.publisher.Mono;

/** Orders made at random, and the windows, pages and slices of what is ordered, are the same in the database and in memory. */
class RandomOrdersIT {

    private static final long SEED = 20_240_501;
    private static final int CASES = 25;

    @RegisterExtension
    static final ShopDatabase shop = new ShopDatabase(SEED);

    private static Vocabulary<Specimen> specimens;

    @BeforeAll
    static void fill() {
        List<Value<Specimen, Specimen, ?>> columns = new ArrayList<>();
        Specimens.pairs().forEach(pair -> columns.addAll(List.of(pair.left(), pair.right())));
        Specimens.singles().stream().filter(column -> column != Specimens.JSON).forEach(columns::add);
        specimens = new Vocabulary<>(Specimens.fill(shop.orm(), SEED), columns, List.of(), List.of());
    }

    private static Stream<Vocabulary<?>> entities() {
        return Stream.of(
                specimens,
                shop.world().products(),
                shop.world().categories(),
                shop.world().lines(),
                shop.world().shops(),
                shop.world().purchases(),
                shop.world().deliveries(),
                shop.world().marks());
    }

    /** A query of some rows in a total order, made from a seed. */
    private record Ordered<E>(Vocabulary<E> of, long seed, Random random, Twin<E, E> filter, Ordering<E, E> order) {

        static <E> Ordered<E> make(Vocabulary<E> of, long seed) {
            Random random = new Random(seed);
            Twin<E, E> filter = new RandomConditions(random).condition(of, 0);
            return new Ordered<>(
                    of,
                    seed,
                    random,
                    random.nextBoolean() ? filter : Twin.any(List.of(filter, filter.not())),
                    new RandomOrders(random).total(of, 3, 2));
        }

        FindSpec<E, ?> find() {
            FindSpec<E, ?> find = of.rows().find().where(filter.condition());
            for (Order<E> term : order.terms()) {
                find = find.orderBy(term);
            }
            return find;
        }

        List<E> inMemory() {
            return order.sorted(filter.matching(of.rows().inMemory()));
        }

        void assertEqual(List<Object> found, List<E> expected) {
            assertThat(found)
                    .as("seed %d: %s", seed, order.terms())
                    .containsExactlyElementsOf(of.rows().keysOf(expected));
        }
    }

    private static void forEach(Function<Ordered<?>, Mono<Void>> check) {
        Rows.assertAgreement(entities()
                .flatMap(entity -> LongStream.range(SEED, SEED + CASES)
                        .<Supplier<Mono<Void>>>mapToObj(seed -> () -> check.apply(Ordered.make(entity, seed)))));
    }

    @Test
    void rowsComeInTheOrderOfTheTermsAndWithinTheWindow() {
        forEach(RandomOrdersIT::windowed);
    }

    private static <E> Mono<Void> windowed(Ordered<E> query) {
        List<E> all = query.inMemory();
        int skip = query.random().nextInt(3) * query.random().nextInt(all.size() + 2);
        int take = 1 + query.random().nextInt(all.size() + 2);
        FindSpec<E, ?> find =
                query.random().nextBoolean() ? query.find() : query.find().take(take);
        boolean isLimited = find.query().window().isLimited();
        return query.of()
                .rows()
                .keys(find.skip(skip))
                .doOnNext(found -> query.assertEqual(
                        found,
                        all.stream()
                                .skip(skip)
                                .limit(isLimited ? take : all.size())
                                .toList()))
                .then();
    }

    @Test
    void aPageHasItsRowsAndTheNumberOfAll() {
        forEach(RandomOrdersIT::paged);
    }

    private static <E> Mono<Void> paged(Ordered<E> query) {
        List<E> all = query.inMemory();
        int size = 1 + query.random().nextInt(all.size() + 2);
        int number = query.random().nextInt(3);
        return keys(query)
                .page(number, size)
                .doOnNext(page -> {
                    query.assertEqual(
                            page.items(),
                            all.stream().skip((long) number * size).limit(size).toList());
                    assertThat(page)
                            .as("seed %d", query.seed())
                            .isEqualTo(new Page<>(page.items(), number, size, all.size()));
                })
                .then();
    }

    @Test
    void ofRowsThatAreEqualInSomeValuesTheFirstOneIsLeft() {
        forEach(RandomOrdersIT::distinct);
    }

    private static <E> Mono<Void> distinct(Ordered<E> query) {
        RandomConditions values = new RandomConditions(query.random());
        Value<E, E, ?> first = values.value(query.of(), 1);
        Value<E, E, ?> second = values.value(query.of(), 1);
        TreeSet<E> seen = new TreeSet<>(first.ascending(true).thenComparing(second.ascending(true)));
        int take = 1 + query.random().nextInt(10);
        return query.of()
                .rows()
                .keys(query.find()
                        .distinctOn(first.expression(), second.expression())
                        .take(take))
                .doOnNext(found -> query.assertEqual(
                        found,
                        query.inMemory().stream().filter(seen::add).limit(take).toList()))
                .then();
    }

    @Test
    void slicesWalkThroughTheOrderInBothDirections() {
        forEach(query -> walked(query));
    }

    private static <E> Mono<Void> walked(Ordered<E> query) {
        int size = 1 + query.random().nextInt(query.of().rows().inMemory().size());
        FindResults<Object> keys = keys(query);
        Mono<Void> forward = walk(keys, size, true)
                .doOnNext(found -> query.assertEqual(found, query.inMemory()))
                .then();
        Mono<Void> backward = walk(keys, size, false)
                .doOnNext(found -> query.assertEqual(found, query.inMemory()))
                .then();
        return forward.then(backward);
    }

    /** All rows, slice by slice, in their order. */
    private static Mono<List<Object>> walk(FindResults<Object> rows, int size, boolean isForward) {
        return slice(rows, null, size, isForward)
                .expand(slice -> {
                    @Nullable String cursor = isForward ? slice.next() : slice.previous();
                    return cursor == null ? Mono.empty() : slice(rows, cursor, size, isForward);
                })
                .collectList()
                .map(slices -> {
                    List<Object> all = new ArrayList<>();
                    slices.forEach(slice -> all.addAll(isForward ? all.size() : 0, slice.items()));
                    return all;
                });
    }

    private static Mono<Slice<Object>> slice(
            FindResults<Object> rows, @Nullable String cursor, int size, boolean isForward) {
        return isForward ? rows.after(cursor, size) : rows.before(cursor, size);
    }

    private static <E> FindResults<Object> keys(Ordered<E> query) {
        return query.of().rows().select(query.find());
    }
}
