package org.reactiveorm.writes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.writes.Contract_.CONTRACT;
import static org.reactiveorm.writes.Kit_.KIT;
import static org.reactiveorm.writes.Player_.PLAYER;
import static org.reactiveorm.writes.Skill_.SKILL;
import static org.reactiveorm.writes.Team_.TEAM;

import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.transaction.ConnectionPools;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

/**
 * Something goes wrong in each statement of a write, one after the other, until it comes through: nothing is changed, the
 * connection is back and clean, the publisher's subscription is over, and no error is dropped. A trigger of all tables counts the
 * statements and does what goes wrong.
 */
@Timeout(120)
class WriteFaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> TABLES =
            List.of("teams", "players", "contracts", "kits", "lockers", "skills", "player_skills");

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private final List<Throwable> dropped = new CopyOnWriteArrayList<>();
    private final AtomicInteger feeding = new AtomicInteger();
    private ConnectionPool pool;
    private ReactiveOrm orm;
    private ReactiveOrm heard;

    enum Write {
        GRAPH(test -> test.orm
                .insert(NewTeam.name("new")
                        .players(
                                NewPlayer.name("n1").with(PLAYER.skills.connect(1L)),
                                NewPlayer.name("n2").locker(NewLocker.number("l"))))
                .one()),
        CONNECT_OR_CREATE(test -> test.orm
                .insert(NewPlayer.name("n1")
                        .with(PLAYER.skills.connectOrCreate(SKILL.name.eq("s"), NewSkill.name("s")))
                        .with(PLAYER.team.connect(TEAM.name.eq("t"))))
                .include(PLAYER.skills)
                .one()),
        NESTED_UPDATE(test -> test.orm
                .update(TEAM)
                .byId(1L)
                .set(
                        TEAM.name.to("changed"),
                        TEAM.players.update(1L, PLAYER.goals.to(2), PLAYER.skills.set(1L)),
                        TEAM.players.disconnect(2L),
                        TEAM.players.create(NewPlayer.name("n1")),
                        TEAM.contracts.upsert(CONTRACT.title.eq("u"), NewContract.title("u"), CONTRACT.pay.to(1)),
                        TEAM.contracts.deleteAll(CONTRACT.title.eq("c")),
                        TEAM.kits.deleteAll(Condition.always()))
                .oneOrFail()),
        NESTED_UPSERT(test -> test.orm
                .upsert(TEAM)
                .on(TEAM.name)
                .createAll(List.of(NewTeam.name("t"), NewTeam.name("new").players(NewPlayer.name("n1"))))
                .update(TEAM.contracts.updateAll(Condition.always(), CONTRACT.pay.to(5)))
                .all()
                .collectList()),
        UNIT_OF_WORK(test -> Mono.zip(
                        test.orm.find(PLAYER).byId(1L).one(),
                        test.orm.find(CONTRACT).first(),
                        test.orm.find(KIT).first())
                .flatMap(found -> test.orm
                        .batch()
                        .insert(NewTeam.name("new").players(NewPlayer.name("n1")), NewSkill.name("s"))
                        .update(PLAYER, found.getT1())
                        .delete(CONTRACT, found.getT2())
                        .delete(KIT, found.getT3())
                        .flush())),
        STREAM(test -> test.orm.insertAll(test.feed()).batchSize(10).all().collectList()),
        COPY(test -> test.orm.insertAll(test.feed()).batchSize(10).copy()),
        HEARD(test -> test.heard
                .insert(NewTeam.name("new").players(NewPlayer.name("n1")))
                .one());

        private final Function<WriteFaultsIT, Mono<?>> run;

        Write(Function<WriteFaultsIT, Mono<?>> run) {
            this.run = run;
        }
    }

    private Flux<NewSkill> feed() {
        return Flux.range(0, 25)
                .map(i -> NewSkill.name("feed" + i))
                .doOnSubscribe(subscription -> feeding.incrementAndGet())
                .doFinally(end -> feeding.decrementAndGet());
    }

    @BeforeEach
    void fill() {
        Hooks.onErrorDropped(dropped::add);
        pool = ConnectionPools.connect(database.url() + "?maxSize=2&applicationName=faulty");
        orm = ReactiveOrm.create(pool);
        Recorder<Player> scout = new Recorder<>(PLAYER, Player::name, new ArrayList<>());
        scout.onAfterInsert =
                players -> heard.insert(NewSkill.name("heard")).count().then();
        heard = ReactiveOrm.builder(pool).listener(scout).build();
        database.orm()
                .batch()
                .insert(
                        NewTeam.name("t")
                                .players(NewPlayer.name("p1"), NewPlayer.name("p2"))
                                .contracts(NewContract.title("c"))
                                .kits(NewKit.color("k")),
                        NewSkill.name("known"))
                .flush()
                .block(PATIENCE);
        run("create table faults (what text, at int); create sequence statements; "
                + "create function fault() returns trigger language plpgsql as $$ declare fault record; begin"
                + " select * into fault from faults;"
                + " if fault.what is null or nextval('statements') <> fault.at then return null; end if;"
                + " if fault.what = 'ERROR' then raise exception 'fault'; end if;"
                + " if fault.what = 'KILL' then perform pg_terminate_backend(pg_backend_pid()); end if;"
                + " perform pg_sleep(60); return null; end $$;"
                + TABLES.stream()
                        .map(table -> "create trigger fault before insert or update or delete on " + table
                                + " for each statement execute function fault();")
                        .collect(Collectors.joining()));
    }

    @AfterEach
    void close() {
        Hooks.resetOnErrorDropped();
        pool.close().block(PATIENCE);
    }

    /** Several statements, from outside. */
    private void run(String script) {
        Flux.usingWhen(
                        database.connections().create(),
                        connection -> Flux.from(
                                        connection.createStatement(script).execute())
                                .concatMap(result -> result.getRowsUpdated()),
                        connection -> connection.close())
                .blockLast(PATIENCE);
    }

    private <T> T outside(String query, Class<T> type) {
        return Objects.requireNonNull(database.orm().sql(query).as(type).one().block(PATIENCE));
    }

    private String rows() {
        return outside(
                "select "
                        + TABLES.stream()
                                .map(table -> "(select coalesce(string_agg(t::text, ';' order by t::text), '') from "
                                        + table + " t)")
                                .collect(Collectors.joining(" || '|' || ")),
                String.class);
    }

    private static void await(String what, Mono<Boolean> holds) {
        holds.filter(Boolean::booleanValue)
                .repeatWhenEmpty(Integer.MAX_VALUE, tries -> tries.delayElements(Duration.ofMillis(5)))
                .timeout(PATIENCE, Mono.error(() -> new AssertionError("Waited in vain until " + what)))
                .block();
    }

    private static Mono<Boolean> counts(String query, long expected) {
        return database.orm()
                .sql("select count(*) = " + expected + " from pg_stat_activity where application_name = 'faulty' and "
                        + query)
                .as(Boolean.class)
                .one();
    }

    /** What is to go wrong next, and at which statement. */
    private void plan(String what, int statement) {
        run("alter sequence statements restart; delete from faults; insert into faults values ('%s', %d)"
                .formatted(what, statement));
    }

    private void assertNothingHappened(String before) {
        await(
                "the connections are back",
                Mono.fromSupplier(() -> pool.getMetrics().orElseThrow().acquiredSize() == 0));
        await("all sessions are idle", counts("state <> 'idle'", 0));
        await("the publisher is left", Mono.fromSupplier(() -> feeding.get() == 0));
        assertThat(rows()).isEqualTo(before);
        assertThat(dropped).isEmpty();
    }

    private void failsInEachStatement(Write write, String what, Class<? extends Throwable> expected) {
        String before = rows();
        for (int statement = 1; ; statement++) {
            plan(what, statement);
            Throwable error = write.run
                    .apply(this)
                    .then(Mono.<Throwable>empty())
                    .onErrorResume(Mono::just)
                    .block(PATIENCE);
            if (error == null) {
                assertThat(statement)
                        .as("the first statement that is not there")
                        .isGreaterThan(1);
                assertThat(rows()).isNotEqualTo(before);
                return;
            }
            assertThat(error).isInstanceOf(expected);
            assertNothingHappened(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anError(Write write) {
        failsInEachStatement(write, "ERROR", DatabaseException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aSessionThatEnds(Write write) {
        failsInEachStatement(write, "KILL", ConnectionLostException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aCancel(Write write) {
        String before = rows();
        for (int statement = 1; ; statement++) {
            plan("SLEEP", statement);
            Mono<Boolean> sleeps = counts("wait_event = 'PgSleep'", 1)
                    .filter(Boolean::booleanValue)
                    .repeatWhenEmpty(Integer.MAX_VALUE, tries -> tries.delayElements(Duration.ofMillis(5)));
            Boolean isCancelled = write.run
                    .apply(this)
                    .thenReturn(false)
                    .takeUntilOther(sleeps)
                    .defaultIfEmpty(true)
                    .block(PATIENCE);
            if (Boolean.FALSE.equals(isCancelled)) {
                assertThat(statement)
                        .as("the first statement that is not there")
                        .isGreaterThan(1);
                assertThat(rows()).isNotEqualTo(before);
                return;
            }
            assertNothingHappened(before);
        }
    }
}
