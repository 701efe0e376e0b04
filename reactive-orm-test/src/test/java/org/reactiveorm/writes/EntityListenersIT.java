package org.reactiveorm.writes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Project_.PROJECT;
import static org.reactiveorm.writes.Contract_.CONTRACT;
import static org.reactiveorm.writes.Kit_.KIT;
import static org.reactiveorm.writes.Player_.PLAYER;
import static org.reactiveorm.writes.Skill_.SKILL;
import static org.reactiveorm.writes.Team_.TEAM;

import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.StaleEntityException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Change;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Draft;
import org.reactiveorm.scope.Tenant;
import org.reactiveorm.semantics.Project;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.test.StatementLog;
import org.reactiveorm.transaction.ConnectionPools;
import org.reactiveorm.write.EntityListener;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Listeners of players, contracts and kits, on a pool of one connection; nobody listens to teams. */
class EntityListenersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final StatementLog log = new StatementLog();
    private final Recorder<Player> players = new Recorder<>(PLAYER, Player::name, heard);
    private final Recorder<Contract> contracts = new Recorder<>(CONTRACT, Contract::title, heard);
    private final Recorder<Kit> kits = new Recorder<>(KIT, kit -> kit.color() + (kit.isGone() ? "-" : ""), heard);
    private ConnectionPool pool;
    private ReactiveOrm orm;
    private Team reds;
    private Player ann;
    private Player bob;

    @BeforeEach
    void fill() {
        pool = ConnectionPools.connect(database.url() + "?maxSize=1");
        orm = ReactiveOrm.builder(pool)
                .statements(log)
                .transactions(log)
                .listener(players)
                .listener(contracts)
                .listener(kits)
                .build();
        ReactiveOrm silent = database.orm();
        reds = silent.insert(NewTeam.name("reds").contracts(NewContract.title("r1"), NewContract.title("r2")))
                .one()
                .block();
        ann = silent.insert(NewPlayer.name("ann").teamId(reds.id())).one().block();
        bob = silent.insert(NewPlayer.name("bob").teamId(reds.id())).one().block();
        silent.insertAll(List.of(
                        NewKit.color("red").teamId(reds.id()),
                        NewKit.color("white").teamId(reds.id())))
                .all()
                .blockLast();
    }

    @AfterEach
    void theConnectionIsBack() {
        assertThat(pool.getMetrics().orElseThrow().acquiredSize()).isZero();
        pool.close().block(PATIENCE);
    }

    private StatementLog during(Mono<?> work) {
        log.clear();
        work.block(PATIENCE);
        return log;
    }

    private List<String> names() {
        return database.orm()
                .find(PLAYER)
                .orderBy(PLAYER.name.asc())
                .all()
                .map(player -> player.name() + player.goals())
                .collectList()
                .block();
    }

    private void failsAndChangesNothing(Mono<?> work, Class<? extends Throwable> error, String message) {
        List<String> before = names();
        log.clear();
        assertThatThrownBy(() -> work.block(PATIENCE)).isInstanceOf(error).hasMessageContaining(message);
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void anInsertIsHeardOfBeforeAndAfter() {
        players.onBeforeInsert = rows -> Mono.just(rows.stream()
                .map(row -> row.set(PLAYER.email, row.get(PLAYER.name) + "@x")
                        .set(PLAYER.version, row.get(PLAYER.version) + 7))
                .toList());
        AtomicReference<Player> answer = new AtomicReference<>();

        assertThat(during(orm.insert(NewPlayer.name("eve")).one().doOnNext(answer::set)))
                .hasCount(1)
                .hasCommitted(1);

        assertThat(answer.get().email()).isEqualTo("eve@x");
        assertThat(answer.get().version()).isEqualTo(7);
        assertThat(heard).containsExactly("inserting Player 1", "inserted Player [eve]");
    }

    @Test
    void manyRowsOfDifferentColumnsAreHeardOfOnceInTheirOrder() {
        List<String> seen = new ArrayList<>();
        players.onBeforeInsert = rows -> {
            rows.forEach(row -> seen.add(row.get(PLAYER.name) + row.has(PLAYER.goals)));
            return Mono.empty();
        };
        Mono<List<Player>> insert = orm.insertAll(
                        List.of(NewPlayer.name("x"), NewPlayer.name("y").goals(3), NewPlayer.name("z")))
                .all()
                .collectList();

        StepVerifier.create(insert)
                .assertNext(rows -> assertThat(rows).extracting(Player::name).containsExactly("x", "y", "z"))
                .verifyComplete();

        assertThat(seen).containsExactly("xfalse", "ytrue", "zfalse");
        assertThat(heard).containsExactly("inserting Player 3", "inserted Player [x, y, z]");
        assertThat(orm.insertAll(List.<NewPlayer>of()).count().block(PATIENCE)).isZero();
        assertThat(heard).hasSize(2);
    }

    @Test
    void aTreeIsHeardOfPlaceByPlaceBeforeAndAsAWholeAfter() {
        AtomicReference<Long> contractsThere = new AtomicReference<>();
        players.onAfterInsert = rows -> orm.find(CONTRACT)
                .where(CONTRACT.title.eq("g1"))
                .count()
                .doOnNext(contractsThere::set)
                .then();
        Mono<Team> insert = orm.insert(NewTeam.name("greens")
                        .players(
                                NewPlayer.name("p").mentees(NewPlayer.name("m1"), NewPlayer.name("m2")),
                                NewPlayer.name("q"))
                        .contracts(NewContract.title("g1")))
                .one();

        assertThat(during(insert)).hasCommitted(1).hasCount(5);

        assertThat(heard)
                .containsExactly(
                        "inserting Player 2",
                        "inserting Player 2",
                        "inserting Contract 1",
                        "inserted Player [m1, m2, p, q]",
                        "inserted Contract [g1]");
        assertThat(contractsThere.get()).isOne();
    }

    @Test
    void whatNobodyListensToCostsNothing() {
        Mono<Team> tree = orm.insert(NewTeam.name("greens").players()).one();
        assertThat(during(tree)).hasCount(1).hasNoTransaction();
        assertThat(during(orm.insert(NewSkill.name("pass").players()).one()))
                .hasCount(1)
                .hasNoTransaction();
        assertThat(during(
                        orm.update(TEAM).byId(reds.id()).set(TEAM.name.to("x")).oneOrFail()))
                .hasCount(1)
                .hasNoTransaction();
        assertThat(during(orm.delete(TEAM).where(TEAM.name.eq("greens")).count()))
                .hasCount(1)
                .hasNoTransaction();
        assertThat(during(orm.updateAll(TEAM, List.of(reds)).count()))
                .hasCount(1)
                .hasNoTransaction();
        assertThat(heard).isEmpty();
    }

    @Test
    void anUpdateByAConditionIsHeardOf() {
        players.onBeforeUpdate = rows -> Mono.just(List.<Assignment<Player>>of(PLAYER.email.to("set@x")));
        Mono<Player> update = orm.update(PLAYER)
                .where(PLAYER.name.eq("ann"))
                .set(PLAYER.goals.increment(2))
                .one();

        assertThat(during(update)).hasCount(1).hasCommitted(1);

        assertThat(heard).containsExactly("updating Player goals,version", "updated Player [ann]");
        Player now = database.orm().find(PLAYER).byId(ann.id()).one().block();
        assertThat(now.email()).isEqualTo("set@x");
        assertThat(now.goals()).isEqualTo(2);
        assertThat(now.version()).isOne();
    }

    @Test
    void aListenersAssignmentTakesThePlaceOfTheCallers() {
        players.onBeforeUpdate = rows -> Mono.just(List.<Assignment<Player>>of(PLAYER.goals.to(9)));

        orm.update(PLAYER).byId(ann.id()).set(PLAYER.goals.to(1)).one().block(PATIENCE);
        orm.update(PLAYER, bob).one().block(PATIENCE);
        orm.update(TEAM)
                .byId(reds.id())
                .set(TEAM.players.update(ann.id(), PLAYER.goals.to(2), PLAYER.email.to("a@x")))
                .one()
                .block(PATIENCE);

        assertThat(names()).containsExactly("ann9", "bob9");
        assertThat(database.orm().find(PLAYER).byId(ann.id()).one().block().email())
                .isEqualTo("a@x");
    }

    @Test
    void everyAnswerOfAnUpdateIsHeardOf() {
        assertThat(orm.update(PLAYER)
                        .everything()
                        .set(PLAYER.goals.to(1))
                        .count()
                        .block(PATIENCE))
                .isEqualTo(2);
        assertThat(orm.update(PLAYER)
                        .everything()
                        .set(PLAYER.goals.to(2))
                        .orderBy(PLAYER.name.desc())
                        .select(PLAYER.goals, PLAYER.name)
                        .as((goals, name) -> name + goals)
                        .all()
                        .collectList()
                        .block(PATIENCE))
                .containsExactly("bob2", "ann2");
        assertThat(orm.update(PLAYER)
                        .byId(ann.id())
                        .set(PLAYER.goals.to(3))
                        .changes()
                        .map(change ->
                                change.before().goals() + ">" + change.after().goals())
                        .collectList()
                        .block(PATIENCE))
                .containsExactly("2>3");
        assertThat(orm.update(PLAYER)
                        .byId(ann.id())
                        .set(PLAYER.goals.to(4))
                        .include(PLAYER.team)
                        .one()
                        .block(PATIENCE)
                        .team()
                        .get()
                        .name())
                .isEqualTo("reds");

        assertThat(heard)
                .containsExactly(
                        "updating Player goals,version",
                        "updated Player [ann, bob]",
                        "updating Player goals,version",
                        "updated Player [ann, bob]",
                        "updating Player goals,version",
                        "updated Player [ann]",
                        "updating Player goals,version",
                        "updated Player [ann]");
    }

    @Test
    void anUpdateOfNothingIsNone() {
        orm.update(PLAYER).byId(ann.id()).one().block(PATIENCE);
        orm.update(PLAYER).byIds(List.of()).set(PLAYER.goals.to(1)).count().block(PATIENCE);

        assertThat(heard).isEmpty();

        orm.update(PLAYER).byId(4711L).set(PLAYER.goals.to(1)).one().block(PATIENCE);
        assertThat(heard).containsExactly("updating Player goals,version");
    }

    @Test
    void whoWantsToSeeTheRowsBeforePaysOneStatementAndSeesThoseThatChange() {
        List<String> seen = new ArrayList<>();
        players.onBeforeUpdate = rows -> rows.read()
                .doOnNext(list -> list.forEach(row -> seen.add(row.name() + row.goals())))
                .then(rows.read())
                .then(orm.insert(NewPlayer.name("late")).one())
                .then(Mono.empty());

        assertThat(during(
                        orm.update(PLAYER).everything().set(PLAYER.goals.to(5)).count()))
                .hasCount(3)
                .containsSql("for no key update")
                .hasCommitted(1);

        assertThat(seen).containsExactlyInAnyOrder("ann0", "bob0");
        assertThat(names()).containsExactly("ann5", "bob5", "late0");
    }

    @Test
    void noRowsToSeeIsNoStatementMore() {
        players.onBeforeUpdate = rows -> rows.read().then(Mono.empty());
        players.onBeforeDelete = rows -> rows.read().then();

        assertThat(during(orm.update(PLAYER).byId(4711L).set(PLAYER.goals.to(5)).count()))
                .hasCount(1);
        assertThat(during(orm.delete(PLAYER).byId(4711L).count())).hasCount(1);
    }

    @Test
    void deletesAreHeardOf() {
        List<String> seen = new ArrayList<>();
        contracts.onBeforeDelete = rows -> rows.read()
                .doOnNext(list -> list.forEach(row -> seen.add(row.title())))
                .then();

        assertThat(during(orm.delete(CONTRACT).where(CONTRACT.title.eq("r1")).count()))
                .hasCount(2)
                .hasCommitted(1);
        assertThat(orm.delete(CONTRACT)
                        .where(CONTRACT.title.eq("r2"))
                        .select(CONTRACT.pay, CONTRACT.title)
                        .as((pay, title) -> title + pay)
                        .all()
                        .collectList()
                        .block(PATIENCE))
                .containsExactly("r20");

        assertThat(seen).containsExactly("r1", "r2");
        assertThat(heard)
                .containsExactly(
                        "deleting Contract", "deleted Contract [r1]", "deleting Contract", "deleted Contract [r2]");
    }

    @Test
    void aDeleteWithRelationsIsHeardOfOnce() {
        orm.delete(CONTRACT)
                .where(CONTRACT.title.eq("r1"))
                .include(CONTRACT.team)
                .one()
                .block(PATIENCE);

        assertThat(heard).containsExactly("deleting Contract", "deleted Contract [r1]");
    }

    @Test
    void entitiesAsValuesAreHeardOf() {
        List<Player> both = List.of(ann, bob);
        List<String> seen = new ArrayList<>();
        players.onBeforeUpdate = rows -> rows.read()
                .doOnNext(list -> list.forEach(row -> seen.add(row.name())))
                .then(Mono.empty());

        assertThat(during(orm.updateAll(PLAYER, both).only(PLAYER.goals).count()))
                .hasCount(2)
                .hasCommitted(1);
        List<Player> now = database.orm()
                .find(PLAYER)
                .orderBy(PLAYER.id.asc())
                .all()
                .collectList()
                .block();
        assertThat(now).allMatch(player -> player.version() == 1);
        assertThat(orm.deleteAll(PLAYER, now).count().block(PATIENCE)).isEqualTo(2);

        assertThat(seen).containsExactlyInAnyOrder("ann", "bob");
        assertThat(heard)
                .containsExactly(
                        "updating Player goals,version",
                        "updated Player [ann, bob]",
                        "deleting Player",
                        "deleted Player [ann, bob]");
    }

    @Test
    void allColumnsOfGivenRowsCanBeTakenOver() {
        players.onBeforeUpdate = rows ->
                Mono.just(List.<Assignment<Player>>of(PLAYER.goals.increment(3), PLAYER.email.to((String) null)));

        orm.updateAll(PLAYER, List.of(ann, bob)).only(PLAYER.goals).all().blockLast(PATIENCE);

        assertThat(names()).containsExactly("ann3", "bob3");
    }

    @SafeVarargs
    private Mono<Team> change(Change<Team>... changes) {
        return orm.update(TEAM).byId(reds.id()).set(changes).oneOrFail();
    }

    @Test
    void nestedChangesAreHeardOf() {
        Player dan = database.orm().insert(NewPlayer.name("dan")).one().block();

        change(
                        TEAM.players.update(ann.id(), PLAYER.goals.to(1)),
                        TEAM.players.connect(dan.id()),
                        TEAM.players.disconnect(bob.id()),
                        TEAM.players.create(NewPlayer.name("eve")),
                        TEAM.contracts.updateAll(CONTRACT.title.eq("r1"), CONTRACT.pay.to(100)))
                .block(PATIENCE);
        assertThat(heard)
                .containsExactlyInAnyOrder(
                        "updating Player teamId,version",
                        "updating Player goals,version",
                        "updating Contract pay",
                        "updating Player teamId,version",
                        "inserting Player 1",
                        "updated Player [ann, bob, dan]",
                        "updated Contract [r1]",
                        "inserted Player [eve]");

        heard.clear();
        change(
                        TEAM.contracts.upsert(CONTRACT.title.eq("r1"), NewContract.title("r1"), CONTRACT.pay.to(5)),
                        TEAM.contracts.upsert(CONTRACT.title.eq("r3"), NewContract.title("r3"), CONTRACT.pay.to(6)),
                        TEAM.players.set(ann.id()))
                .block(PATIENCE);
        assertThat(heard)
                .contains("inserted Contract [r3]", "updated Contract [r1]", "inserting Contract 1")
                .contains("updated Player [dan, eve]");
    }

    @Test
    void rowsThatStayAsTheyAreAreNotHeardOf() {
        Player dan = database.orm().insert(NewPlayer.name("dan")).one().block();
        orm.update(TEAM)
                .byId(reds.id())
                .set(TEAM.players.connect(ann.id(), bob.id()))
                .one()
                .then(orm.update(PLAYER)
                        .byId(ann.id())
                        .set(PLAYER.team.connect(reds.id()), PLAYER.mentor.disconnect())
                        .one())
                .as(StepVerifier::create)
                .assertNext(row -> assertThat(row.version()).isZero())
                .verifyComplete();
        assertThat(heard).isEmpty();

        orm.update(TEAM)
                .byId(reds.id())
                .set(TEAM.players.set(ann.id(), dan.id()))
                .one()
                .then(orm.update(PLAYER)
                        .everything()
                        .set(PLAYER.team.connect(reds.id()))
                        .count())
                .as(StepVerifier::create)
                .expectNext(3L)
                .verifyComplete();
        assertThat(heard)
                .containsExactly(
                        "updating Player teamId,version",
                        "updating Player teamId,version",
                        "updated Player [bob, dan]",
                        "updating Player teamId,version",
                        "updated Player [bob]");
    }

    @Test
    void whatAListenerAssignsToAConnectedRowIsWrittenWhateverBecomesOfItsKey() {
        Player eve = database.orm().insert(NewPlayer.name("eve")).one().block();
        players.onBeforeUpdate = rows -> Mono.just(List.of(PLAYER.teamId.to(PLAYER.mentorId), PLAYER.goals.to(5)));
        orm.update(TEAM)
                .byId(reds.id())
                .set(TEAM.players.connect(PLAYER.name.eq("eve")))
                .one()
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        Player now = orm.find(PLAYER).byId(eve.id()).one().block();
        assertThat(now.teamId()).isNull();
        assertThat(now.goals()).isEqualTo(5);
    }

    @Test
    void nestedRowsToChangeAreThoseThatChange() {
        List<String> seen = new ArrayList<>();
        contracts.onBeforeUpdate = rows -> rows.read()
                .doOnNext(list -> list.forEach(row -> seen.add("u" + row.title())))
                .then(Mono.empty());
        contracts.onBeforeDelete = rows -> rows.read()
                .doOnNext(list -> list.forEach(row -> seen.add("d" + row.title())))
                .then();
        players.onBeforeUpdate = rows -> rows.read()
                .doOnNext(list -> list.forEach(row -> seen.add("u" + row.name())))
                .then(Mono.empty());

        change(
                        TEAM.contracts.updateAll(CONTRACT.title.eq("r1"), CONTRACT.pay.to(1)),
                        TEAM.contracts.deleteAll(CONTRACT.title.eq("r2")),
                        TEAM.players.set(ann.id()))
                .block(PATIENCE);

        assertThat(seen).containsExactlyInAnyOrder("dr2", "ur1", "ubob");
    }

    @Test
    void nestedDeletesAreHeardOf() {
        long r1 = database.orm()
                .find(CONTRACT)
                .where(CONTRACT.title.eq("r1"))
                .one()
                .block()
                .id();
        contracts.onBeforeDelete = rows -> rows.read().then();

        change(TEAM.contracts.delete(r1)).block(PATIENCE);
        change(TEAM.contracts.deleteAll(Condition.always())).block(PATIENCE);

        assertThat(heard)
                .containsExactly(
                        "deleting Contract", "deleted Contract [r1]", "deleting Contract", "deleted Contract [r2]");
        assertThat(database.orm().find(CONTRACT).count().block()).isZero();
    }

    @Test
    void rowsThatAreConnectedOrCreatedAreHeardOfIfCreated() {
        orm.insert(NewTeam.name("greens")
                        .with(TEAM.players.connectOrCreate(PLAYER.name.eq("ann"), NewPlayer.name("ann")))
                        .with(TEAM.players.connectOrCreate(PLAYER.name.eq("fay"), NewPlayer.name("fay"))))
                .one()
                .block(PATIENCE);

        assertThat(heard)
                .containsExactly(
                        "inserting Player 1",
                        "updating Player teamId,version",
                        "inserted Player [fay]",
                        "updated Player [ann]");
    }

    @Test
    void whatIsMarkedAsDeletedIsDeleted() {
        kits.onBeforeDelete = rows -> rows.read().then();

        orm.delete(KIT).where(KIT.color.eq("red")).count().block(PATIENCE);
        change(TEAM.kits.deleteAll(KIT.color.eq("white"))).block(PATIENCE);
        List<Kit> more = database.orm()
                .insertAll(List.of(
                        NewKit.color("a").teamId(reds.id()),
                        NewKit.color("b").teamId(reds.id()),
                        NewKit.color("c").teamId(reds.id())))
                .all()
                .collectList()
                .block();
        orm.deleteAll(KIT, more.subList(0, 1)).one().block(PATIENCE);
        change(TEAM.kits.delete(more.get(1).id())).block(PATIENCE);
        orm.delete(KIT).byId(more.get(2).id()).permanently().one().block(PATIENCE);

        assertThat(heard.stream().filter(each -> !each.startsWith("deleting")).toList())
                .containsExactly(
                        "deleted Kit [red-]",
                        "deleted Kit [white-]",
                        "deleted Kit [a-]",
                        "deleted Kit [b-]",
                        "deleted Kit [c]");
        assertThat(heard).hasSize(10);
        change(TEAM.kits.deleteAll(Condition.always())).block(PATIENCE);
        assertThat(heard).as("nothing is left to be marked").hasSize(11);
        assertThat(database.orm().find(KIT).count().block()).isZero();
    }

    @Test
    void settingTheMarkByHandIsAnUpdate() {
        orm.update(KIT)
                .where(KIT.color.eq("red"))
                .set(KIT.isGone.to(true))
                .count()
                .block(PATIENCE);

        assertThat(heard).containsExactly("updating Kit isGone", "updated Kit [red-]");
    }

    @Test
    void aFailureUndoesEverything() {
        players.onAfterInsert = rows -> Mono.error(new IllegalStateException("no"));
        failsAndChangesNothing(orm.insert(NewPlayer.name("eve")).one(), IllegalStateException.class, "no");
        assertThat(log).hasRolledBack(1);

        players.onBeforeUpdate =
                rows -> orm.insert(NewSkill.name("lost")).one().then(Mono.error(new IllegalStateException("not now")));
        failsAndChangesNothing(
                change(TEAM.name.to("x"), TEAM.players.update(ann.id(), PLAYER.goals.to(4))),
                IllegalStateException.class,
                "not now");
        assertThat(database.orm().find(SKILL).count().block()).isZero();
        assertThat(database.orm().find(TEAM).where(TEAM.name.eq("x")).exists().block())
                .isFalse();
    }

    @Test
    void aStatementThatFailsUndoesWhatTheListenerDid() {
        players.onBeforeInsert = rows -> orm.insert(NewSkill.name("lost")).one().then(Mono.empty());

        failsAndChangesNothing(orm.insert(NewPlayer.name("ann")).one(), UniqueViolationException.class, "name");

        assertThat(database.orm().find(SKILL).count().block()).isZero();
    }

    @Test
    void aListenerMayThrow() {
        Supplier<RuntimeException> bad = () -> new IllegalArgumentException("thrown");
        players.onBeforeInsert = rows -> {
            throw bad.get();
        };
        players.onAfterUpdate = rows -> {
            throw bad.get();
        };
        players.onBeforeDelete = rows -> {
            throw bad.get();
        };

        failsAndChangesNothing(orm.insert(NewPlayer.name("eve")).one(), IllegalArgumentException.class, "thrown");
        failsAndChangesNothing(
                orm.update(PLAYER).everything().set(PLAYER.goals.to(1)).count(),
                IllegalArgumentException.class,
                "thrown");
        failsAndChangesNothing(orm.delete(PLAYER, ann).one(), IllegalArgumentException.class, "thrown");
    }

    @Test
    void anAnswerOfNullIsRefused() {
        players.onBeforeInsert = rows -> null;
        failsAndChangesNothing(
                orm.insert(NewPlayer.name("eve")).one(),
                InvalidQueryException.class,
                "The listener Recorder of Player has answered null instead of a Mono (beforeInsert). Answer Mono.empty()");
        players.onAfterDelete = rows -> null;
        failsAndChangesNothing(orm.delete(PLAYER).byId(ann.id()).count(), InvalidQueryException.class, "(afterDelete)");
    }

    @Test
    void rowsThatCannotBeInsertedAreRefused() {
        Mono<List<Player>> insert = orm.insertAll(List.of(NewPlayer.name("eve"), NewPlayer.name("fay")))
                .all()
                .collectList();

        players.onBeforeInsert = rows -> Mono.just(rows.subList(0, 1));
        failsAndChangesNothing(insert, InvalidQueryException.class, "has answered 1 rows before the insert of 2");
        players.onBeforeInsert = rows -> Mono.just(Collections.nCopies(2, null));
        failsAndChangesNothing(insert, InvalidQueryException.class, "that is null");
        players.onBeforeInsert = rows -> Mono.just(rows.stream()
                .map(row -> row.create(PLAYER.mentees, NewPlayer.name("nested")))
                .toList());
        failsAndChangesNothing(insert, InvalidQueryException.class, "that is related to others");
        players.onBeforeInsert = EntityListenersIT::teams;
        failsAndChangesNothing(insert, InvalidQueryException.class, "that is of Team");
        players.onBeforeUpdate = rows -> Mono.just(Collections.singletonList(null));
        failsAndChangesNothing(
                orm.update(PLAYER).everything().set(PLAYER.goals.to(1)).count(),
                InvalidQueryException.class,
                "assignment that is null");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Mono<List<Draft<Player>>> teams(List<Draft<Player>> rows) {
        return (Mono) Mono.just(Collections.nCopies(rows.size(), TEAM.draft()));
    }

    @Test
    void aListenerCannotLeaveTheTenant() {
        Recorder<Project> projects = new Recorder<>(PROJECT, Project::name, heard);
        ReactiveOrm own = ReactiveOrm.builder(pool).listener(projects).build();
        Mono<Project> insert =
                own.insert(PROJECT.draft().set(PROJECT.name, "x")).one().contextWrite(Tenant.of("acme"));
        assertThat(insert.block(PATIENCE).tenant()).isEqualTo("acme");

        projects.onBeforeInsert = rows -> Mono.just(
                rows.stream().map(row -> row.set(PROJECT.tenant, "other")).toList());
        failsAndChangesNothing(insert, InvalidQueryException.class, "another tenant");
        projects.onBeforeUpdate = rows -> Mono.just(List.<Assignment<Project>>of(PROJECT.tenant.to("other")));
        failsAndChangesNothing(
                own.update(PROJECT)
                        .everything()
                        .set(PROJECT.name.to("y"))
                        .count()
                        .contextWrite(Tenant.of("acme")),
                InvalidQueryException.class,
                "another tenant");
    }

    @Test
    void aRowThatIsNotThereUndoesWhatTheListenerDid() {
        players.onBeforeUpdate = rows -> orm.insert(NewSkill.name("lost")).one().then(Mono.empty());
        players.onBeforeDelete = rows -> orm.insert(NewSkill.name("lost")).one().then();

        failsAndChangesNothing(
                orm.update(PLAYER).byId(4711L).set(PLAYER.goals.to(1)).oneOrFail(), NotFoundException.class, "4711");
        failsAndChangesNothing(
                orm.update(PLAYER)
                        .byId(ann.id())
                        .ifVersion(9)
                        .set(PLAYER.goals.to(1))
                        .count(),
                StaleEntityException.class,
                "9");
        failsAndChangesNothing(
                orm.update(PLAYER)
                        .byId(ann.id())
                        .ifVersion(9)
                        .set(PLAYER.goals.to(1))
                        .changes()
                        .collectList(),
                StaleEntityException.class,
                "9");
        failsAndChangesNothing(orm.delete(PLAYER).byId(4711L).oneOrFail(), NotFoundException.class, "4711");

        assertThat(database.orm().find(SKILL).count().block()).isZero();
    }

    @Test
    void aCancelWhileAListenerRunsUndoesEverything() throws InterruptedException {
        Sinks.Empty<Void> started = Sinks.empty();
        Sinks.Empty<Void> cancelled = Sinks.empty();
        players.onAfterInsert = rows -> Mono.<Void>never()
                .doOnSubscribe(subscription -> started.tryEmitEmpty())
                .doOnCancel(cancelled::tryEmitEmpty);
        List<String> before = names();
        log.clear();

        Disposable running = orm.insert(NewPlayer.name("eve")).one().subscribe();
        started.asMono().block(PATIENCE);
        running.dispose();
        cancelled.asMono().block(PATIENCE);

        assertThat(log).hasRolledBack(1);
        assertThat(names()).isEqualTo(before);
        assertThat(orm.find(SKILL).count().block(PATIENCE)).isZero();
    }

    @Test
    void aListenerIsInTheSubscribersContextAndTransaction() {
        List<String> context = new ArrayList<>();
        players.onAfterInsert = rows -> Mono.deferContextual(view -> {
            context.add(view.get("who"));
            return orm.insert(NewSkill.name("of-" + rows.get(0).name())).one().then();
        });

        Mono<Player> insert = orm.insert(NewPlayer.name("eve")).one().contextWrite(view -> view.put("who", "me"));
        assertThat(during(insert)).hasCount(2).hasCommitted(1);
        assertThat(context).containsExactly("me");

        failsAndChangesNothing(
                orm.transaction(orm.insert(NewPlayer.name("fay"))
                        .one()
                        .then(Mono.error(new IllegalStateException("later")))
                        .contextWrite(view -> view.put("who", "me"))),
                IllegalStateException.class,
                "later");
        assertThat(database.orm().find(SKILL).count().block()).isOne();
    }

    @Test
    void theCallersTransactionIsUndoneByAListenersFailureEvenIfItIsSwallowed() {
        players.onAfterUpdate = rows -> Mono.error(new IllegalStateException("no"));
        List<String> before = names();

        Mono<Player> work = orm.transaction(orm.insert(NewPlayer.name("eve"))
                .one()
                .flatMap(eve -> orm.update(PLAYER)
                        .byId(ann.id())
                        .set(PLAYER.goals.to(1))
                        .one()
                        .onErrorReturn(eve)));

        assertThatThrownBy(() -> work.block(PATIENCE)).hasMessageContaining("swallowed");
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void severalListenersHearOneAfterTheOther() {
        Recorder<Player> second = new Recorder<>(PLAYER, Player::email, heard);
        players.onBeforeInsert = rows -> Mono.just(
                rows.stream().map(row -> row.set(PLAYER.email, "first")).toList());
        second.onBeforeInsert = rows -> Mono.just(rows.stream()
                .map(row -> row.set(PLAYER.email, row.get(PLAYER.email) + "+second"))
                .toList());
        players.onBeforeUpdate = rows -> Mono.just(List.<Assignment<Player>>of(PLAYER.email.to("u1")));
        ReactiveOrm two =
                ReactiveOrm.builder(pool).listener(players).listener(second).build();

        two.insert(NewPlayer.name("eve")).one().block(PATIENCE);
        two.update(PLAYER)
                .where(PLAYER.name.eq("eve"))
                .set(PLAYER.goals.to(1))
                .one()
                .block(PATIENCE);

        assertThat(heard)
                .containsExactly(
                        "inserting Player 1",
                        "inserting Player 1",
                        "inserted Player [eve]",
                        "inserted Player [first+second]",
                        "updating Player goals,version",
                        "updating Player goals,version,email",
                        "updated Player [eve]",
                        "updated Player [u1]");
    }

    @Test
    void aListenerThatWritesItsOwnEntityHearsOfIt() {
        players.onAfterUpdate = rows -> rows.get(0).goals() >= 3
                ? Mono.empty()
                : orm.update(PLAYER)
                        .byId(rows.get(0).id())
                        .set(PLAYER.goals.increment(1))
                        .one()
                        .then();

        orm.update(PLAYER).byId(ann.id()).set(PLAYER.goals.to(1)).one().block(PATIENCE);

        assertThat(names()).containsExactly("ann3", "bob0");
        assertThat(heard).filteredOn("updated Player [ann]"::equals).hasSize(3);
    }

    @Test
    void listenersMayNeedTheOrmThatTheyListenTo() {
        ReactiveOrm own = ReactiveOrm.builder(pool)
                .listeners(finished -> List.of(new Welcome(finished)))
                .build();

        own.insert(NewPlayer.name("eve")).one().block(PATIENCE);

        assertThat(own.find(SKILL).where(SKILL.name.eq("welcome eve")).exists().block(PATIENCE))
                .isTrue();
    }

    @Test
    void missingListenersAreRefused() {
        assertThatThrownBy(() -> ReactiveOrm.builder(pool).listener(null))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("The entity listener is null");
        assertThatThrownBy(() -> ReactiveOrm.builder(pool).listeners(null)).isInstanceOf(InvalidQueryException.class);
        ReactiveOrm without =
                ReactiveOrm.builder(pool).listeners(finished -> null).build();
        assertThatThrownBy(() -> without.insert(NewSkill.name("x")).one().block(PATIENCE))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("The entity listeners are null");
        ReactiveOrm nobodys = ReactiveOrm.builder(pool)
                .listener(new Recorder<Player>(null, Player::name, heard))
                .build();
        assertThatThrownBy(() -> nobodys.insert(NewSkill.name("x")).one().block(PATIENCE))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("The entity listener Recorder has no entity");
    }

    private record Welcome(ReactiveOrm orm) implements EntityListener<Player> {

        @Override
        public Player_ entity() {
            return PLAYER;
        }

        @Override
        public Mono<Void> afterInsert(List<Player> rows) {
            return orm.insertAll(rows.stream()
                            .map(row -> NewSkill.name("welcome " + row.name()))
                            .toList())
                    .count()
                    .then();
        }
    }

    @Test
    void anUpsertIsHeardOfAsWhatItDoes() {
        assertThat(orm.upsert(PLAYER)
                        .on(PLAYER.name)
                        .createAll(List.of(NewPlayer.name("ann"), NewPlayer.name("eve")))
                        .update(PLAYER.goals.increment(1))
                        .flagged()
                        .all()
                        .map(upserted -> upserted.outcome().name())
                        .collectList()
                        .block(PATIENCE))
                .containsExactly("UPDATED", "INSERTED");
        assertThat(heard).contains("inserting Player 1", "inserted Player [eve]", "updated Player [ann]");
        assertThat(names()).containsExactly("ann1", "bob0", "eve0");
    }

    @Test
    void aUnitOfWorkIsHeardOf() {
        orm.batch()
                .insert(NewPlayer.name("eve"))
                .update(PLAYER, ann)
                .delete(PLAYER, bob)
                .flush()
                .block(PATIENCE);
        assertThat(heard).contains("inserted Player [eve]", "updated Player [ann]", "deleted Player [bob]");
    }

    @Test
    void whatCannotBeHeardOfIsRefused() {
        failsAndChangesNothing(
                orm.insertAll(List.of(NewPlayer.name("eve"))).skipDuplicates().count(),
                InvalidQueryException.class,
                "Player, which a listener would have to hear of");
        failsAndChangesNothing(
                orm.insertAll(Flux.just(NewPlayer.name("eve"))).copy(),
                InvalidQueryException.class,
                "COPY does not answer the rows of Player");
        failsAndChangesNothing(
                orm.upsert(PLAYER)
                        .byId()
                        .create(NewPlayer.name("eve").id(1))
                        .update(PLAYER.name.to("x"))
                        .where(PLAYER.goals.gt(1))
                        .count(),
                InvalidQueryException.class,
                "that an entity listener hears of, takes several statements, which do not go with");
        assertThat(heard).isEmpty();
    }
}
