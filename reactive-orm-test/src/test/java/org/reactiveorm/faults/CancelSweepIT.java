package org.reactiveorm.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.tutorial.Post_.POST;
import static org.reactiveorm.tutorial.User_.USER;

import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.DeadlineExceededException;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.test.fault.CleanPool;
import org.reactiveorm.test.fault.DroppedErrors;
import org.reactiveorm.test.fault.TcpProxy;
import org.reactiveorm.transaction.ConnectionPools;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactiveorm.tutorial.NewPost;
import org.reactiveorm.tutorial.NewTag;
import org.reactiveorm.tutorial.NewUser;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Every kind of call is given up at every moment of its life, in steps of a few milliseconds over four round trips of 50 ms: nothing of it
 * stays half done, in the database or in the pool.
 */
@Timeout(120)
class CancelSweepIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ROUND_TRIP = 50;
    private static final int STEP = 3;
    private static final int AT_ONCE = 16;

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    private static final AtomicInteger NAMES = new AtomicInteger();

    private static TcpProxy proxy;
    private static ConnectionPool pool;
    private static ReactiveOrm orm;

    @BeforeAll
    static void connect() {
        database.orm()
                .insertAll(Stream.iterate(1, i -> i + 1)
                        .limit(20)
                        .map(i -> NewUser.username("user" + i)
                                .email(i + "@example.com")
                                .posts(
                                        NewPost.title("a").tags(NewTag.name("tag a" + i)),
                                        NewPost.title("b").tags(NewTag.name("tag b" + i))))
                        .toList())
                .all()
                .blockLast(PATIENCE);
        proxy = TcpProxy.of(database.url());
        pool = ConnectionPools.connect(proxy.url() + "?maxSize=" + AT_ONCE);
        pool.warmup().block(PATIENCE);
        orm = ReactiveOrm.create(pool);
        Flux.range(0, AT_ONCE)
                .flatMap(i ->
                        orm.sql("select pg_sleep(0.05)::text").as(String.class).all())
                .blockLast(PATIENCE);
        proxy.lines().roundTrip(Duration.ofMillis(ROUND_TRIP));
    }

    @AfterAll
    static void disconnect() {
        pool.close().block(PATIENCE);
        proxy.close();
    }

    /** A call, and what is left of it: all or nothing. */
    enum Call {
        READ {
            @Override
            Publisher<?> of(String name) {
                return orm.find(USER).where(USER.username.eq("user7")).oneOrFail();
            }
        },
        TREE {
            @Override
            Publisher<?> of(String name) {
                return orm.find(USER)
                        .include(USER.posts.include(POST.tags).include(POST.comments))
                        .orderBy(USER.id.asc())
                        .all();
            }
        },
        WRITE {
            @Override
            Publisher<?> of(String name) {
                return orm.insert(NewUser.username(name).email(name)).one();
            }
        },
        NESTED_WRITE {
            @Override
            Publisher<?> of(String name) {
                return orm.insert(NewUser.username(name).email(name).posts(NewPost.title(name), NewPost.title(name)))
                        .one()
                        .flatMap(user -> orm.update(USER)
                                .byId(user.id())
                                .set(USER.posts.updateAll(POST.title.eq(name), POST.title.to(name)))
                                .set(USER.posts.create(NewPost.title(name)))
                                .oneOrFail())
                        .as(orm::transaction);
            }
        },
        SAVEPOINT {
            @Override
            Publisher<?> of(String name) {
                return orm.insert(NewUser.username(name).email(name))
                        .one()
                        .delayUntil(user -> orm.insert(NewPost.title(name).userId(user.id()))
                                .one()
                                .then(orm.insert(NewPost.title(name).userId(user.id()))
                                        .one())
                                .as(posts -> orm.transaction(TransactionOptions.savepoint(), posts)))
                        .delayUntil(user -> orm.insert(NewPost.title(name).userId(user.id()))
                                .one())
                        .as(orm::transaction);
            }
        },
        EARLY {
            @Override
            Publisher<?> of(String name) {
                Flux<?> rows = orm.insert(NewUser.username(name).email(name))
                        .all()
                        .concatMap(user -> Flux.range(0, 3)
                                .concatMap(i -> orm.insert(NewPost.title(name).userId(user.id()))
                                        .one()));
                return orm.transaction(TransactionOptions.defaults().emittingEarly(), rows);
            }
        },
        BATCHES {
            @Override
            Publisher<?> of(String name) {
                Flux<NewUser> users = Flux.range(0, 7)
                        .map(i -> NewUser.username(name + " " + i)
                                .email(name + " " + i)
                                .posts(NewPost.title(name), NewPost.title(name), NewPost.title(name)));
                return orm.insertAll(users).batchSize(3).all();
            }
        },
        STREAM {
            @Override
            Publisher<?> of(String name) {
                return orm.find(USER).include(USER.posts).stream(5);
            }
        };

        abstract Publisher<?> of(String name);
    }

    /** How a call is given up. */
    enum Way {
        CANCEL {
            @Override
            Mono<Void> after(Publisher<?> call, Duration time) {
                // a value that meets the end would be dropped by takeUntilOther itself
                return Flux.from(call).then().takeUntilOther(Mono.delay(time));
            }
        },
        TIMEOUT {
            @Override
            Mono<Void> after(Publisher<?> call, Duration time) {
                return Flux.from(call).then().timeout(time).onErrorComplete(TimeoutException.class);
            }
        },
        DEADLINE {
            @Override
            Mono<Void> after(Publisher<?> call, Duration time) {
                TransactionOptions limited = TransactionOptions.defaults().withTimeout(time);
                return orm.transaction(limited, Flux.from(call).then())
                        .onErrorComplete(DeadlineExceededException.class);
            }
        };

        abstract Mono<Void> after(Publisher<?> call, Duration time);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftHalfDone(Call call) {
        try (DroppedErrors dropped = DroppedErrors.record()) {
            for (Way way : Way.values()) {
                Flux.range(1, 4 * ROUND_TRIP / STEP)
                        .flatMap(step -> way.after(given(call), Duration.ofMillis((long) step * STEP)), AT_ONCE)
                        .blockLast(PATIENCE);
                CleanPool.assertPoolClean(pool, database.url());
                assertWhole(call + " " + way);
            }
            dropped.assertNone();
        }
    }

    @Test
    void tenThousandRandomCancelsUnderLoadLeaveNothingBehind() {
        proxy.lines().heal();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Call[] calls = Call.values();
        try (DroppedErrors dropped = DroppedErrors.record()) {
            Flux.range(0, 10_000)
                    .flatMap(
                            i -> Way.CANCEL.after(
                                    given(calls[i % calls.length]), Duration.ofNanos(random.nextInt(12_000_000))),
                            2 * AT_ONCE)
                    .blockLast(Duration.ofSeconds(90));
            CleanPool.assertPoolClean(pool, database.url());
            assertWhole("seed " + seed);
            dropped.assertNone();
        } finally {
            proxy.lines().roundTrip(Duration.ofMillis(ROUND_TRIP));
        }
    }

    private static Publisher<?> given(Call call) {
        return call.of("given up " + NAMES.incrementAndGet());
    }

    /** A user is there with all posts of its call, or not at all. */
    private static void assertWhole(String what) {
        List<Long> posts = database.orm()
                .find(USER)
                .where(USER.username.startsWith("given up"))
                .select(USER.posts.count())
                .all()
                .collectList()
                .block(PATIENCE);
        assertThat(posts).as(what).allMatch(count -> count == 0 || count == 3);
    }
}
