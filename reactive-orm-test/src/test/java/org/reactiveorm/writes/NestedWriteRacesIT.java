package org.reactiveorm.writes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.writes.Player_.PLAYER;
import static org.reactiveorm.writes.Skill_.SKILL;
import static org.reactiveorm.writes.Team_.TEAM;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.TransactionConflictException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.query.Change;
import org.reactiveorm.query.Draft;
import org.reactiveorm.test.OrmExtension;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.retry.Retry;

/**
 * Nested writes at the same time: each is done whole. Calls that change the same rows can wait for each other in a circle, since the
 * order in which one statement locks its rows is the server's: then one of them is told to try again, which they all do here.
 */
@Timeout(60)
class NestedWriteRacesIT {

    private static final int CALLS = 32;

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;
    private List<Team> teams;
    private List<Player> players;

    /** The server takes a second to find a circle, so those at the end of the queue wait for long. */
    @BeforeEach
    void fill() {
        orm = ReactiveOrm.connect(database.url() + "?maxAcquireTime=PT50S");
        teams = inserted(i -> NewTeam.name("t" + i).draft(), 8);
        players = inserted(i -> NewPlayer.name("p" + i).draft(), 20);
    }

    @AfterEach
    void close() {
        orm.close().block();
    }

    private <E> List<E> inserted(IntFunction<Draft<E>> draft, int count) {
        return Objects.requireNonNull(
                orm.insertAll(IntStream.range(0, count).mapToObj(draft).toList())
                        .all()
                        .collectList()
                        .block());
    }

    private List<Long> shuffled(int seed) {
        List<Long> ids = new ArrayList<>(players.stream().map(Player::id).toList());
        Collections.shuffle(ids, new Random(seed));
        return ids;
    }

    private Team team(int i) {
        return teams.get(i % teams.size());
    }

    private void allAtOnce(IntFunction<Mono<?>> call) {
        Flux.range(0, CALLS)
                .flatMap(
                        i -> Mono.defer(() -> call.apply(i))
                                .retryWhen(Retry.indefinitely()
                                        .filter(error -> error instanceof TransactionConflictException))
                                .thenReturn(i),
                        CALLS)
                .as(StepVerifier::create)
                .expectNextCount(CALLS)
                .verifyComplete();
    }

    private Mono<Team> change(Team team, Change<Team> change) {
        return orm.update(TEAM).byId(team.id()).set(change).oneOrFail();
    }

    @Test
    void manyParentsConnectOrCreateTheSame() {
        allAtOnce(i -> orm.update(PLAYER)
                .byId(players.get(i % players.size()).id())
                .set(
                        PLAYER.skills.connectOrCreate(SKILL.name.eq("new"), NewSkill.name("new")),
                        PLAYER.team.connectOrCreate(TEAM.name.eq("new"), NewTeam.name("new")))
                .oneOrFail());
        assertThat(orm.find(SKILL).where(SKILL.name.eq("new")).count().block()).isEqualTo(1);
        assertThat(orm.find(PLAYER)
                        .where(PLAYER.skills.some(SKILL.name.eq("new")), PLAYER.team.is(TEAM.name.eq("new")))
                        .count()
                        .block())
                .isEqualTo(players.size());
    }

    @Test
    void manyConnectOrCreateTheSameInOtherOrders() {
        allAtOnce(i -> {
            List<String> names = new ArrayList<>(
                    IntStream.range(0, 10).mapToObj(name -> "s" + name).toList());
            Collections.shuffle(names, new Random(i));
            Draft<Player> player = NewPlayer.name("new" + i).draft();
            for (String name : names) {
                player = player.with(PLAYER.skills.connectOrCreate(SKILL.name.eq(name), NewSkill.name(name)));
            }
            return orm.insert(player).one();
        });
        assertThat(orm.find(SKILL).count().block()).isEqualTo(10);
    }

    @Test
    void manyConnectTheSameChildrenInOtherOrders() {
        allAtOnce(i -> change(team(i), TEAM.players.connectAll(shuffled(i))));
        assertOneTeamHasAll();
    }

    @Test
    void manySetTheSameChildrenInOtherOrders() {
        allAtOnce(i -> change(team(i), TEAM.players.set(shuffled(i))));
        assertOneTeamHasAll();
    }

    @Test
    void manyChangeTheSameChildrenInOtherOrders() {
        change(team(0), TEAM.players.connectAll(shuffled(0))).block();
        allAtOnce(i -> orm.update(TEAM)
                .byId(team(0).id())
                .set(shuffled(i).stream()
                        .map(id -> TEAM.players.update(id, PLAYER.goals.increment(1)))
                        .toList())
                .oneOrFail());
        assertThat(orm.find(PLAYER).where(PLAYER.goals.eq(CALLS)).count().block())
                .isEqualTo(players.size());
    }

    @Test
    void manyConnectTheSameByAJoinTableInOtherOrders() {
        Skill skill = inserted(i -> NewSkill.name("s").draft(), 1).get(0);
        allAtOnce(i -> orm.update(SKILL)
                .byId(skill.id())
                .set(SKILL.players.connectAll(shuffled(i)))
                .oneOrFail());
        allAtOnce(i -> orm.update(PLAYER)
                .byId(players.get(i % players.size()).id())
                .set(PLAYER.skills.set(skill.id()), PLAYER.skills.create(NewSkill.name("own" + i)))
                .oneOrFail());
        assertThat(orm.find(PLAYER)
                        .where(PLAYER.skills.some(SKILL.id.eq(skill.id())))
                        .count()
                        .block())
                .isEqualTo(players.size());
    }

    private void assertOneTeamHasAll() {
        List<Player> now =
                Objects.requireNonNull(orm.find(PLAYER).all().collectList().block());
        assertThat(now).extracting(Player::teamId).doesNotContainNull();
        assertThat(now.stream().map(Player::teamId).distinct()).hasSize(1);
    }

    /** Deletes and connects of the same child: it is gone in the end, and every failure says so. */
    @Test
    void aChildIsDeletedWhileItIsConnected() {
        for (int round = 0; round < 10; round++) {
            long child = players.get(round).id();
            ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
            Flux.range(0, 12)
                    .flatMap(
                            i -> (i == 5
                                            ? orm.delete(PLAYER).byId(child).count()
                                            : i % 2 == 0
                                                    ? change(team(i), TEAM.players.connect(child))
                                                    : orm.insert(NewSkill.name("s" + child + "-" + i)
                                                                    .with(SKILL.players.connect(child)))
                                                            .one())
                                    .then()
                                    .onErrorResume(error -> {
                                        failures.add(error);
                                        return Mono.empty();
                                    }),
                            12)
                    .blockLast();
            assertThat(failures).allSatisfy(error -> assertThat(error).isInstanceOf(NotFoundException.class));
            assertThat(orm.find(PLAYER).byId(child).exists().block()).isFalse();
        }
    }

    private Mono<Team> slow(Change<Team> last) {
        return orm.update(TEAM)
                .byId(team(0).id())
                .set(
                        TEAM.name.to("changed"),
                        TEAM.players.connect(players.get(0).id()),
                        TEAM.players.create(NewPlayer.name("created")),
                        last)
                .oneOrFail();
    }

    private void assertNothingChanged() {
        assertThat(orm.find(TEAM).where(TEAM.name.eq("changed")).count().block())
                .isZero();
        assertThat(orm.find(PLAYER).where(PLAYER.teamId.isNotNull()).count().block())
                .isZero();
        assertThat(orm.find(PLAYER).count().block()).isEqualTo(players.size());
    }

    /** Makes the last statement of {@link #slow} stop, or end its own session. */
    private void trigger(String statement) {
        orm.sql("create function last() returns trigger language plpgsql as $$ begin perform " + statement
                        + "; return new; end $$")
                .execute()
                .then(Mono.defer(() -> orm.sql(
                                "create trigger last before insert on contracts for each row execute function last()")
                        .execute()))
                .block();
    }

    @Test
    void aCancelInTheMiddleChangesNothing() {
        trigger("pg_sleep(60)");
        Disposable call = slow(TEAM.contracts.create(NewContract.title("c"))).subscribe();
        Flux.interval(Duration.ofMillis(20))
                .onBackpressureDrop()
                .concatMap(tick -> orm.sql("select count(*) from pg_stat_activity where wait_event = 'PgSleep'")
                        .as(Long.class)
                        .one())
                .takeUntil(sleeping -> sleeping == 1)
                .blockLast();
        call.dispose();
        assertNothingChanged();
    }

    @Test
    void anErrorInTheMiddleChangesNothing() {
        StepVerifier.create(slow(TEAM.players.create(NewPlayer.name("p1"))))
                .verifyError(UniqueViolationException.class);
        assertNothingChanged();
    }

    @Test
    void aSessionThatEndsInTheMiddleChangesNothing() {
        trigger("pg_terminate_backend(pg_backend_pid())");
        StepVerifier.create(slow(TEAM.contracts.create(NewContract.title("c"))))
                .verifyError(ConnectionLostException.class);
        assertNothingChanged();
    }
}
