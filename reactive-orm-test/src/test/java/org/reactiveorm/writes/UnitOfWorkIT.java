package org.reactiveorm.writes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.writes.Appearance_.APPEARANCE;
import static org.reactiveorm.writes.Bolt_.BOLT;
import static org.reactiveorm.writes.Branch_.BRANCH;
import static org.reactiveorm.writes.Contract_.CONTRACT;
import static org.reactiveorm.writes.Crew_.CREW;
import static org.reactiveorm.writes.Fixture_.FIXTURE;
import static org.reactiveorm.writes.Locker_.LOCKER;
import static org.reactiveorm.writes.Nut_.NUT;
import static org.reactiveorm.writes.Passport_.PASSPORT;
import static org.reactiveorm.writes.Player_.PLAYER;
import static org.reactiveorm.writes.Sailor_.SAILOR;
import static org.reactiveorm.writes.Skill_.SKILL;
import static org.reactiveorm.writes.Team_.TEAM;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.UnitOfWork;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.error.StaleEntityException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.write.BatchResult;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Inserts, updates and deletes that are collected and sent together. */
class UnitOfWorkIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void connect() {
        orm = database.orm();
    }

    private BatchResult flush(UnitOfWork work) {
        database.statements().clear();
        BatchResult result = work.flush().block();
        assertThat(result).isNotNull();
        return result;
    }

    private void refused(UnitOfWork work, Class<? extends Throwable> error, String message) {
        StepVerifier.create(work.flush())
                .verifyErrorSatisfies(
                        failure -> assertThat(failure).isInstanceOf(error).hasMessageContaining(message));
    }

    private <E> long count(EntityRef<E, ?> entity) {
        Long count = orm.find(entity).count().block();
        return count == null ? -1 : count;
    }

    private Team team(String name) {
        return orm.insert(NewTeam.name(name)).one().block();
    }

    private Player player(String name) {
        return orm.insert(NewPlayer.name(name)).one().block();
    }

    private static Player renamed(Player player, String name) {
        return withTeam(player, name, player.teamId());
    }

    private static Player withTeam(Player player, String name, Long team) {
        return new Player(
                player.id(),
                name,
                player.email(),
                player.goals(),
                player.version(),
                team,
                player.team(),
                player.mentorId(),
                player.mentor(),
                player.mentees(),
                player.passport(),
                player.locker(),
                player.skills(),
                player.appearances());
    }

    @Test
    void theSameNewEntityNestedInSeveralIsOneRow() {
        NewTeam reds = NewTeam.name("reds");
        NewPlayer ann = NewPlayer.name("ann").team(reds);
        NewPlayer bob = NewPlayer.name("bob").team(reds).mentor(ann);

        BatchResult result = flush(orm.batch().insert(bob, ann).insert(reds));

        assertThat(database.statements()).hasCount(3).hasCommitted(1);
        assertThat(count(TEAM)).isEqualTo(1);
        assertThat(result.insertedCount()).isEqualTo(3);
        assertThat(result.inserted(PLAYER)).extracting(Player::name).containsExactly("bob", "ann");
        assertThat(result.of(ann).teamId()).isEqualTo(result.of(reds).id());
        assertThat(result.of(bob).mentorId()).isEqualTo(result.of(ann).id());
        assertThat(orm.find(PLAYER).byId(result.of(bob).id()).one().block()).isEqualTo(result.of(bob));
    }

    @Test
    void anInsertOfItsOwnMakesARowForEachPlace() {
        NewSkill skill = NewSkill.name("x").level(1);
        StepVerifier.create(orm.insertAll(List.of(
                                NewPlayer.name("a").skills(skill),
                                NewPlayer.name("b").skills(skill)))
                        .all())
                .verifyError(UniqueViolationException.class);
        flush(orm.batch()
                .insert(NewPlayer.name("a").skills(skill), NewPlayer.name("b").skills(skill)));
        assertThat(count(SKILL)).isEqualTo(1);
        assertThat(orm.find(PLAYER)
                        .where(PLAYER.skills.some(SKILL.name.eq("x")))
                        .count()
                        .block())
                .isEqualTo(2);
    }

    @Test
    void aThousandMixedEntitiesOfFiveTablesAreFifteenStatements() {
        List<Team> teams = orm.insertAll(numbers(100, i -> NewTeam.name("old" + i)))
                .all()
                .collectList()
                .block();
        List<Player> players = orm.insertAll(numbers(
                        100, i -> NewPlayer.name("old" + i).teamId(teams.get(i).id())))
                .all()
                .collectList()
                .block();
        List<Contract> contracts = orm.insertAll(numbers(
                        100,
                        i -> NewContract.title("old" + i).teamId(teams.get(i).id())))
                .all()
                .collectList()
                .block();
        List<Locker> lockers = orm.insertAll(numbers(
                        100,
                        i -> NewLocker.number("old" + i).playerId(players.get(i).id())))
                .all()
                .collectList()
                .block();
        List<Passport> passports = orm.insertAll(numbers(
                        100,
                        i -> NewPassport.number("old" + i)
                                .playerId(players.get(i).id())))
                .all()
                .collectList()
                .block();
        UnitOfWork work = orm.batch();
        for (int i = 0; i < 100; i++) {
            NewTeam team = NewTeam.name("new" + i);
            NewPlayer player = NewPlayer.name("new" + i).team(team);
            work = work.insert(
                    NewPassport.number("new" + i).player(player),
                    NewContract.title("new" + i).team(team),
                    NewLocker.number("new" + i).player(player));
        }
        work = work.updateAll(TEAM, teams.subList(0, 50))
                .updateAll(PLAYER, players.subList(0, 50))
                .updateAll(CONTRACT, contracts.subList(0, 50))
                .updateAll(LOCKER, lockers.subList(0, 50))
                .updateAll(PASSPORT, passports.subList(0, 50))
                .deleteAll(TEAM, teams.subList(50, 100))
                .deleteAll(PLAYER, players.subList(50, 100))
                .deleteAll(CONTRACT, contracts.subList(50, 100))
                .deleteAll(LOCKER, lockers.subList(50, 100))
                .deleteAll(PASSPORT, passports.subList(50, 100));

        BatchResult result = flush(work);

        assertThat(database.statements()).hasCount(15).hasCommitted(1);
        assertThat(result.insertedCount()).isEqualTo(500);
        assertThat(result.updatedCount()).isEqualTo(250);
        assertThat(result.deletedCount()).isEqualTo(250);
        assertThat(result.updated(PLAYER))
                .allSatisfy(player -> assertThat(player.version()).isEqualTo(1));
        assertThat(result.updated(PLAYER)).extracting(Player::name).startsWith("old0", "old1", "old2");
        assertThat(count(LOCKER)).isEqualTo(150);
        assertThat(orm.find(PASSPORT)
                        .include(PASSPORT.player)
                        .all()
                        .collectList()
                        .block())
                .hasSize(150)
                .allSatisfy(
                        passport -> assertThat(passport.player().get().name()).isEqualTo(passport.number()));
    }

    private static <T> List<T> numbers(int count, java.util.function.IntFunction<T> each) {
        return java.util.stream.IntStream.range(0, count).mapToObj(each).toList();
    }

    @Test
    void aCircleThroughANullableKeyIsClosedByASecondStatement() {
        var ann = NewSailor.name("ann");
        var bob = NewSailor.name("bob");
        NewCrew reds = NewCrew.name("reds").sailors(ann, bob);
        NewCrew blues = NewCrew.name("blues");

        BatchResult result = flush(orm.batch().insert(reds, blues).relate(reds, CREW.captain, bob));

        assertThat(database.statements()).hasCount(3).hasCommitted(1);
        assertThat(result.of(reds).captainId()).isEqualTo(result.of(bob).id());
        assertThat(result.of(blues).captainId()).isNull();
        assertThat(result.inserted(CREW)).containsExactly(result.of(reds), result.of(blues));
        assertThat(result.of(ann).crewId()).isEqualTo(result.of(reds).id());
        assertThat(orm.find(CREW).byId(result.of(reds).id()).one().block()).isEqualTo(result.of(reds));
        assertThat(orm.find(SAILOR).byId(result.of(bob).id()).one().block()).isEqualTo(result.of(bob));
    }

    @Test
    void aCircleOfRequiredKeysIsRefusedBeforeAnyStatement() {
        Draft<Bolt> bolt = BOLT.draft();
        Draft<Nut> nut = NUT.draft().create(NUT.bolt, bolt);
        database.statements().clear();

        refused(
                orm.batch().insert(NewTeam.name("x")).insert(nut).relate(bolt, BOLT.nut, nut),
                InvalidQueryException.class,
                "a circle of keys that must not be null: ");
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void aTreeOfKeysThatTheDatabaseMakesIsTwoStatementsWhateverItsDepth() {
        NewPlayer root = NewPlayer.name("0");
        List<NewPlayer> line = new ArrayList<>(List.of(root));
        for (int i = 1; i < 50; i++) {
            line.add(NewPlayer.name(String.valueOf(i)).mentor(line.get(i - 1)));
        }

        BatchResult result = flush(orm.batch().insert(line.get(49)));

        assertThat(database.statements()).hasCount(2).hasCommitted(1);
        for (int i = 1; i < 50; i++) {
            Player player = result.of(line.get(i));
            assertThat(player.mentorId()).isEqualTo(result.of(line.get(i - 1)).id());
            assertThat(player.version()).isZero();
        }
        assertThat(orm.find(PLAYER).byId(result.of(line.get(7)).id()).one().block())
                .isEqualTo(result.of(line.get(7)));
    }

    @Test
    void aTreeOfKnownKeysNeedsNoSecondStatement() {
        NewBranch tip = NewBranch.name("0");
        for (int i = 1; i < 50; i++) {
            tip = NewBranch.name(String.valueOf(i)).parent(tip);
        }
        BatchResult result = flush(orm.batch().insert(tip));

        assertThat(database.statements()).hasCount(2).doesNotContainSql("update");
        assertThat(result.inserted(BRANCH)).hasSize(50);
        assertThat(orm.find(BRANCH).where(BRANCH.parentId.isNull()).count().block())
                .isEqualTo(1);
    }

    @Test
    void rowsOfKnownKeysWithDifferentColumnsAreInsertedInOrder() {
        NewBranch a = NewBranch.name("a");
        NewBranch b = NewBranch.name("b").parent(a).leaf("x");
        NewBranch c = NewBranch.name("c").parent(b);
        NewBranch d = NewBranch.name("d").parent(c).leaf("y");

        BatchResult result = flush(orm.batch().insert(d, c, b, a));

        assertThat(result.of(d).parentId()).isEqualTo(result.of(c).id());
        assertThat(result.of(b).parentId()).isEqualTo(result.of(a).id());
        assertThat(orm.find(BRANCH).all().collectList().block())
                .containsExactlyInAnyOrderElementsOf(result.inserted(BRANCH));
    }

    @Test
    void entitiesAsValuesAreOrderedByTheirKeys() {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        Branch child = new Branch(two, "child", null, one, One.empty(), Many.of(List.of()));
        Branch parent = new Branch(one, "parent", "x", null, One.empty(), Many.of(List.of()));
        Appearance appearance =
                new Appearance(new AppearanceId(2026, 1, player("ann").id()), 45, One.empty(), One.empty());
        Fixture fixture = new Fixture(new FixtureId(2026, 1), "here", Many.of(List.of()));

        BatchResult result = flush(orm.batch()
                .insert(APPEARANCE, appearance)
                .insert(FIXTURE, fixture)
                .insert(BRANCH, child, parent));

        assertThat(database.statements()).hasCount(3);
        assertThat(result.inserted(BRANCH)).extracting(Branch::name).containsExactly("child", "parent");
        assertThat(count(APPEARANCE)).isEqualTo(1);
    }

    @Test
    void aStaleEntityRollsEverythingBack() {
        Player ann = player("ann");
        orm.update(PLAYER, renamed(ann, "anna")).one().block();
        database.statements().clear();

        refused(
                orm.batch().insert(NewTeam.name("x")).update(PLAYER, renamed(ann, "anne")),
                StaleEntityException.class,
                "Player " + ann.id());
        assertThat(database.statements()).hasRolledBack(1);
        assertThat(count(TEAM)).isZero();
        refused(orm.batch().insert(NewTeam.name("x")).delete(PLAYER, ann), StaleEntityException.class, "Player");
        assertThat(count(TEAM)).isZero();
        assertThat(count(PLAYER)).isEqualTo(1);
    }

    @Test
    void aMissingRowRollsEverythingBack() {
        Team reds = team("reds");
        Team gone = new Team(4711, "gone", Many.of(List.of()), Many.of(List.of()), Many.of(List.of()));

        refused(
                orm.batch().insert(NewTeam.name("x")).update(TEAM, gone).delete(TEAM, reds),
                NotFoundException.class,
                "4711");
        refused(orm.batch().insert(NewTeam.name("x")).delete(TEAM, reds, gone), NotFoundException.class, "4711");
        assertThat(orm.find(TEAM).all().collectList().block())
                .extracting(Team::name)
                .containsExactly("reds");
    }

    @Test
    void theSameRowTwiceIsRefusedBeforeAnyStatement() {
        Player ann = player("ann");
        String name = "Player " + ann.id();
        database.statements().clear();

        refused(
                orm.batch().update(PLAYER, ann).delete(PLAYER, ann),
                InvalidQueryException.class,
                name + " is both updated and deleted in one unit of work.");
        refused(
                orm.batch().update(PLAYER, ann, renamed(ann, "x")),
                InvalidQueryException.class,
                name + " is updated twice");
        refused(
                orm.batch().delete(PLAYER, ann).delete(PLAYER, ann),
                InvalidQueryException.class,
                name + " is deleted twice");
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void nothingIsSentForNothingNorBeforeTheSubscription() {
        BatchResult nothing =
                flush(orm.batch().insert().updateAll(TEAM, List.of()).deleteAll(TEAM, List.of()));
        assertThat(nothing.insertedCount() + nothing.updatedCount() + nothing.deletedCount())
                .isZero();
        Mono<BatchResult> work = orm.batch().insert(NewLocker.number("1")).flush();
        assertThat(database.statements()).isEmpty();

        work.block();
        assertThat(database.statements()).hasCount(1).hasNoTransaction();
        StepVerifier.create(work).verifyError(UniqueViolationException.class);
    }

    @Test
    void aUnitOfWorkCanBeBranched() {
        UnitOfWork common = orm.batch().insert(NewTeam.name("common"));
        common.insert(NewTeam.name("a"));
        flush(common.insert(NewTeam.name("b")));

        assertThat(orm.find(TEAM).all().collectList().block())
                .extracting(Team::name)
                .containsExactly("common", "b");
    }

    @Test
    void rowsThatReferToOthersAreDeletedFirst() {
        Team reds = team("reds");
        Player ann = orm.insert(NewPlayer.name("ann").teamId(reds.id())).one().block();
        Player bob = orm.insert(NewPlayer.name("bob").teamId(reds.id()).mentorId(ann.id()))
                .one()
                .block();
        Locker locker =
                orm.insert(NewLocker.number("1").playerId(bob.id())).one().block();

        BatchResult result =
                flush(orm.batch().delete(TEAM, reds).delete(PLAYER, ann, bob).delete(LOCKER, locker));

        assertThat(database.statements()).hasCount(3).hasCommitted(1);
        assertThat(result.deletedCount()).isEqualTo(4);
    }

    @Test
    void rowsThatReferToEachOtherInACircleLetGoBeforeTheyAreDeleted() {
        var ann = NewSailor.name("ann");
        NewCrew reds = NewCrew.name("reds").sailors(ann);
        NewCrew blues = NewCrew.name("blues");
        BatchResult made = flush(orm.batch().insert(reds, blues).relate(reds, CREW.captain, ann));

        BatchResult result =
                flush(orm.batch().delete(CREW, made.of(reds), made.of(blues)).delete(SAILOR, made.of(ann)));

        assertThat(database.statements()).hasCount(3).hasCommitted(1);
        assertThat(result.deletedCount()).isEqualTo(3);
        assertThat(count(CREW) + count(SAILOR)).isZero();
    }

    @Test
    void aUniqueKeyOfADeletedRowCanBeTakenAgain() {
        Team reds = team("reds");
        Player ann = player("ann");
        Player bob = player("bob");

        BatchResult result = flush(orm.batch()
                .insert(NewTeam.name("reds"))
                .update(PLAYER, renamed(bob, "ann"))
                .delete(PLAYER, ann)
                .delete(TEAM, reds));

        assertThat(database.statements()).hasCount(4);
        assertThat(result.updated(PLAYER)).extracting(Player::name).containsExactly("ann");
        assertThat(count(TEAM)).isEqualTo(1);
    }

    @Test
    void anUpdatedRowLeavesADeletedOneForANewOne() {
        Team reds = team("reds");
        Player ann = orm.insert(NewPlayer.name("ann").teamId(reds.id())).one().block();

        flush(orm.batch().delete(TEAM, reds).update(PLAYER, withTeam(ann, "ann", null)));

        assertThat(count(TEAM)).isZero();
        StepVerifier.create(orm.batch()
                        .insert(NewLocker.number("1").playerId(ann.id()))
                        .delete(PLAYER, orm.find(PLAYER).byId(ann.id()).one().block())
                        .flush())
                .verifyError(ForeignKeyViolationException.class);
        assertThat(count(LOCKER)).isZero();
    }

    @Test
    void rowsThatAreThereAreConnectedToNewOnes() {
        Team reds = team("reds");
        Player ann = player("ann");
        Skill pass = orm.insert(NewSkill.name("pass")).one().block();
        NewPlayer bob = NewPlayer.name("bob")
                .with(PLAYER.team.connect(TEAM.name.eq("reds")))
                .with(PLAYER.mentees.connect(ann.id()))
                .with(PLAYER.skills.connect(pass.id()));
        NewPlayer cid = NewPlayer.name("cid").mentor(bob).with(PLAYER.team.connect(reds.id()));

        BatchResult result = flush(orm.batch().insert(cid, bob));

        assertThat(result.of(bob).teamId()).isEqualTo(reds.id());
        assertThat(result.of(cid).teamId()).isEqualTo(reds.id());
        assertThat(orm.find(PLAYER).byId(ann.id()).one().block().mentorId())
                .isEqualTo(result.of(bob).id());
        assertThat(orm.find(SKILL)
                        .where(SKILL.players.some(PLAYER.name.eq("bob")))
                        .count()
                        .block())
                .isEqualTo(1);
        refused(
                orm.batch().insert(NewTeam.name("x")).insert(NewPlayer.name("y").with(PLAYER.team.connect(4711L))),
                NotFoundException.class,
                "Player.team: there is no Team");
        assertThat(count(TEAM)).isEqualTo(1);
    }

    @Test
    void rowsAreConnectedOrCreated() {
        team("reds");
        NewPlayer ann = NewPlayer.name("ann")
                .with(PLAYER.team.connectOrCreate(TEAM.name.eq("reds"), NewTeam.name("reds")))
                .with(PLAYER.skills.connectOrCreate(SKILL.name.eq("pass"), NewSkill.name("pass")));
        NewPlayer bob = NewPlayer.name("bob")
                .with(PLAYER.team.connectOrCreate(TEAM.name.eq("blues"), NewTeam.name("blues")))
                .with(PLAYER.skills.connectOrCreate(SKILL.name.eq("pass"), NewSkill.name("pass")));

        BatchResult result = flush(orm.batch().insert(ann, bob));

        assertThat(count(TEAM)).isEqualTo(2);
        assertThat(count(SKILL)).isEqualTo(1);
        assertThat(result.of(ann).teamId()).isNotEqualTo(result.of(bob).teamId());
    }

    @Test
    void errorsSayWhichOfTheGivenEntitiesIsMeant() {
        team("reds");
        StepVerifier.create(orm.batch()
                        .insert(NewSkill.name("x"))
                        .insert(NewPlayer.name("a"), NewPlayer.name("b").team(NewTeam.name("reds")))
                        .flush())
                .verifyErrorSatisfies(error ->
                        assertThat(((OrmException) error).context().row()).isEqualTo(2));
        StepVerifier.create(orm.batch()
                        .insert(NewSkill.name("x"), NewTeam.name("y"))
                        .insert(TEAM.draft())
                        .flush())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessage("Row 2 of 3 (counted from 0): A new Team needs values for: name."));
        assertThat(count(SKILL)).isZero();
    }

    @Test
    void whatContradictsItselfIsRefused() {
        NewTeam reds = NewTeam.name("reds");
        NewTeam blues = NewTeam.name("blues");
        NewPlayer ann = NewPlayer.name("ann").team(reds);

        refused(
                orm.batch().insert(ann).relate(blues, TEAM.players, ann),
                InvalidQueryException.class,
                "Player.teamId of one new Player would come from two entities");
        refused(
                orm.batch().insert(NewPlayer.name("x").teamId(7L).team(reds)),
                InvalidQueryException.class,
                "Player.teamId of a new Player is given");
        refused(
                orm.batch().insert(ann.with(PLAYER.team.connect(1L))),
                InvalidQueryException.class,
                "Player.team is a to-one relation, but 2 entities");
        assertThat(count(TEAM)).isZero();
        assertThatThrownBy(() -> orm.batch().insert(NewTeam.name("a"), null))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("An entity to insert is null");
        assertThatThrownBy(() -> orm.batch().update(TEAM, (Team) null))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("The Team is null");
    }

    @Test
    void aResultKnowsItsOwnEntitiesOnly() {
        NewTeam reds = NewTeam.name("reds");
        BatchResult result = flush(orm.batch().insert(reds));

        assertThat(result.of(reds).name()).isEqualTo("reds");
        assertThat(result.inserted(PLAYER)).isEmpty();
        assertThatThrownBy(() -> result.of(NewTeam.name("reds")))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("This new Team was not inserted by this unit of work");
    }

    @Test
    void aFlushJoinsTheSubscribersTransaction() {
        Mono<BatchResult> work =
                orm.batch().insert(NewTeam.name("a"), NewPlayer.name("b")).flush();
        database.statements().clear();
        StepVerifier.create(orm.transaction(work.then(Mono.error(new IllegalStateException("no")))))
                .verifyError(IllegalStateException.class);

        assertThat(database.statements()).hasCount(2).hasRolledBack(1);
        assertThat(count(TEAM)).isZero();
    }
}
