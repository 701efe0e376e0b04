package org.reactiveorm.writes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.writes.Appearance_.APPEARANCE;
import static org.reactiveorm.writes.Contract_.CONTRACT;
import static org.reactiveorm.writes.Fixture_.FIXTURE;
import static org.reactiveorm.writes.Locker_.LOCKER;
import static org.reactiveorm.writes.Passport_.PASSPORT;
import static org.reactiveorm.writes.Player_.PLAYER;
import static org.reactiveorm.writes.Skill_.SKILL;
import static org.reactiveorm.writes.Team_.TEAM;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.NotNullViolationException;
import org.reactiveorm.error.StaleEntityException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.query.Change;
import org.reactiveorm.query.Condition;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Changes of related rows within an update or an insert: reds with ann, bob and two contracts; blues with cid; dan alone. */
class NestedWritesIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;
    private Team reds;
    private Team blues;
    private Player ann;
    private Player bob;
    private Player cid;
    private Player dan;

    @BeforeEach
    void fill() {
        orm = database.orm();
        reds = orm.insert(NewTeam.name("reds").contracts(NewContract.title("r1"), NewContract.title("r2")))
                .one()
                .block();
        blues = orm.insert(NewTeam.name("blues").contracts(NewContract.title("b1")))
                .one()
                .block();
        ann = orm.insert(NewPlayer.name("ann")
                        .teamId(reds.id())
                        .passport(NewPassport.number("p-ann"))
                        .locker(NewLocker.number("l-ann"))
                        .skills(NewSkill.name("pass"), NewSkill.name("shot")))
                .one()
                .block();
        bob = orm.insert(NewPlayer.name("bob").teamId(reds.id())).one().block();
        cid = orm.insert(NewPlayer.name("cid").teamId(blues.id()).skills(NewSkill.name("save")))
                .one()
                .block();
        dan = orm.insert(NewPlayer.name("dan")).one().block();
    }

    private List<String> playersOf(Team team) {
        return orm.find(PLAYER)
                .where(PLAYER.teamId.eq(team.id()))
                .orderBy(PLAYER.name.asc())
                .all()
                .map(Player::name)
                .collectList()
                .block();
    }

    private List<String> skillsOf(Player player) {
        return orm.find(SKILL)
                .where(SKILL.players.some(PLAYER.id.eq(player.id())))
                .orderBy(SKILL.name.asc())
                .all()
                .map(Skill::name)
                .collectList()
                .block();
    }

    private List<String> contractsOf(Team team) {
        return orm.find(CONTRACT)
                .where(CONTRACT.teamId.eq(team.id()))
                .orderBy(CONTRACT.title.asc())
                .all()
                .map(contract -> contract.title() + ":" + contract.pay())
                .collectList()
                .block();
    }

    private Player reread(Player player) {
        return orm.find(PLAYER)
                .byId(player.id())
                .include(PLAYER.team, PLAYER.passport, PLAYER.locker)
                .one()
                .block();
    }

    @SafeVarargs
    private Mono<Team> change(Team team, Change<Team>... changes) {
        return orm.update(TEAM).byId(team.id()).set(changes).oneOrFail();
    }

    @SafeVarargs
    private Mono<Player> change(Player player, Change<Player>... changes) {
        return orm.update(PLAYER).byId(player.id()).set(changes).oneOrFail();
    }

    private void refused(Mono<?> work, Class<? extends Throwable> error, String message) {
        List<?> before = everything();
        StepVerifier.create(work)
                .verifyErrorSatisfies(
                        failure -> assertThat(failure).isInstanceOf(error).hasMessageContaining(message));
        assertThat(everything()).isEqualTo(before);
    }

    private List<?> everything() {
        return Flux.concat(
                        orm.find(TEAM).orderBy(TEAM.id.asc()).all().map(Team::name),
                        orm.find(PLAYER)
                                .orderBy(PLAYER.id.asc())
                                .all()
                                .map(row -> row.name() + row.teamId() + row.goals() + row.version()),
                        orm.find(CONTRACT).orderBy(CONTRACT.id.asc()).all().map(row -> row.title() + row.teamId()),
                        orm.find(PASSPORT).orderBy(PASSPORT.id.asc()).all().map(row -> row.number() + row.playerId()),
                        orm.find(LOCKER).orderBy(LOCKER.id.asc()).all().map(row -> row.number() + row.playerId()),
                        orm.find(SKILL)
                                .orderBy(SKILL.id.asc())
                                .include(SKILL.players)
                                .all()
                                .map(row -> row.name() + row.players().list().size()))
                .collectList()
                .block();
    }

    @Test
    void childrenAreCreatedConnectedAndDisconnected() {
        change(
                        reds,
                        TEAM.name.to("RED"),
                        TEAM.players.create(NewPlayer.name("eve")),
                        TEAM.players.connect(dan.id(), cid.id()),
                        TEAM.players.disconnect(bob.id(), blues.id() + 1000))
                .as(StepVerifier::create)
                .assertNext(team -> assertThat(team.name()).isEqualTo("RED"))
                .verifyComplete();

        assertThat(playersOf(reds)).containsExactly("ann", "cid", "dan", "eve");
        assertThat(playersOf(blues)).isEmpty();
        assertThat(reread(bob).teamId()).isNull();
        assertThat(reread(dan).version()).isEqualTo(1);
        assertThat(reread(ann).version()).isZero();
    }

    @Test
    void disconnectingAnothersChildLeavesItAlone() {
        change(reds, TEAM.players.disconnect(cid.id())).block();

        assertThat(playersOf(blues)).containsExactly("cid");
        assertThat(reread(cid).version()).isZero();
    }

    @Test
    void setLeavesExactlyTheseChildren() {
        change(reds, TEAM.players.set(bob.id(), cid.id())).block();
        assertThat(playersOf(reds)).containsExactly("bob", "cid");
        assertThat(reread(ann).teamId()).isNull();

        change(reds, TEAM.players.set()).block();
        assertThat(playersOf(reds)).isEmpty();
        change(reds, TEAM.players.set(PLAYER.name.eq("dan"))).block();
        assertThat(playersOf(reds)).containsExactly("dan");
    }

    @Test
    void setOfOneParentTouchesNoOther() {
        change(reds, TEAM.players.set()).block();

        assertThat(playersOf(blues)).containsExactly("cid");
    }

    @Test
    void connectingWhatIsNotThereFailsAndChangesNothing() {
        refused(
                change(reds, TEAM.name.to("x"), TEAM.players.connect(dan.id(), 4711L)),
                NotFoundException.class,
                "Team.players: there is no Player with id 4711");
        refused(
                change(ann, PLAYER.goals.to(9), PLAYER.skills.connect(4711L)),
                NotFoundException.class,
                "Player.skills");
        refused(change(dan, PLAYER.team.connect(4711L)), NotFoundException.class, "Player.team");
        refused(
                change(dan, PLAYER.team.connect(TEAM.name.eq("greens"))),
                NotFoundException.class,
                "Player.team: there is no Team with name greens");
        refused(
                orm.insert(NewPlayer.name("eve").with(PLAYER.skills.connect(4711L)))
                        .one(),
                NotFoundException.class,
                "Player.skills");
        refused(
                orm.insert(NewPlayer.name("eve").with(PLAYER.team.connect(4711L)))
                        .one(),
                NotFoundException.class,
                "Player.team");
    }

    @Test
    void aChildByKeyMustBelongToThisParent() {
        refused(
                change(reds, TEAM.players.update(cid.id(), PLAYER.goals.to(5))),
                NotFoundException.class,
                "Team.players: no Player with id " + cid.id() + " is related to this Team");
        refused(change(reds, TEAM.players.delete(cid.id())), NotFoundException.class, "Team.players");
        long save = orm.find(SKILL).where(SKILL.name.eq("save")).one().block().id();
        refused(change(ann, PLAYER.skills.update(save, SKILL.level.to(5))), NotFoundException.class, "Player.skills");
        refused(change(ann, PLAYER.skills.delete(save)), NotFoundException.class, "Player.skills");
    }

    @Test
    void childrenChangeOneByOneAndTogether() {
        change(
                        reds,
                        TEAM.players.update(ann.id(), PLAYER.goals.increment(2)),
                        TEAM.players.update(PLAYER.name.eq("bob"), PLAYER.goals.to(7), PLAYER.email.to("b@x")),
                        TEAM.contracts.updateAll(CONTRACT.title.eq("r1"), CONTRACT.pay.to(100)))
                .block();

        assertThat(reread(ann).goals()).isEqualTo(2);
        assertThat(reread(bob).goals()).isEqualTo(7);
        assertThat(reread(bob).email()).isEqualTo("b@x");
        assertThat(contractsOf(reds)).containsExactly("r1:100", "r2:0");
        assertThat(contractsOf(blues)).containsExactly("b1:0");
    }

    @Test
    void changesOfManyChildrenAreOneStatement() {
        List<Player> many = orm.insertAll(IntStream.range(0, 50)
                        .mapToObj(i -> NewPlayer.name("n" + i).teamId(reds.id()))
                        .toList())
                .all()
                .collectList()
                .block();
        List<? extends Change<Team>> changes = many.stream()
                .map(player -> TEAM.players.update(player.id(), PLAYER.email.to(player.name() + "@x")))
                .toList();

        assertThat(database.statements()
                        .during(orm.update(TEAM).byId(reds.id()).set(changes).one()))
                .hasCount(2)
                .hasCommitted();
        assertThat(orm.find(PLAYER).where(PLAYER.email.endsWith("@x")).count().block())
                .isEqualTo(50);
    }

    @Test
    void childrenAreRemoved() {
        change(reds, TEAM.contracts.deleteAll(CONTRACT.title.eq("r1")), TEAM.players.delete(bob.id()))
                .block();

        assertThat(contractsOf(reds)).containsExactly("r2:0");
        assertThat(contractsOf(blues)).containsExactly("b1:0");
        assertThat(playersOf(reds)).containsExactly("ann");
        assertThat(orm.find(PLAYER).byId(bob.id()).exists().block()).isFalse();
    }

    @Test
    void upsertChangesOwnChildrenAndCreatesWhatIsMissing() {
        change(
                        reds,
                        TEAM.contracts.upsert(CONTRACT.title.eq("r1"), NewContract.title("r1"), CONTRACT.pay.to(5)),
                        TEAM.contracts.upsert(
                                CONTRACT.title.eq("r3"), NewContract.title("r3").pay(6)))
                .block();

        assertThat(contractsOf(reds)).containsExactly("r1:5", "r2:0", "r3:6");
        refused(
                change(
                        reds,
                        TEAM.contracts.upsert(CONTRACT.title.eq("b1"), NewContract.title("b1"), CONTRACT.pay.to(5))),
                UniqueViolationException.class,
                "title");
    }

    @Test
    void connectOrCreateMakesOnlyWhatIsMissing() {
        change(
                        dan,
                        PLAYER.skills.connectOrCreate(SKILL.name.eq("pass"), NewSkill.name("pass")),
                        PLAYER.skills.connectOrCreate(
                                SKILL.name.eq("head"), NewSkill.name("head").level(3)),
                        PLAYER.team.connectOrCreate(TEAM.name.eq("greens"), NewTeam.name("greens")))
                .block();

        assertThat(skillsOf(dan)).containsExactly("head", "pass");
        assertThat(orm.find(SKILL).count().block()).isEqualTo(4);
        assertThat(reread(dan).team().get().name()).isEqualTo("greens");

        change(
                        reds,
                        TEAM.players.connectOrCreate(PLAYER.name.eq("dan"), NewPlayer.name("dan")),
                        TEAM.players.connectOrCreate(
                                PLAYER.name.eq("fay"), NewPlayer.name("fay").locker(NewLocker.number("l-fay"))))
                .block();
        assertThat(playersOf(reds)).containsExactly("ann", "bob", "dan", "fay");
        assertThat(orm.find(LOCKER).where(LOCKER.number.eq("l-fay")).exists().block())
                .isTrue();
    }

    @Test
    void insertsConnectAndCreate() {
        Player eve = orm.insert(NewPlayer.name("eve")
                        .with(PLAYER.team.connect(reds.id()))
                        .with(PLAYER.skills.connect(SKILL.name.eq("pass")))
                        .with(PLAYER.skills.connectOrCreate(SKILL.name.eq("head"), NewSkill.name("head")))
                        .with(PLAYER.mentees.connect(bob.id(), dan.id()))
                        .with(PLAYER.locker.create(NewLocker.number("l-eve"))))
                .include(PLAYER.team, PLAYER.skills.orderBy(SKILL.name.asc()), PLAYER.mentees, PLAYER.locker)
                .one()
                .block();

        assertThat(eve.team().get().name()).isEqualTo("reds");
        assertThat(eve.skills()).extracting(Skill::name).containsExactly("head", "pass");
        assertThat(eve.mentees()).extracting(Player::name).containsExactlyInAnyOrder("bob", "dan");
        assertThat(eve.locker().get().number()).isEqualTo("l-eve");
    }

    @Test
    void anInsertThatConnectsByKeysIsOneStatement() {
        List<Long> skills = orm.find(SKILL).all().map(Skill::id).collectList().block();

        assertThat(database.statements()
                        .during(orm.insert(NewPlayer.name("eve")
                                        .with(PLAYER.team.connect(reds.id()))
                                        .with(PLAYER.skills.connectAll(skills))
                                        .locker(NewLocker.number("l-eve")))
                                .one()))
                .hasCount(1)
                .hasNoTransaction();
        assertThat(orm.find(PLAYER)
                        .where(PLAYER.name.eq("eve"), PLAYER.team.is(TEAM.name.eq("reds")))
                        .exists()
                        .block())
                .isTrue();
        assertThat(skillsOf(orm.find(PLAYER).where(PLAYER.name.eq("eve")).one().block()))
                .hasSize(3);
    }

    @Test
    void aToOneRelationWhoseKeyIsHere() {
        change(dan, PLAYER.team.create(NewTeam.name("greens")), PLAYER.goals.to(1))
                .as(StepVerifier::create)
                .assertNext(player -> assertThat(player.teamId()).isNotNull())
                .verifyComplete();
        assertThat(reread(dan).team().get().name()).isEqualTo("greens");
        assertThat(reread(dan).version()).isEqualTo(1);

        change(dan, PLAYER.team.update(TEAM.name.to("GREEN"))).block();
        assertThat(reread(dan).team().get().name()).isEqualTo("GREEN");

        change(dan, PLAYER.team.disconnect()).block();
        assertThat(reread(dan).teamId()).isNull();
        refused(change(dan, PLAYER.team.update(TEAM.name.to("x"))), NotFoundException.class, "Player.team");

        change(dan, PLAYER.team.upsert(NewTeam.name("up"), TEAM.name.to("UP"))).block();
        assertThat(reread(dan).team().get().name()).isEqualTo("up");
        change(dan, PLAYER.team.upsert(NewTeam.name("up"), TEAM.name.to("UP"))).block();
        assertThat(reread(dan).team().get().name()).isEqualTo("UP");

        change(dan, PLAYER.team.delete()).block();
        assertThat(reread(dan).teamId()).isNull();
        assertThat(orm.find(TEAM).where(TEAM.name.eq("UP")).exists().block()).isFalse();
        refused(change(dan, PLAYER.team.delete()), NotFoundException.class, "Player.team");
    }

    @Test
    void aToOneRelationWhoseKeyIsThereAndOptional() {
        change(ann, PLAYER.locker.create(NewLocker.number("l2"))).block();
        assertThat(reread(ann).locker().get().number()).isEqualTo("l2");
        assertThat(orm.find(LOCKER)
                        .where(LOCKER.number.eq("l-ann"))
                        .one()
                        .block()
                        .playerId())
                .isNull();

        long first =
                orm.find(LOCKER).where(LOCKER.number.eq("l-ann")).one().block().id();
        change(bob, PLAYER.locker.connect(LOCKER.number.eq("l2"))).block();
        assertThat(reread(ann).locker().optional()).isEmpty();
        assertThat(reread(bob).locker().get().number()).isEqualTo("l2");
        change(bob, PLAYER.locker.connect(first)).block();
        assertThat(reread(bob).locker().get().number()).isEqualTo("l-ann");
        change(bob, PLAYER.locker.disconnect()).block();
        change(bob, PLAYER.locker.disconnect()).block();
        assertThat(reread(bob).locker().optional()).isEmpty();
    }

    @Test
    void whoTakesTheOnlyPlaceByItsOwnKeyTakesItFromAnother() {
        Locker other = orm.insert(NewLocker.number("l-2")).one().block();
        orm.update(LOCKER)
                .byId(other.id())
                .set(LOCKER.player.connect(ann.id()))
                .one()
                .block();
        assertThat(lockers()).containsExactly("l-2 ann", "l-ann null");
        orm.update(LOCKER)
                .byId(other.id())
                .set(LOCKER.player.connect(PLAYER.name.eq("ann")))
                .one()
                .block();
        orm.insert(NewLocker.number("l-3").with(LOCKER.player.connect(ann.id())))
                .one()
                .block();
        assertThat(lockers()).containsExactly("l-2 null", "l-3 ann", "l-ann null");
        orm.insert(NewLocker.number("l-4")
                        .with(LOCKER.player.connectOrCreate(PLAYER.name.eq("ann"), NewPlayer.name("ann"))))
                .one()
                .block();
        assertThat(lockers()).containsExactly("l-2 null", "l-3 null", "l-4 ann", "l-ann null");
        refused(
                orm.insert(NewPassport.number("p-2").player(PASSPORT.player.connect(ann.id())))
                        .one(),
                UniqueViolationException.class,
                "A Passport with the same playerId exists");
    }

    private List<String> lockers() {
        return orm.find(LOCKER)
                .include(LOCKER.player)
                .orderBy(LOCKER.number.asc())
                .all()
                .map(locker -> locker.number() + " "
                        + locker.player().optional().map(Player::name).orElse(null))
                .collectList()
                .block();
    }

    @Test
    void aToOneRelationWhoseKeyIsThereAndRequired() {
        refused(
                change(ann, PLAYER.passport.create(NewPassport.number("p2"))),
                NotNullViolationException.class,
                "Player.passport");
        change(bob, PLAYER.passport.create(NewPassport.number("p-bob"))).block();
        refused(
                change(ann, PLAYER.passport.connect(PASSPORT.number.eq("p-bob"))),
                NotNullViolationException.class,
                "Player.passport");
        change(ann, PLAYER.passport.connect(PASSPORT.number.eq("p-ann"))).block();
        change(dan, PLAYER.passport.connect(PASSPORT.number.eq("p-bob"))).block();
        assertThat(reread(dan).passport().get().number()).isEqualTo("p-bob");
        change(dan, PLAYER.passport.upsert(NewPassport.number("x"), PASSPORT.number.to("p-dan")))
                .block();
        change(bob, PLAYER.passport.upsert(NewPassport.number("p-new"), PASSPORT.number.to("x")))
                .block();
        assertThat(reread(dan).passport().get().number()).isEqualTo("p-dan");
        assertThat(reread(bob).passport().get().number()).isEqualTo("p-new");
        change(bob, PLAYER.passport.delete()).block();
        assertThat(reread(bob).passport().optional()).isEmpty();
    }

    @Test
    void aJoinTable() {
        long save = orm.find(SKILL).where(SKILL.name.eq("save")).one().block().id();
        change(ann, PLAYER.skills.connect(save), PLAYER.skills.disconnect(SKILL.name.eq("pass")))
                .block();
        assertThat(skillsOf(ann)).containsExactly("save", "shot");
        change(ann, PLAYER.skills.connect(save)).block();
        change(ann, PLAYER.skills.set(save)).block();
        assertThat(skillsOf(ann)).containsExactly("save");
        change(ann, PLAYER.skills.set()).block();
        assertThat(skillsOf(ann)).isEmpty();
        assertThat(skillsOf(cid)).containsExactly("save");

        change(
                        cid,
                        PLAYER.skills.create(NewSkill.name("head")),
                        PLAYER.skills.update(save, SKILL.level.to(9)),
                        PLAYER.skills.updateAll(Condition.always(), SKILL.level.increment(1)))
                .block();
        assertThat(skillsOf(cid)).containsExactly("head", "save");
        assertThat(orm.find(SKILL).byId(save).one().block().level()).isEqualTo(10);
        change(cid, PLAYER.skills.deleteAll(SKILL.level.gt(5))).block();
        assertThat(skillsOf(cid)).containsExactly("head");
        assertThat(orm.find(SKILL).byId(save).exists().block()).isFalse();
    }

    @Test
    void keysOfSeveralColumns() {
        Fixture fixture = orm.insert(NewFixture.id(new FixtureId(2026, 1))
                        .place("home")
                        .appearances(
                                NewAppearance.create().playerId(ann.id()),
                                NewAppearance.create().playerId(bob.id()).minutes(10)))
                .one()
                .block();
        orm.update(FIXTURE)
                .byId(fixture.id())
                .set(
                        FIXTURE.appearances.update(
                                new AppearanceId(2026, 1, bob.id()), APPEARANCE.minutes.increment(5)),
                        FIXTURE.appearances.delete(new AppearanceId(2026, 1, ann.id())),
                        FIXTURE.appearances.create(NewAppearance.create()
                                .player(NewPlayer.name("eve"))
                                .minutes(1)))
                .one()
                .block();

        assertThat(orm.find(APPEARANCE)
                        .orderBy(APPEARANCE.minutes.asc())
                        .all()
                        .map(Appearance::minutes)
                        .collectList()
                        .block())
                .containsExactly(1, 15);
    }

    @Test
    void changesNestToAnyDepth() {
        change(
                        reds,
                        TEAM.players.update(
                                ann.id(),
                                PLAYER.goals.to(3),
                                PLAYER.locker.update(LOCKER.number.to("l-new")),
                                PLAYER.mentees.create(NewPlayer.name("eve").locker(NewLocker.number("l-eve"))),
                                PLAYER.mentor.create(NewPlayer.name("old")),
                                PLAYER.skills.update(
                                        SKILL.name.eq("pass"), SKILL.level.to(4), SKILL.players.connect(dan.id()))))
                .block();

        Player now = reread(ann);
        assertThat(now.goals()).isEqualTo(3);
        assertThat(now.locker().get().number()).isEqualTo("l-new");
        assertThat(orm.find(PLAYER)
                        .where(PLAYER.mentor.is(PLAYER.name.eq("ann")))
                        .one()
                        .block()
                        .name())
                .isEqualTo("eve");
        assertThat(orm.find(PLAYER).byId(now.mentorId()).one().block().name()).isEqualTo("old");
        assertThat(skillsOf(dan)).containsExactly("pass");
    }

    @Test
    void severalParentsAtOnce() {
        Long changed = orm.update(TEAM)
                .everything()
                .set(TEAM.contracts.create(NewContract.title("extra").draft().set(CONTRACT.title.to("t"))))
                .count()
                .onErrorReturn(UniqueViolationException.class, -1L)
                .block();
        assertThat(changed).isEqualTo(-1);
        orm.update(TEAM)
                .everything()
                .set(TEAM.contracts.updateAll(Condition.always(), CONTRACT.pay.to(1)), TEAM.players.set())
                .count()
                .as(StepVerifier::create)
                .expectNext(2L)
                .verifyComplete();
        assertThat(contractsOf(reds)).containsExactly("r1:1", "r2:1");
        assertThat(contractsOf(blues)).containsExactly("b1:1");
        assertThat(playersOf(blues)).isEmpty();
        refused(
                orm.update(TEAM)
                        .everything()
                        .set(TEAM.players.connect(dan.id()))
                        .count(),
                InvalidQueryException.class,
                "One Player is connected to two rows by Team.players");
    }

    @Test
    void aRowThatManyShareTakesItsValuesInOneStatement() {
        for (int count : List.of(2, 9)) {
            orm.insertAll(IntStream.range(0, count)
                            .mapToObj(i -> NewPlayer.name("new" + count + i).teamId(reds.id()))
                            .toList())
                    .all()
                    .blockLast();
            Mono<Long> changed = orm.update(PLAYER)
                    .where(PLAYER.teamId.eq(reds.id()))
                    .set(PLAYER.team.update(TEAM.name.to("team" + count)))
                    .count();
            assertThat(database.statements().during(changed)).hasCount(3).hasCommitted();
            assertThat(orm.find(TEAM).byId(reds.id()).one().block().name()).isEqualTo("team" + count);
        }
    }

    @Test
    void whatIsComputedOfARowThatManyShareIsComputedForEach() {
        long shot = orm.find(SKILL).where(SKILL.name.eq("shot")).one().block().id();
        change(bob, PLAYER.skills.connect(shot)).block();
        orm.update(PLAYER)
                .where(PLAYER.teamId.eq(reds.id()))
                .set(PLAYER.skills.update(shot, SKILL.level.increment(10)))
                .count()
                .as(StepVerifier::create)
                .expectNext(2L)
                .verifyComplete();
        assertThat(orm.find(SKILL).byId(shot).one().block().level()).isEqualTo(21);
        refused(
                orm.update(PLAYER)
                        .everything()
                        .set(PLAYER.skills.update(shot, SKILL.level.to(3)))
                        .count(),
                NotFoundException.class,
                "Player.skills");
    }

    @Test
    void relatedRowsAreHeldToTheirVersions() {
        change(reds, TEAM.players.update(ann.id(), PLAYER.ifVersion(0), PLAYER.goals.to(1)))
                .block();
        assertThat(reread(ann).version()).isEqualTo(1);

        refused(
                change(reds, TEAM.name.to("x"), TEAM.players.update(ann.id(), PLAYER.ifVersion(0), PLAYER.goals.to(2))),
                StaleEntityException.class,
                "Player " + ann.id() + " has been changed or deleted since version 0 was read");
        long passport = orm.find(PASSPORT).one().block().id();
        refused(
                orm.update(PASSPORT)
                        .byId(passport)
                        .set(PASSPORT.player.update(PLAYER.ifVersion(7), PLAYER.goals.to(2)))
                        .one(),
                StaleEntityException.class,
                "Player " + ann.id() + " has been changed or deleted since version 7 was read");
        for (long other : List.of(cid.id(), 4711L)) {
            refused(
                    change(reds, TEAM.players.update(other, PLAYER.ifVersion(0), PLAYER.goals.to(2))),
                    NotFoundException.class,
                    "Team.players: no Player with id " + other + " is related to this Team");
        }
        refused(
                change(ann, PLAYER.mentor.update(PLAYER.ifVersion(0), PLAYER.goals.to(2))),
                NotFoundException.class,
                "Player.mentor: no Player is related to this Player");
        refused(
                orm.update(PLAYER)
                        .byId(ann.id())
                        .ifVersion(0)
                        .set(PLAYER.locker.disconnect())
                        .one(),
                StaleEntityException.class,
                "since version 0 was read");
        assertThatThrownBy(() -> orm.update(PLAYER).byId(ann.id()).set(PLAYER.ifVersion(1)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageStartingWith("The version of the Player itself is expected with ifVersion(…)");
    }

    @Test
    void aRelatedRowIsUpsertedOnce() {
        refused(
                change(
                        reds,
                        TEAM.contracts.upsert(CONTRACT.title.eq("x"), NewContract.title("x"), CONTRACT.pay.to(1)),
                        TEAM.contracts.upsert(CONTRACT.title.eq("x"), NewContract.title("x"), CONTRACT.pay.to(2))),
                InvalidQueryException.class,
                "Team.contracts: the Contract with title x is upserted twice");
    }

    @Test
    void whatFindsNoRowChangesNothing() {
        List<?> before = everything();
        StepVerifier.create(orm.update(TEAM)
                        .byId(4711L)
                        .set(TEAM.name.to("x"), TEAM.players.create(NewPlayer.name("eve")))
                        .one())
                .verifyComplete();
        StepVerifier.create(orm.update(PLAYER)
                        .byId(4711L)
                        .set(PLAYER.team.create(NewTeam.name("greens")))
                        .oneOrFail())
                .verifyError(NotFoundException.class);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void contradictionsAreRefusedBeforeAnyStatement() {
        database.statements().clear();
        for (Mono<?> contradiction : List.<Mono<?>>of(
                change(dan, PLAYER.team.connect(1L), PLAYER.team.disconnect()),
                change(dan, PLAYER.team.connect(1L), PLAYER.teamId.to(2L)),
                change(dan, PLAYER.locker.connect(1L), PLAYER.locker.create(NewLocker.number("x"))),
                change(reds, TEAM.contracts.create(CONTRACT.draft())),
                change(reds, TEAM.players.update(1L, PLAYER.goals.to(1), PLAYER.goals.to(2))))) {
            StepVerifier.create(contradiction).verifyError(InvalidQueryException.class);
        }
        assertThat(database.statements()).hasCount(0);
    }

    @Test
    void manyConnectOrCreateTheSameAtOnce() {
        Flux.range(0, 32)
                .flatMap(
                        i -> orm.insert(NewPlayer.name("c" + i)
                                        .with(PLAYER.skills.connectOrCreate(SKILL.name.eq("new"), NewSkill.name("new")))
                                        .with(PLAYER.team.connectOrCreate(TEAM.name.eq("new"), NewTeam.name("new"))))
                                .one(),
                        32)
                .as(StepVerifier::create)
                .expectNextCount(32)
                .verifyComplete();

        assertThat(orm.find(SKILL).where(SKILL.name.eq("new")).count().block()).isEqualTo(1);
        assertThat(orm.find(PLAYER)
                        .where(PLAYER.team.is(TEAM.name.eq("new")))
                        .count()
                        .block())
                .isEqualTo(32);
    }
}
