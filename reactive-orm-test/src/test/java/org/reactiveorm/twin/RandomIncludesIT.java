package org.reactiveorm.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.FindSpec;
import org.reactiveorm.test.OrmExtension;

/** Trees of includes made at random load what the rows are related to, in either way, with the statements that are promised. */
class RandomIncludesIT {

    private static final long SEED = 20_240_701;
    private static final int CASES = 20;
    private static final int DEPTH = 3;

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    private static ShopWorld shop;

    @BeforeAll
    static void fill() {
        shop = ShopWorld.fill(database.orm(), SEED);
    }

    private static Stream<Vocabulary<?>> entities() {
        return Stream.of(
                shop.products(),
                shop.categories(),
                shop.lines(),
                shop.shops(),
                shop.licences(),
                shop.purchases(),
                shop.deliveries(),
                shop.marks());
    }

    @Test
    void oneStatementForEachRelationLoadsWhatTheRowsAreRelatedTo() {
        entities().forEach(entity -> assertLoaded(entity, Way.STATEMENT_FOR_EACH_RELATION));
    }

    @Test
    void oneStatementForAllRelationsLoadsWhatTheRowsAreRelatedTo() {
        entities().forEach(entity -> assertLoaded(entity, Way.ONE_STATEMENT));
    }

    private enum Way {
        STATEMENT_FOR_EACH_RELATION,
        ONE_STATEMENT
    }

    private static <E> void assertLoaded(Vocabulary<E> of, Way way) {
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
            assertLoaded(
                    "seed %d: %s".formatted(seed, find.query()),
                    tree,
                    rows,
                    way == Way.ONE_STATEMENT ? find.inOneStatement() : find);
            assertThat(database.statements())
                    .as("seed %d", seed)
                    .hasCount(way == Way.ONE_STATEMENT ? 1 : 1 + tree.statements(rows));
        }
    }

    private static <E> void assertLoaded(String about, IncludeTree<E> tree, List<E> rows, FindSpec<E, ?> find) {
        database.statements().clear();
        List<E> found = find.all().collectList().block();
        assertThat(found.stream().map(tree::loaded))
                .as(about)
                .containsExactlyElementsOf(rows.stream().map(tree::expected).toList());
    }
}
