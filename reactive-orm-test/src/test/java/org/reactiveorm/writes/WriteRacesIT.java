package org.reactiveorm.writes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.writes.Contract_.CONTRACT;
import static org.reactiveorm.writes.Kit_.KIT;
import static org.reactiveorm.writes.Locker_.LOCKER;
import static org.reactiveorm.writes.Passport_.PASSPORT;
import static org.reactiveorm.writes.Player_.PLAYER;
import static org.reactiveorm.writes.Skill_.SKILL;
import static org.reactiveorm.writes.Team_.TEAM;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.StaleEntityException;
import org.reactiveorm.query.Draft;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes of the same rows at the same time end as if they had come one after the other. */
@Timeout(60)
class WriteRacesIT {

    private static final int CALLS = 24;

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private ReactiveOrm orm;
    private Team team;
    private List<Player> players;

    @BeforeEach
    void fill() {
        orm = database.orm();
        team = inserted(i -> NewTeam.name("t").draft(), 1).get(0);
        players = inserted(i -> NewPlayer.name("p" + i).draft(), 20);
    }

    private <E> List<E> inserted(IntFunction<Draft<E>> draft, int count) {
        return got(orm.insertAll(IntStream.range(0, count).mapToObj(draft).toList())
                .all()
                .collectList());
    }

    private static <T> T got(Mono<T> work) {
        return Objects.requireNonNull(work.block());
    }

    private static <T> List<T> shuffled(List<T> all, int seed) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    /** How many came through; the others are in {@link #failures}. */
    private long allAtOnce(IntFunction<Mono<?>> call) {
        return got(Flux.range(0, CALLS)
                .flatMap(
                        i -> call.apply(i).thenReturn(true).onErrorResume(error -> {
                            failures.add(error);
                            return Mono.empty();
                        }),
                        CALLS)
                .count());
    }

    @Test
    void oneOfThoseWhoHaveReadTheSameVersionWins() {
        for (int round = 0; round < 4; round++) {
            List<Player> read = got(orm.find(PLAYER).all().collectList());
            assertThat(allAtOnce(i -> i % 2 == 0
                            ? orm.updateAll(PLAYER, shuffled(read, i)).count()
                            : orm.batch()
                                    .updateAll(PLAYER, shuffled(read, i))
                                    .insert(NewSkill.name(read.get(0).version() + "s" + i))
                                    .flush()))
                    .isOne();
        }
        assertThat(failures).hasSize(4 * (CALLS - 1)).hasOnlyElementsOfType(StaleEntityException.class);
        assertThat(got(orm.find(PLAYER).where(PLAYER.version.eq(4)).count())).isEqualTo(players.size());
    }

    @Test
    void aNestedVersionHasOneWinnerAndTheOthersChangeNothing() {
        Player player = players.get(0);
        orm.update(TEAM)
                .byId(team.id())
                .set(TEAM.players.connect(player.id()))
                .one()
                .block();
        int version = player.version() + 1;
        assertThat(allAtOnce(i -> orm.update(TEAM)
                        .byId(team.id())
                        .set(
                                TEAM.players.update(player.id(), PLAYER.ifVersion(version), PLAYER.goals.to(i)),
                                TEAM.contracts.create(NewContract.title("c" + i)))
                        .oneOrFail()))
                .isOne();
        assertThat(failures).hasOnlyElementsOfType(StaleEntityException.class);
        assertThat(got(orm.find(CONTRACT).count())).isOne();
    }

    @Test
    void theLastSetIsWhatIsThere() {
        List<Skill> skills = inserted(i -> NewSkill.name("s" + i).draft(), 20);
        assertThat(allAtOnce(i -> orm.update(TEAM)
                        .byId(team.id())
                        .set(TEAM.players.set(shuffled(players, i).stream()
                                .limit(6)
                                .map(Player::id)
                                .toList()))
                        .one()))
                .isEqualTo(CALLS);
        assertThat(got(orm.find(PLAYER).where(PLAYER.teamId.eq(team.id())).count()))
                .isEqualTo(6);
        Player player = players.get(0);
        assertThat(allAtOnce(i -> orm.update(PLAYER)
                        .byId(player.id())
                        .set(PLAYER.skills.set(shuffled(skills, i).stream()
                                .limit(6)
                                .map(Skill::id)
                                .toList()))
                        .one()))
                .isEqualTo(CALLS);
        assertThat(got(orm.find(SKILL)
                        .where(SKILL.players.some(PLAYER.id.eq(player.id())))
                        .count()))
                .isEqualTo(6);
    }

    @Test
    void oneKeyIsInsertedOnceWithWhatIsNestedInIt() {
        assertThat(allAtOnce(i -> orm.upsert(TEAM)
                        .on(TEAM.name)
                        .create(NewTeam.name("new").contracts(NewContract.title("first" + i)))
                        .update(TEAM.contracts.create(NewContract.title("more" + i)))
                        .one()))
                .isEqualTo(CALLS);
        assertThat(got(orm.find(TEAM).where(TEAM.name.eq("new")).count())).isOne();
        assertThat(got(orm.find(CONTRACT)
                        .where(CONTRACT.title.startsWith("first"))
                        .count()))
                .isOne();
        assertThat(got(orm.find(CONTRACT)
                        .where(CONTRACT.team.is(TEAM.name.eq("new")))
                        .count()))
                .isEqualTo(CALLS);
    }

    @Test
    void aToOneRowIsMadeOnceOrReplaced() {
        long id = players.get(0).id();
        assertThat(allAtOnce(i -> orm.update(PLAYER)
                        .byId(id)
                        .set(PLAYER.passport.upsert(NewPassport.number("c" + i), PASSPORT.number.to("u" + i)))
                        .one()))
                .isEqualTo(CALLS);
        assertThat(got(orm.find(PASSPORT).count())).isOne();
        assertThat(allAtOnce(i -> orm.update(PLAYER)
                        .byId(id)
                        .set(PLAYER.locker.create(NewLocker.number("l" + i)))
                        .one()))
                .isEqualTo(CALLS);
        assertThat(got(orm.find(LOCKER).where(LOCKER.playerId.isNotNull()).count()))
                .isOne();
        assertThat(got(orm.find(LOCKER).count())).isEqualTo(CALLS);
    }

    @Test
    void aRowIsMarkedAsDeletedOnce() {
        List<Kit> kits = inserted(i -> NewKit.color("k" + i).teamId(team.id()).draft(), 20);
        AtomicLong deleted = new AtomicLong();
        allAtOnce(i -> i % 2 == 0
                ? orm.updateAll(KIT, shuffled(kits, i)).count()
                : orm.deleteAll(KIT, shuffled(kits, i)).count().doOnNext(deleted::addAndGet));
        assertThat(failures).hasOnlyElementsOfType(NotFoundException.class);
        assertThat(deleted).hasValue(kits.size());
        assertThat(got(orm.find(KIT).count())).isZero();
    }

    @Test
    void eachCallTakesAnotherRow() {
        inserted(i -> NewContract.title("c" + i).teamId(team.id()).draft(), CALLS + 5);
        assertThat(allAtOnce(i -> orm.update(CONTRACT)
                        .where(CONTRACT.pay.eq(0))
                        .orderBy(CONTRACT.title.asc())
                        .take(1)
                        .set(CONTRACT.pay.to(i + 1))
                        .changes()
                        .single()))
                .isEqualTo(CALLS);
        assertThat(got(orm.find(CONTRACT).where(CONTRACT.pay.eq(0)).count())).isEqualTo(5);
    }
}
