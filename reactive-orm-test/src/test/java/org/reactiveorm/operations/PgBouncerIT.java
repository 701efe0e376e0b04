package org.reactiveorm.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.reactiveorm.tutorial.Post_.POST;
import static org.reactiveorm.tutorial.User_.USER;

import io.r2dbc.pool.ConnectionPool;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.transaction.ConnectionPools;
import org.reactiveorm.tutorial.NewPost;
import org.reactiveorm.tutorial.NewUser;
import org.reactiveorm.tutorial.User;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

/** Ten connections of ours to a real PgBouncer that has two of its own, and hands them out transaction by transaction. */
@Timeout(120)
class PgBouncerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    private static PgBouncer bouncer;

    private final List<Throwable> dropped = new CopyOnWriteArrayList<>();
    private ConnectionPool pool;
    private ReactiveOrm orm;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(
                PgBouncer.program().isPresent(),
                "There is no pgbouncer on this machine (Debian: apt-get install pgbouncer)");
        bouncer = PgBouncer.inFrontOf(database.url());
    }

    @AfterAll
    static void stop() throws IOException {
        if (bouncer != null) {
            bouncer.close();
        }
    }

    @BeforeEach
    void connect() {
        Hooks.onErrorDropped(dropped::add);
        database.orm().sql("truncate users cascade").execute().block(PATIENCE);
        pool = ConnectionPools.connect(bouncer.url(database.url())
                + "?preparedStatementCacheQueries=0&maxSize=10&maxAcquireTime=PT60S&applicationName=bounced");
        orm = ReactiveOrm.builder(pool)
                .sessionVariables(
                        context -> context.hasKey("owner") ? Map.of("app.owner", context.get("owner")) : Map.of())
                .build();
    }

    /** Nothing is left: neither of ours in the pool, nor of PgBouncer's on the server. */
    @AfterEach
    void nothingIsLeft() {
        await("every connection is back", () -> pool.getMetrics().orElseThrow().acquiredSize() == 0);
        await("no transaction is open", () -> sessions("xact_start is not null") == 0);
        assertThat(sessions("true")).isLessThanOrEqualTo(2);
        assertThat(orm.find(USER).count().block(PATIENCE)).isNotNull();
        pool.disposeLater().block(PATIENCE);
        Hooks.resetOnErrorDropped();
        assertThat(dropped).isEmpty();
    }

    /** Those of PgBouncer on the server, seen from outside. */
    private static long sessions(String condition) {
        Long count = database.orm()
                .sql("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and application_name = 'bounced' and " + condition)
                .as(Long.class)
                .one()
                .block(PATIENCE);
        return count == null ? 0 : count;
    }

    private static void await(String what, java.util.function.BooleanSupplier holds) {
        assertThat(Mono.fromSupplier(holds::getAsBoolean)
                        .subscribeOn(Schedulers.boundedElastic())
                        .filter(Boolean::booleanValue)
                        .repeatWhenEmpty(Integer.MAX_VALUE, tries -> tries.delayElements(Duration.ofMillis(10)))
                        .timeout(PATIENCE, Mono.just(false))
                        .block())
                .as(what)
                .isTrue();
    }

    private Mono<User> insert(String name) {
        return orm.insert(NewUser.username(name)
                        .email(name + "@example.com")
                        .age(1)
                        .posts(NewPost.title("first"), NewPost.title("second")))
                .one();
    }

    @Test
    void treesAreWrittenAndReadByManyAtOnce() {
        Flux.range(0, 100)
                .flatMap(i -> insert("user" + i), 20)
                .as(StepVerifier::create)
                .expectNextCount(100)
                .verifyComplete();
        Flux.range(0, 50)
                .flatMap(
                        i -> orm.find(USER)
                                .where(USER.username.eq("user" + i))
                                .include(USER.posts.include(POST.tags))
                                .one(),
                        20)
                .as(StepVerifier::create)
                .thenConsumeWhile(user -> user.posts().list().size() == 2)
                .verifyComplete();
    }

    @Test
    void aThousandStatementsAtOnce() {
        insert("one").block(PATIENCE);
        Flux.range(0, 1_000)
                .flatMap(
                        i -> i % 3 == 0
                                ? orm.update(USER)
                                        .where(USER.username.eq("one"))
                                        .set(USER.age.increment(1))
                                        .count()
                                : orm.find(USER).where(USER.age.gte(1)).count(),
                        1_000)
                .as(StepVerifier::create)
                .expectNextSequence(IntStream.range(0, 1_000).mapToObj(i -> 1L).toList())
                .verifyComplete();
        assertThat(orm.find(USER).oneOrFail().map(User::age).block(PATIENCE)).isEqualTo(335);
    }

    @Test
    void transactionsOfMoreThanPgBouncerHasConnections() {
        Flux.range(0, 60)
                .flatMap(
                        i -> {
                            Mono<Long> work = insert("user" + i)
                                    .delayElement(Duration.ofMillis(2))
                                    .flatMap(user -> orm.update(USER)
                                            .byId(user.id())
                                            .set(USER.age.to(i))
                                            .one())
                                    .then(orm.find(USER)
                                            .where(USER.username.eq("user" + i), USER.age.eq(i))
                                            .count());
                            return orm.transaction(
                                            i % 3 == 0 ? work.then(Mono.error(new IllegalStateException("no"))) : work)
                                    .onErrorReturn(IllegalStateException.class, -1L);
                        },
                        30)
                .filter(count -> count == 1)
                .as(StepVerifier::create)
                .expectNextCount(40)
                .verifyComplete();
        assertThat(orm.find(USER).count().block(PATIENCE)).isEqualTo(40);
    }

    @Test
    void streamsAndCopy() {
        Flux<NewUserRow> rows = Flux.range(0, 2_000).map(NewUserRow::new);
        assertThat(orm.insertAll(rows.map(row -> NewUser.username(row.name()).email(row.name())))
                        .copy()
                        .block(PATIENCE))
                .isEqualTo(2_000);
        Flux.range(0, 4)
                .flatMap(i -> orm.find(USER).orderBy(USER.id.asc()).include(USER.posts).stream(100)
                        .delayElements(Duration.ofNanos(1))
                        .take(500))
                .as(StepVerifier::create)
                .expectNextCount(2_000)
                .expectComplete()
                .verify(PATIENCE);
    }

    private record NewUserRow(int number) {
        String name() {
            return "row" + number;
        }
    }

    @Test
    void sessionVariablesAreThoseOfTheSubscriber() {
        Mono<String> owner = orm.sql("select coalesce(current_setting('app.owner', true), '')")
                .as(String.class)
                .one();
        Flux.range(0, 500)
                .flatMap(
                        i -> i % 4 == 0
                                ? owner.map(name -> name.isEmpty())
                                : owner.map(("owner" + i)::equals).contextWrite(Context.of("owner", "owner" + i)),
                        50)
                .as(StepVerifier::create)
                .thenConsumeWhile(Boolean.TRUE::equals)
                .verifyComplete();
    }

    /** Those who are not cancelled must not notice: PgBouncer gives the server's connection to others at once. */
    @Test
    void cancelsAtAnyMomentHitNobodyElse() {
        insert("one").block(PATIENCE);
        Random random = new Random(5);
        Flux<Long> cancelled = Flux.range(0, 400)
                .flatMap(
                        i -> {
                            Mono<Long> slow =
                                    orm.sql("select 1 from pg_sleep(0.02)").execute();
                            Mono<Long> work = i % 2 == 0
                                    ? slow
                                    : orm.transaction(orm.update(USER)
                                            .where(USER.username.eq("none"))
                                            .set(USER.age.to(0))
                                            .count()
                                            .then(slow));
                            return work.timeout(Duration.ofMillis(random.nextInt(40)), Mono.empty());
                        },
                        8);
        Flux<Long> others = Flux.range(0, 1_000)
                .flatMap(i -> orm.find(USER).where(USER.username.eq("one")).count(), 4);
        Mono.zip(cancelled.then(Mono.just(true)), others.all(count -> count == 1))
                .as(StepVerifier::create)
                .assertNext(both -> assertThat(both.getT2()).isTrue())
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void aCancelDuringBeginLeavesNoTransaction() {
        for (int i = 0; i < 300; i++) {
            orm.transaction(insert("user" + i))
                    .timeout(Duration.ofNanos(i * 20_000L), Mono.empty())
                    .block(PATIENCE);
        }
    }

    @Test
    void aStatementThatRunsLongIsStoppedOnTheServer() {
        orm.sql("select 1 from pg_sleep(600)")
                .execute()
                .timeout(Duration.ofMillis(100), Mono.empty())
                .as(StepVerifier::create)
                .verifyComplete();
        await("it is stopped", () -> sessions("wait_event = 'PgSleep'") == 0);
    }

    /** The third connection prepares its first statement where another one has. */
    @Test
    void preparedStatementsAreRefusedWithTheWayOut() {
        ReactiveOrm caching = ReactiveOrm.connect(bouncer.url(database.url()) + "?applicationName=bounced");
        Flux.range(0, 100)
                .flatMap(i -> caching.find(USER).where(USER.age.eq(i)).count(), 10)
                .then()
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageContaining("put preparedStatementCacheQueries=0 into the URL"))
                .verify(PATIENCE);
        caching.close().block(PATIENCE);
    }
}
