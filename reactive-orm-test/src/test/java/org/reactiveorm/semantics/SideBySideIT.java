package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Line_.LINE;
import static org.reactiveorm.semantics.Mark_.MARK;
import static org.reactiveorm.semantics.Product_.PRODUCT;

import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.FindSpec;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.transaction.ConnectionPools;
import reactor.core.publisher.Flux;

/** Relations of the same rows are read at once, through as many connections as were allowed. */
class SideBySideIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    /** The function waits until as many statements as it is told are in it at the same time, if only for a second. */
    @BeforeAll
    static void fill() {
        Stock.fill(database.orm());
        database.orm().sql("""
                        create function meets(expected int) returns bool language plpgsql volatile as $$
                        declare present int;
                        begin
                          for i in 1..40 loop
                            perform pg_stat_clear_snapshot();
                            select count(*) into present from pg_stat_activity
                              where state = 'active' and query like '%meets(%' and datname = current_database();
                            if present >= expected then perform pg_sleep(0.02); return true; end if;
                            perform pg_sleep(0.005);
                          end loop;
                          return false;
                        end $$""").execute().block();
    }

    private static FindSpec<Product, Long> together(ReactiveOrm orm, int expected) {
        return orm.find(PRODUCT)
                .byId(1L)
                .include(
                        PRODUCT.marks
                                .where(Condition.<Mark>sql("meets(?)", expected), MARK.name.ne(""))
                                .take(1),
                        PRODUCT.lines
                                .where(Condition.<Line>sql("meets(?)", expected), LINE.quantity.gt(0))
                                .take(1),
                        PRODUCT.category.where(Condition.<Category>sql("meets(?)", expected), CATEGORY.id.gt(0L)));
    }

    private static void assertAllThere(Product product) {
        assertThat(product.marks()).hasSize(1);
        assertThat(product.lines()).hasSize(1);
        assertThat(product.category().optional()).isPresent();
    }

    @Test
    void asManyAsAllowedAreReadAtOnce() {
        try (Pool pool = new Pool(4)) {
            ReactiveOrm three = ReactiveOrm.builder(pool.connections())
                    .relationConnections(3)
                    .build();
            assertAllThere(together(three, 3).oneOrFail().block(PATIENCE));
            ReactiveOrm one = ReactiveOrm.create(pool.connections());
            Product alone = together(one, 2).oneOrFail().block(PATIENCE);
            assertThat(alone.marks()).isEmpty();
            assertThat(alone.category().optional()).isEmpty();
        }
    }

    @Test
    void inATransactionThereIsOneConnection() {
        try (Pool pool = new Pool(4)) {
            ReactiveOrm orm = ReactiveOrm.builder(pool.connections())
                    .relationConnections(3)
                    .build();
            Product product = orm.transaction(together(orm, 2).oneOrFail()).block(PATIENCE);
            assertThat(product.marks()).isEmpty();
            assertThat(pool.acquired()).isZero();
        }
    }

    @Test
    void aPoolOfOneServesAnyNumber() {
        try (Pool pool = new Pool(1)) {
            ReactiveOrm orm = ReactiveOrm.builder(pool.connections())
                    .relationConnections(8)
                    .build();
            List<Product> products = Flux.range(0, 20)
                    .flatMap(i -> orm.find(PRODUCT)
                            .byId(1L)
                            .include(
                                    PRODUCT.marks.include(MARK.products),
                                    PRODUCT.lines.include(LINE.purchase, LINE.deliveries),
                                    PRODUCT.category,
                                    PRODUCT.shop)
                            .one())
                    .collectList()
                    .block(PATIENCE);
            assertThat(products)
                    .hasSize(20)
                    .allSatisfy(product -> assertThat(product.marks()).hasSize(2));
            assertThat(pool.acquired()).isZero();
        }
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        assertThatThrownBy(() -> ReactiveOrm.builder(ConnectionPools.connect(database.url()))
                        .relationConnections(0))
                .isInstanceOf(InvalidQueryException.class);
    }

    /** So many connections. */
    private record Pool(ConnectionPool connections) implements AutoCloseable {

        Pool(int size) {
            this(ConnectionPools.connect(database.url() + "?maxSize=" + size));
        }

        int acquired() {
            return connections.getMetrics().orElseThrow().acquiredSize();
        }

        @Override
        public void close() {
            connections.close().block(PATIENCE);
        }
    }
}
