package org.reactiveorm.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.FindSpec;
import org.reactiveorm.semantics.Fetch;

/** Trees of includes made at random load what the rows are related to, in either way, with the statements that are promised. */
class RandomIncludesIT {

    private static final long SEED = 20_240_701;
    private static final int CASES = 20;
    private static final int DEPTH = 3;

    @RegisterExtension
    static final ShopDatabase shop = new ShopDatabase(SEED);

    static Stream<Vocabulary<?>> entities(ShopDatabase shop) {
        return Stream.of(
                shop.world().products(),
                shop.world().categories(),
                shop.world().lines(),
                shop.world().shops(),
                shop.world().licences(),
                shop.world().purchases(),
                shop.world().deliveries(),
                shop.world().marks());
    }

    @ParameterizedTest
    @EnumSource
    void includesLoadWhatTheRowsAreRelatedTo(Fetch fetch) {
        entities(shop).forEach(entity -> assertLoaded(shop, entity, fetch));
    }

    static <E> void assertLoaded(ShopDatabase shop, Vocabulary<E> of, Fetch fetch) {
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            Random random = new Random(seed);
            IncludeTree<E> tree = new RandomIncludes(random).tree(of, DEPTH);
            Ordering<E, E> order = new RandomOrders(random).total(of, 1, 0);
            int take = 1 + random.nextInt(of.rows().inMemory().size());
            List<E> rows =
                    order.sorted(of.rows().inMemory()).stream().limit(take).toList();
            FindSpec<E, ?> find = of.rows().find().orderBy(order.terms().get(0)).take(take);
            for (int i = 1; i < order.terms().size(); i++) {
                find = find.orderBy(order.terms().get(i));
            }
            for (IncludeTree.Branch<E> branch : tree.branches()) {
                find = find.include(branch.include());
            }
            shop.statements().clear();
            assertLoaded("seed %d: %s".formatted(seed, find.query()), tree, rows, fetch.of(find));
            assertThat(shop.statements())
                    .as("seed %d", seed)
                    .hasCount(fetch == Fetch.ONE_STATEMENT ? 1 : 1 + tree.statements(rows));
        }
    }

    private static <E> void assertLoaded(String about, IncludeTree<E> tree, List<E> rows, FindSpec<E, ?> find) {
        List<E> found = find.all().collectList().block();
        assertThat(found.stream().map(tree::loaded))
                .as(about)
                .containsExactlyElementsOf(rows.stream().map(tree::expected).toList());
    }
}
