package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.reactiveorm.semantics.Product_.PRODUCT;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.error.NotUniqueException;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What becomes of the rows of SQL of the caller. */
@Timeout(60)
class SqlResultsIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void fill() {
        orm = database.orm();
        Stock.fill(orm);
    }

    private record Pair(long id, String name) {}

    @Test
    void aFunctionReadsByNameOrIndex() {
        Flux<Pair> byName = orm.sql("select name, id from products order by id")
                .map(row -> new Pair(row.getLong("id"), row.require("name", String.class)))
                .all();
        StepVerifier.create(byName.take(2))
                .expectNext(new Pair(1, "claw"), new Pair(2, "sledge"))
                .verifyComplete();
        StepVerifier.create(orm.sql("select id, name from products where id = :id")
                        .bind("id", 4L)
                        .map(row -> new Pair(row.getLong(0), row.require(1, String.class)))
                        .one())
                .expectNext(new Pair(4, "chain\\saw"))
                .verifyComplete();
        StepVerifier.create(orm.sql("select true as b, 7 as i, 0.5::float8 as d, null::text as n")
                        .map(row -> List.of(
                                row.getBoolean("b"),
                                row.getInt("i"),
                                row.getDouble("d"),
                                Optional.ofNullable(row.get("n", String.class)),
                                row.size(),
                                row.name(3)))
                        .one())
                .expectNext(List.of(true, 7, 0.5, Optional.empty(), 4, "n"))
                .verifyComplete();
    }

    @Test
    void aFunctionHasTheTerminalsOfEveryResult() {
        var names = orm.sql("select name from products order by id").map(row -> row.require(0, String.class));
        StepVerifier.create(names.first()).expectNext("claw").verifyComplete();
        StepVerifier.create(names.count()).expectNext(5L).verifyComplete();
        StepVerifier.create(names.one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(NotUniqueException.class)
                        .hasMessageContaining("More than one row"));
    }

    @Test
    void mistakesOfAFunctionAreClear() {
        StepVerifier.create(orm.sql("select 1 as a, 2 as b")
                        .map(row -> row.getInt("c"))
                        .one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(MappingException.class)
                        .hasMessage("The result has no column 'c'. It has [a, b]; name one with \"as\"."));
        StepVerifier.create(orm.sql("select null::int as a")
                        .map(row -> row.get("a", Integer.class))
                        .one())
                .verifyErrorSatisfies(error ->
                        assertThat(error).isInstanceOf(MappingException.class).hasMessageContaining("returned null"));
        StepVerifier.create(orm.sql("select null::int as a")
                        .map(row -> row.getInt("a"))
                        .one())
                .verifyError(MappingException.class);
        IllegalStateException own = new IllegalStateException("mine");
        StepVerifier.create(orm.sql("select 1")
                        .map(row -> {
                            throw own;
                        })
                        .one())
                .verifyErrorSatisfies(error -> assertThat(error).isSameAs(own));
        assertThat(orm.find(PRODUCT).count().block()).isEqualTo(5);
    }

    @Test
    void aFunctionThatNeverReturnsIsSignalledToo() {
        StepVerifier.create(orm.sql("select 1 as a")
                        .map(row -> depth(row.getInt("a")))
                        .one())
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(MappingException.class)
                        .hasMessageContaining("StackOverflowError"))
                .verify(Duration.ofSeconds(20));
        assertThat(orm.find(PRODUCT).count().block(Duration.ofSeconds(20))).isEqualTo(5);
    }

    private static int depth(int level) {
        return level < 0 ? 0 : 1 + depth(level + level % 2);
    }

    @Test
    void aScalarIsNeverNull() {
        Flux<String> notes = orm.sql("select note from products order by id")
                .as(String.class)
                .all();
        StepVerifier.create(notes)
                .expectNext("100% iron")
                .verifyErrorSatisfies(
                        error -> assertThat(error)
                                .isInstanceOf(MappingException.class)
                                .hasMessage(
                                        "Column 'note' is NULL, but a Flux has no nulls. Replace it with coalesce(…), leave it out with a condition, or read a @Shape record whose component is @Nullable."));
        StepVerifier.create(orm.sql("select coalesce(note, '-') from products where id in (1, 2) order by id")
                        .as(String.class)
                        .all())
                .expectNext("100% iron", "-")
                .verifyComplete();
        StepVerifier.create(orm.sql("select max(id) from products where false")
                        .as(Long.class)
                        .one())
                .verifyError(MappingException.class);
        StepVerifier.create(
                        orm.sql("select 2::numeric ^ 70").as(BigInteger.class).one())
                .expectNext(BigInteger.TWO.pow(70))
                .verifyComplete();
    }

    @Test
    void rowsComeAsTheyAreAskedFor() {
        ConnectionPool pool =
                new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get(database.url()))
                        .maxSize(1)
                        .maxAcquireTime(Duration.ofSeconds(20))
                        .build());
        ReactiveOrm single = ReactiveOrm.create(pool);
        AtomicInteger read = new AtomicInteger();
        Flux<Long> numbers = single.sql("select i from generate_series(:from, 20000) i")
                .bind("from", 1L)
                .map(row -> {
                    read.incrementAndGet();
                    return row.getLong(0);
                })
                .all();
        StepVerifier.create(numbers, 0)
                .thenRequest(2)
                .expectNext(1L, 2L)
                .thenRequest(3)
                .expectNext(3L, 4L, 5L)
                .then(() -> assertThat(read).hasValueLessThan(1000))
                .thenCancel()
                .verify();
        StepVerifier.create(numbers.take(3)).expectNext(1L, 2L, 3L).verifyComplete();
        StepVerifier.create(single.sql("select i from generate_series(1, 20000) i")
                        .as(Integer.class)
                        .first())
                .expectNext(1)
                .verifyComplete();
        StepVerifier.create(single.sql("select 1").as(Integer.class).one())
                .expectNext(1)
                .verifyComplete();
        pool.dispose();
    }

    @Test
    void severalStatementsRunWhereNothingIsBoundOrRead() {
        StepVerifier.create(orm.sql("delete from deliveries; update products set stock = 0 where id < 3;")
                        .execute())
                .expectNext(7L)
                .verifyComplete();
        StepVerifier.create(
                        orm.sql("update products set stock = 9; select 1 / 0").execute())
                .verifyError(InvalidValueException.class);
        assertThat(orm.find(PRODUCT).where(PRODUCT.stock.eq(9)).count().block()).isZero();
        database.statements().clear();
        StepVerifier.create(orm.sql("update products set stock = :n; select 1")
                        .bind("n", 1)
                        .execute())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageContaining("several statements"));
        assertThat(catchThrowable(() -> orm.sql("select 1; select 2").as(Integer.class)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("several statements");
        assertThat(database.statements()).isEmpty();
        StepVerifier.create(orm.sql("select :n ; -- the end")
                        .bind("n", 1)
                        .as(Integer.class)
                        .one())
                .expectNext(1)
                .verifyComplete();
    }
}
