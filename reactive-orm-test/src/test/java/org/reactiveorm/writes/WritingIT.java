package org.reactiveorm.writes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.writes.Contract_.CONTRACT;
import static org.reactiveorm.writes.Locker_.LOCKER;
import static org.reactiveorm.writes.Player_.PLAYER;
import static org.reactiveorm.writes.Skill_.SKILL;
import static org.reactiveorm.writes.Team_.TEAM;

import io.r2dbc.spi.ConnectionFactories;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.StaleEntityException;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.write.Changed;
import org.reactiveorm.write.EntityListener;
import org.reactiveorm.write.Upserted;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What there is to write, with one answer for each, so that the page about writing is right. */
class WritingIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void connect() {
        orm = database.orm();
    }

    private Team team() {
        return orm.insert(NewTeam.name("reds")
                        .players(NewPlayer.name("ann"), NewPlayer.name("bob"))
                        .contracts(NewContract.title("shirts")))
                .one()
                .block();
    }

    private long id(String player) {
        return orm.find(PLAYER).where(PLAYER.name.eq(player)).one().block().id();
    }

    @Test
    void inserting() {
        long teamId = team().id();
        // tag::insert[]
        Mono<Player> cid = orm.insert(NewPlayer.name("cid")
                        .with(PLAYER.team.connect(teamId))
                        .with(PLAYER.skills.connectOrCreate(SKILL.name.eq("shot"), NewSkill.name("shot")))
                        .locker(NewLocker.number("17")))
                .include(PLAYER.team, PLAYER.skills, PLAYER.locker)
                .one();
        // end::insert[]
        assertThat(cid.block().skills()).extracting(Skill::name).containsExactly("shot");
    }

    @Test
    void changingRelatedRows() {
        long id = team().id();
        long ann = id("ann");
        long bob = id("bob");
        // tag::nested[]
        Mono<Team> changed = orm.update(TEAM)
                .byId(id)
                .set(
                        TEAM.name.to("Reds"),
                        TEAM.players.update(
                                ann, PLAYER.goals.increment(2), PLAYER.locker.create(NewLocker.number("9"))),
                        TEAM.players.disconnect(bob),
                        TEAM.players.create(NewPlayer.name("eve")),
                        TEAM.contracts.updateAll(CONTRACT.pay.lt(100), CONTRACT.pay.to(100)),
                        TEAM.contracts.upsert(
                                CONTRACT.title.eq("boots"), NewContract.title("boots"), CONTRACT.pay.increment(10)))
                .include(TEAM.players.orderBy(PLAYER.name.asc()))
                .one();
        // end::nested[]
        assertThat(changed.block().players()).extracting(Player::name).containsExactly("ann", "eve");
        assertThat(orm.find(LOCKER).one().block().playerId()).isEqualTo(ann);
    }

    @Test
    void batches() {
        List<NewSkill> skills = List.of(NewSkill.name("pass"), NewSkill.name("shot"));
        Flux<NewSkill> feed = Flux.range(0, 2_500).map(i -> NewSkill.name("s" + i));
        AtomicLong done = new AtomicLong();
        // tag::batches[]
        Flux<Skill> inOrder = orm.insertAll(skills).all();
        Mono<Long> onlyNew = orm.insertAll(skills).skipDuplicates().count();
        Mono<Long> streamed = orm.insertAll(feed)
                .batchSize(1_000)
                .onProgress(done::set)
                .count(); // one transaction, at most about two batches in memory
        Mono<Long> loaded = orm.insertAll(feed.map(skill -> NewSkill.name("x"))).copy(); // COPY … FROM STDIN
        // end::batches[]
        assertThat(inOrder.map(Skill::name).collectList().block()).containsExactly("pass", "shot");
        assertThat(onlyNew.block()).isZero();
        assertThat(streamed.block()).isEqualTo(2_500);
        assertThat(done).hasValue(2_500);
        StepVerifier.create(loaded).expectError().verify();
    }

    @Test
    void upserting() {
        // tag::upsert[]
        Mono<Upserted<Skill>> shot = orm.upsert(SKILL)
                .on(SKILL.name)
                .create(NewSkill.name("shot").level(3))
                .update(SKILL.level.toExcluded())
                .where(SKILL.level.lt(SKILL.level.excluded()))
                .flagged()
                .one();
        // end::upsert[]
        assertThat(shot.block().outcome()).isEqualTo(Upserted.Outcome.INSERTED);
        assertThat(shot.block()).isNull();
    }

    @Test
    void changingMany() {
        team();
        // tag::set[]
        Mono<Long> raised = orm.update(CONTRACT)
                .where(CONTRACT.team.is(TEAM.players.some(PLAYER.goals.gte(0))))
                .set(CONTRACT.pay.increment(10))
                .count();
        Flux<Changed<Player>> first = orm.update(PLAYER)
                .where(PLAYER.goals.eq(0))
                .orderBy(PLAYER.name.asc())
                .take(1)
                .set(PLAYER.goals.to(1))
                .changes();
        // end::set[]
        assertThat(raised.block()).isEqualTo(1);
        StepVerifier.create(first)
                .assertNext(change -> {
                    assertThat(change.before().goals()).isZero();
                    assertThat(change.after().goals()).isEqualTo(1);
                })
                .verifyComplete();
    }

    @Test
    void entitiesAndVersions() {
        team();
        Player ann = orm.find(PLAYER).where(PLAYER.name.eq("ann")).one().block();
        List<Player> players = orm.find(PLAYER).all().collectList().block();
        // tag::values[]
        Mono<Player> saved = orm.update(PLAYER, ann).one(); // by id and version, all columns
        Mono<Long> all = orm.updateAll(PLAYER, players).only(PLAYER.goals).count(); // one statement, all or none
        Mono<Player> held = orm.update(PLAYER)
                .byId(ann.id())
                .ifVersion(ann.version())
                .set(PLAYER.goals.to(3))
                .oneOrFail();
        // end::values[]
        assertThat(saved.block().version()).isEqualTo(1);
        StepVerifier.create(all).verifyError(StaleEntityException.class);
        StepVerifier.create(held).verifyError(StaleEntityException.class);
    }

    @Test
    void collecting() {
        team();
        Player ann = orm.find(PLAYER).where(PLAYER.name.eq("ann")).one().block();
        Player bob = orm.find(PLAYER).where(PLAYER.name.eq("bob")).one().block();
        // tag::unit[]
        NewTeam blues = NewTeam.name("blues");
        Mono<Team> flushed = orm.batch()
                .insert(
                        NewPlayer.name("eve").team(blues), // the same new entity is one row
                        NewPlayer.name("fay").team(blues))
                .update(PLAYER, ann)
                .delete(PLAYER, bob)
                .flush()
                .map(result -> result.of(blues));
        // end::unit[]
        assertThat(flushed.block().name()).isEqualTo("blues");
        assertThat(orm.find(PLAYER)
                        .orderBy(PLAYER.name.asc())
                        .all()
                        .map(Player::name)
                        .collectList()
                        .block())
                .containsExactly("ann", "eve", "fay");
    }

    // tag::listener[]
    /** Keeps a note of every new player. */
    record Scout(List<String> notes) implements EntityListener<Player> {

        @Override
        public Player_ entity() {
            return PLAYER;
        }

        @Override
        public Mono<Void> afterInsert(List<Player> players) {
            return Mono.fromRunnable(() -> players.forEach(player -> notes.add(player.name())));
        }
    }
    // end::listener[]

    @Test
    void listening() {
        List<String> notes = new ArrayList<>();
        ReactiveOrm heard = ReactiveOrm.builder(ConnectionFactories.get(database.url()))
                .listener(new Scout(notes))
                .build();
        heard.insert(NewTeam.name("reds").players(NewPlayer.name("ann"), NewPlayer.name("bob")))
                .one()
                .block();
        assertThat(notes).containsExactly("ann", "bob");
    }
}
