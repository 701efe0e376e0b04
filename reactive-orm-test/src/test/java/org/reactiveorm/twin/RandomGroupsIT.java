package org.reactiveorm.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.FindResults;
import org.reactiveorm.FindSpec;
import org.reactiveorm.GroupSpec;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Grouped;
import org.reactiveorm.query.Order;
import reactor.core.publisher.Mono;

/** Groups made at random have the same keys and totals in the database and in memory. */
class RandomGroupsIT {

    private static final long SEED = 20_240_601;
    private static final int CASES = 60;

    @RegisterExtension
    static final ShopDatabase shop = new ShopDatabase(SEED);

    /** Some rows of an entity in groups, made from a seed. */
    private static final class Groups<E> {

        private final long seed;
        private final Random random;
        private final RandomConditions make;
        private final Vocabulary<E> of;
        private final Twin<E, E> filter;
        private final Ordering<E, E> order;
        private final @Nullable Integer firstRows;
        private final List<Value<E, E, ?>> keys = new ArrayList<>();
        private final List<Value<Grouped<E>, List<E>, ?>> totals = new ArrayList<>();

        Groups(Vocabulary<E> of, long seed) {
            this.seed = seed;
            this.of = of;
            random = new Random(seed);
            make = new RandomConditions(random);
            filter = random.nextInt(3) == 0 ? make.condition(of, 1) : Twin.all(List.of());
            order = new RandomOrders(random).total(of, 1, 0);
            firstRows = random.nextInt(3) == 0 ? (Integer) (1 + random.nextInt(20)) : null;
            for (int i = random.nextInt(3); i > 0; i--) {
                keys.add(make.value(of, 1));
            }
            keys.forEach(key -> totals.add(keyOf(key)));
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                totals.add(make.total(of, 1));
            }
        }

        private static <E, T> Value<Grouped<E>, List<E>, T> keyOf(Value<E, E, T> key) {
            return new Value<>(key.expression().key(), group -> key.of(group.get(0)), key.domain());
        }

        GroupSpec<E> find() {
            FindSpec<E, ?> find = of.rows().find().where(filter.condition());
            if (firstRows != null) {
                for (Order<E> term : order.terms()) {
                    find = find.orderBy(term);
                }
                find = find.take(firstRows);
            }
            return switch (keys.size()) {
                case 0 -> find.groupBy();
                case 1 -> find.groupBy(keys.get(0).expression());
                default -> find.groupBy(keys.get(0).expression(), keys.get(1).expression());
            };
        }

        List<List<E>> inMemory() {
            List<E> rows = filter.matching(of.rows().inMemory());
            List<E> grouped = firstRows == null
                    ? rows
                    : order.sorted(rows).stream().limit(firstRows).toList();
            if (keys.isEmpty()) {
                return List.of(grouped);
            }
            Comparator<E> byKeys = keys.get(0).ascending(false);
            if (keys.size() > 1) {
                byKeys = byKeys.thenComparing(keys.get(1).ascending(false));
            }
            TreeMap<E, List<E>> groups = new TreeMap<>(byKeys);
            grouped.forEach(row ->
                    groups.computeIfAbsent(row, first -> new ArrayList<>()).add(row));
            return List.copyOf(groups.values());
        }

        /** By one of the totals and then by the keys, which no two groups share. */
        Ordering<Grouped<E>, List<E>> randomOrder() {
            Ordering<Grouped<E>, List<E>> by = Ordering.by(make.pick(totals), random);
            for (Value<E, E, ?> key : keys) {
                by = by.then(Ordering.by(keyOf(key), random));
            }
            return by;
        }

        static <E> GroupSpec<E> ordered(GroupSpec<E> groups, Ordering<Grouped<E>, List<E>> order) {
            GroupSpec<E> ordered = groups;
            for (Order<Grouped<E>> term : order.terms()) {
                ordered = ordered.orderBy(term);
            }
            return ordered;
        }

        FindResults<List<@Nullable Object>> select(GroupSpec<E> groups) {
            List<Expression<Grouped<E>, ?>> expressions = new ArrayList<>();
            totals.forEach(total -> expressions.add(total.expression()));
            return groups.select(expressions, row -> {
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 0; i < expressions.size(); i++) {
                    values.add(expressions.get(i).type().read(row, i));
                }
                return values;
            });
        }

        void assertEqual(List<List<@Nullable Object>> found, List<List<E>> expected) {
            assertThat(found).as(toString()).hasSameSizeAs(expected);
            for (int i = 0; i < found.size(); i++) {
                for (int j = 0; j < totals.size(); j++) {
                    assertEqual(totals.get(j), found.get(i).get(j), expected.get(i));
                }
            }
        }

        private void assertEqual(Value<Grouped<E>, List<E>, ?> total, @Nullable Object found, List<E> group) {
            assertThat(total.isEqual(found, group))
                    .as("%s: %s is %s and ought to be %s", this, total, found, total.of(group))
                    .isTrue();
        }

        @Override
        public String toString() {
            return "seed %d: of %s by %s".formatted(seed, of.rows().entity().model(), keys);
        }
    }

    private static void forEach(Function<Groups<?>, Mono<Void>> check) {
        forEach(shop, check);
    }

    private static void forEach(ShopDatabase shop, Function<Groups<?>, Mono<Void>> check) {
        Stream<Vocabulary<?>> entities = Stream.of(
                shop.world().products(),
                shop.world().categories(),
                shop.world().lines(),
                shop.world().shops(),
                shop.world().deliveries());
        Rows.assertAgreement(entities.flatMap(entity -> LongStream.range(SEED, SEED + CASES)
                .<Supplier<Mono<Void>>>mapToObj(seed -> () -> check.apply(new Groups<>(entity, seed)))));
    }

    @Test
    void groupsHaveTheirTotalsInTheOrderOfTheTerms() {
        forEach(RandomGroupsIT::totals);
    }

    static void assertTotals(ShopDatabase shop) {
        forEach(shop, RandomGroupsIT::totals);
        forEach(shop, RandomGroupsIT::windows);
    }

    private static <E> Mono<Void> totals(Groups<E> groups) {
        Ordering<Grouped<E>, List<E>> order = groups.randomOrder();
        return groups.select(Groups.ordered(groups.find(), order))
                .all()
                .collectList()
                .doOnNext(found -> groups.assertEqual(found, order.sorted(groups.inMemory())))
                .then();
    }

    @Test
    void havingLeavesTheGroupsForWhichItIsTrue() {
        forEach(RandomGroupsIT::having);
    }

    private static <E> Mono<Void> having(Groups<E> groups) {
        Ordering<Grouped<E>, List<E>> order = groups.randomOrder();
        Twin<Grouped<E>, List<E>> some = groups.make.compared(groups.make.pick(groups.totals));
        Twin<Grouped<E>, List<E>> others =
                groups.make.compared(groups.make.pick(groups.totals)).not();
        Twin<Grouped<E>, List<E>> having =
                groups.random.nextBoolean() ? Twin.all(List.of(some, others)) : Twin.any(List.of(some, others));
        return groups.select(Groups.ordered(groups.find().having(having.condition()), order))
                .all()
                .collectList()
                .doOnNext(found -> groups.assertEqual(found, order.sorted(having.matching(groups.inMemory()))))
                .then();
    }

    @Test
    void groupsHaveWindowsAndPages() {
        forEach(RandomGroupsIT::windows);
    }

    private static <E> Mono<Void> windows(Groups<E> groups) {
        Ordering<Grouped<E>, List<E>> order = groups.randomOrder();
        List<List<E>> all = order.sorted(groups.inMemory());
        GroupSpec<E> find = Groups.ordered(groups.find(), order);
        int skip = groups.random.nextInt(4);
        int take = 1 + groups.random.nextInt(5);
        Mono<Void> window = groups.select(find.skip(skip).take(take))
                .all()
                .collectList()
                .doOnNext(found -> groups.assertEqual(
                        found, all.stream().skip(skip).limit(take).toList()))
                .then();
        Mono<Void> page = groups.select(find)
                .page(1, take)
                .doOnNext(found -> {
                    groups.assertEqual(
                            found.items(), all.stream().skip(take).limit(take).toList());
                    assertThat(found.total()).as(groups.toString()).isEqualTo(all.size());
                })
                .then();
        return window.then(page);
    }

    @Test
    void textsAreJoinedInAnOrder() {
        forEach(RandomGroupsIT::joined);
    }

    private static <E> Mono<Void> joined(Groups<E> groups) {
        groups.of.values().stream()
                .filter(value -> value.domain() == Domain.TEXT)
                .forEach(text -> groups.totals.add(joined(groups.of, text)));
        return totals(groups);
    }

    @SuppressWarnings("unchecked") // the domain is that of texts
    private static <E> Value<Grouped<E>, List<E>, String> joined(Vocabulary<E> of, Value<E, E, ?> text) {
        return Totals.joined((Value<E, E, String>) text, of.rows().key());
    }
}
