package org.reactiveorm.writes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.writes.Appearance_.APPEARANCE;
import static org.reactiveorm.writes.Fixture_.FIXTURE;
import static org.reactiveorm.writes.Locker_.LOCKER;
import static org.reactiveorm.writes.Player_.PLAYER;
import static org.reactiveorm.writes.Skill_.SKILL;
import static org.reactiveorm.writes.Team_.TEAM;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.query.Change;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.test.OrmExtension;
import reactor.test.StepVerifier;

/** What random graphs found, each alone. */
class NestedWriteCornersIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;
    private Team reds;
    private Player ann;
    private Player bob;

    @BeforeEach
    void fill() {
        orm = database.orm();
        reds = made(NewTeam.name("reds").draft());
        ann = made(NewPlayer.name("ann")
                .teamId(reds.id())
                .skills(NewSkill.name("pass"))
                .draft());
        bob = made(NewPlayer.name("bob").teamId(reds.id()).mentorId(ann.id()).draft());
    }

    private <E> E made(org.reactiveorm.query.Draft<E> draft) {
        return Objects.requireNonNull(orm.insert(draft).one().block());
    }

    private long count(EntityRef<?, ?> entity) {
        return Objects.requireNonNull(orm.find(entity).count().block());
    }

    @Test
    void whatIsNestedInARowThatIsNotMadeIsNotDone() {
        orm.update(PLAYER)
                .byId(bob.id())
                .set(
                        PLAYER.mentor.connectOrCreate(
                                PLAYER.name.eq("ann"),
                                NewPlayer.name("ann")
                                        .team(NewTeam.name("a"))
                                        .skills(NewSkill.name("b"))
                                        .mentees(NewPlayer.name("c").team(NewTeam.name("d")))),
                        PLAYER.skills.connectOrCreate(
                                SKILL.name.eq("pass"), NewSkill.name("pass").players(NewPlayer.name("f"))),
                        PLAYER.locker.upsert(
                                NewLocker.number("l"),
                                LOCKER.player.connectOrCreate(PLAYER.name.eq("g"), NewPlayer.name("g"))))
                .one()
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        assertThat(List.of(count(TEAM), count(PLAYER), count(SKILL))).containsExactly(1L, 2L, 1L);
    }

    @Test
    void keysInWhatIsNotDoneAreNotLookedFor() {
        orm.update(PLAYER)
                .byId(bob.id())
                .set(
                        PLAYER.mentees.connectOrCreate(
                                PLAYER.name.eq("ann"),
                                NewPlayer.name("ann").with(PLAYER.team.connect(TEAM.name.eq("nobody's")))),
                        PLAYER.locker.upsert(NewLocker.number("l"), LOCKER.player.connect(PLAYER.name.eq("nobody"))))
                .one()
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        assertThat(count(PLAYER)).isEqualTo(2);
        assertThat(count(LOCKER)).isEqualTo(1);
    }

    @Test
    void theAnswerIsTheRowAtTheEnd() {
        orm.update(PLAYER)
                .byId(bob.id())
                .set(PLAYER.mentor.update(PLAYER.mentees.update(bob.id(), PLAYER.goals.to(7))))
                .one()
                .as(StepVerifier::create)
                .assertNext(row -> assertThat(row.goals() + " " + row.version()).isEqualTo("7 1"))
                .verifyComplete();
        orm.update(PLAYER)
                .byId(bob.id())
                .ifVersion(1)
                .set(PLAYER.team.update(TEAM.players.delete(bob.id())))
                .select(PLAYER.name)
                .one()
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(NotFoundException.class)
                        .hasMessageStartingWith(
                                "1 of the 1 rows of Player cannot be read any more, since the call itself removes"));
        assertThat(orm.find(PLAYER).byId(bob.id()).exists().block()).isTrue();
        orm.update(PLAYER)
                .byId(bob.id())
                .ifVersion(1)
                .set(PLAYER.team.update(TEAM.players.delete(bob.id())))
                .oneOrFail()
                .as(StepVerifier::create)
                .assertNext(row -> assertThat(row.goals() + " " + row.version()).isEqualTo("7 1"))
                .verifyComplete();
        assertThat(orm.find(PLAYER).byId(bob.id()).exists().block()).isFalse();
    }

    @Test
    void whatIsConnectedAlreadyStaysAsItIs() {
        orm.update(TEAM)
                .byId(reds.id())
                .set(TEAM.players.set(ann.id()), TEAM.players.connect(PLAYER.name.eq("ann")))
                .one()
                .block();
        orm.update(PLAYER)
                .byId(ann.id())
                .set(
                        PLAYER.mentees.connect(bob.id()),
                        PLAYER.team.upsert(NewTeam.name("blues"), TEAM.name.to("RED")),
                        PLAYER.locker.connectOrCreate(LOCKER.number.eq("l"), NewLocker.number("l")))
                .one()
                .as(StepVerifier::create)
                .assertNext(answer -> assertThat(answer.version()).isZero())
                .verifyComplete();

        assertThat(orm.find(PLAYER)
                        .orderBy(PLAYER.name.asc())
                        .all()
                        .map(row -> row.name() + " " + row.version() + " " + row.teamId())
                        .collectList()
                        .block())
                .containsExactly("ann 0 " + reds.id(), "bob 1 null");
        assertThat(orm.find(TEAM).one().map(Team::name).block()).isEqualTo("RED");
    }

    @Test
    void keysThatAreWhatTheyAreToBeTouchNothing() {
        orm.update(PLAYER).byId(bob.id()).set(PLAYER.team.disconnect()).one().block();
        for (Change<Player> change : List.of(
                PLAYER.team.disconnect(),
                PLAYER.mentor.connect(ann.id()),
                PLAYER.mentor.connectOrCreate(PLAYER.name.eq("ann"), NewPlayer.name("ann")))) {
            orm.update(PLAYER)
                    .byId(bob.id())
                    .set(change)
                    .one()
                    .as(StepVerifier::create)
                    .assertNext(row -> assertThat(row.version()).isEqualTo(1))
                    .verifyComplete();
        }
        orm.update(PLAYER)
                .everything()
                .set(PLAYER.team.connect(reds.id()))
                .all()
                .as(StepVerifier::create)
                .recordWith(ArrayList::new)
                .expectNextCount(2)
                .consumeRecordedWith(rows -> assertThat(rows)
                        .extracting(row -> row.name() + " " + row.version())
                        .containsExactlyInAnyOrder("ann 0", "bob 2"))
                .verifyComplete();
        orm.update(PLAYER)
                .byId(bob.id())
                .set(PLAYER.goals.to(0), PLAYER.team.connect(reds.id()))
                .one()
                .as(StepVerifier::create)
                .assertNext(row -> assertThat(row.version()).isEqualTo(3))
                .verifyComplete();
    }

    @Test
    void onlyRowsThatReferToANewRowAreTouchedByUpserts() {
        orm.update(PLAYER).byId(bob.id()).set(PLAYER.team.disconnect()).one().block();
        orm.update(PLAYER)
                .everything()
                .set(PLAYER.team.upsert(NewTeam.name("blues"), TEAM.name.to("RED")))
                .all()
                .as(StepVerifier::create)
                .recordWith(ArrayList::new)
                .expectNextCount(2)
                .consumeRecordedWith(rows -> assertThat(rows)
                        .extracting(row -> row.name() + " " + row.version())
                        .containsExactlyInAnyOrder("ann 0", "bob 2"))
                .verifyComplete();
    }

    @Test
    void incrementsOfDifferentRowsAreOneStatement() {
        assertThat(database.statements()
                        .during(orm.update(TEAM)
                                .byId(reds.id())
                                .set(
                                        TEAM.players.update(ann.id(), PLAYER.goals.increment(3)),
                                        TEAM.players.update(bob.id(), PLAYER.goals.increment(5)))
                                .one()))
                .hasCount(2);
        orm.update(TEAM)
                .byId(reds.id())
                .set(
                        TEAM.players.update(ann.id(), PLAYER.goals.multiply(7)),
                        TEAM.players.update(bob.id(), PLAYER.goals.decrement(1), PLAYER.email.to("b@x")),
                        TEAM.players.update(ann.id(), PLAYER.goals.decrement(1)))
                .one()
                .block();
        assertThat(orm.find(PLAYER)
                        .orderBy(PLAYER.name.asc())
                        .all()
                        .map(row -> row.goals() + " " + row.version())
                        .collectList()
                        .block())
                .containsExactly("20 3", "4 2");
    }

    @Test
    void aRowThatWhatItRefersToRemovesIsNotChanged() {
        orm.update(PLAYER)
                .byId(bob.id())
                .set(PLAYER.goals.to(1), PLAYER.team.update(TEAM.players.delete(bob.id())))
                .one()
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(NotFoundException.class)
                        .hasMessageStartingWith("Player with id " + bob.id() + " cannot be changed: "));
        assertThat(count(PLAYER)).isEqualTo(2);
    }

    @Test
    void whatSeveralRowsShareIsDeletedOnce() {
        orm.update(PLAYER)
                .everything()
                .set(PLAYER.skills.connect(SKILL.name.eq("pass")))
                .count()
                .block();
        long pass = Objects.requireNonNull(orm.find(SKILL).one().block()).id();
        orm.update(PLAYER)
                .everything()
                .set(PLAYER.team.delete(), PLAYER.skills.delete(pass))
                .count()
                .as(StepVerifier::create)
                .expectNext(2L)
                .verifyComplete();
        assertThat(count(TEAM) + count(SKILL)).isZero();
    }

    @Test
    void whatOnlyOneOfSeveralHasIsNotDeleted() {
        long pass = Objects.requireNonNull(orm.find(SKILL).one().block()).id();
        orm.update(PLAYER)
                .everything()
                .set(PLAYER.skills.delete(pass))
                .count()
                .as(StepVerifier::create)
                .verifyError(NotFoundException.class);
        assertThat(count(SKILL)).isEqualTo(1);
    }

    @Test
    void setIsSaidOnce() {
        orm.update(PLAYER)
                .byId(ann.id())
                .set(PLAYER.skills.set(), PLAYER.skills.set(1L))
                .one()
                .as(StepVerifier::create)
                .verifyErrorMessage(
                        "Player.skills is set twice. Give all that is to be related to one Player in one set(…).");
    }

    @Test
    void aRowThatIsStillReferredToIsNotAMissingOne() {
        Player cid = made(NewPlayer.name("cid").mentorId(bob.id()).draft());
        orm.update(PLAYER)
                .byId(ann.id())
                .set(PLAYER.mentor.connect(cid.id()), PLAYER.mentees.delete(bob.id()))
                .one()
                .as(StepVerifier::create)
                .verifyError(ForeignKeyViolationException.class);
    }

    @Test
    void aMissingRowIsNamedWhereverItIsConnected() {
        for (org.reactiveorm.query.Attachment<Player, ?> missing :
                List.of(PLAYER.team.connect(4711L), PLAYER.mentor.connect(4711L), PLAYER.skills.connect(4711L))) {
            orm.insert(NewSkill.name("x").players(NewPlayer.name("eve").with(missing)))
                    .one()
                    .as(StepVerifier::create)
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(NotFoundException.class)
                            .hasMessageContaining("Player." + missing.relation().name()));
        }
        orm.insert(NewFixture.id(new FixtureId(1, 1))
                        .place("x")
                        .draft()
                        .create(FIXTURE.appearances, APPEARANCE.draft().with(APPEARANCE.player.connect(4711L))))
                .one()
                .as(StepVerifier::create)
                .verifyError(NotFoundException.class);
        assertThat(count(FIXTURE) + count(SKILL)).isEqualTo(1);
    }

    @Test
    void aKeyThatContainsTheParentsIsConnectedOrCreated() {
        made(NewFixture.id(new FixtureId(1, 1)).place("x").draft());
        AppearanceId key = new AppearanceId(1, 1, ann.id());
        for (int i = 0; i < 2; i++) {
            orm.update(FIXTURE)
                    .byId(new FixtureId(1, 1))
                    .set(FIXTURE.appearances.connectOrCreate(
                            key, NewAppearance.create().playerId(ann.id())))
                    .one()
                    .as(StepVerifier::create)
                    .expectNextCount(1)
                    .verifyComplete();
        }
        assertThat(count(APPEARANCE)).isEqualTo(1);
        made(NewFixture.id(new FixtureId(1, 2)).place("x").draft());
        AppearanceId others = new AppearanceId(1, 1, bob.id());
        orm.update(FIXTURE)
                .byId(new FixtureId(1, 2))
                .set(FIXTURE.appearances.connectOrCreate(
                        others, NewAppearance.create().playerId(bob.id())))
                .one()
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageContaining("Appearance.id.number is given"));
    }

    @Test
    void aRowThatIsNamedByTwoKeysEndsWithWhatIsSaidLast() {
        long pass = orm.find(SKILL).one().block().id();
        orm.update(PLAYER).byId(bob.id()).set(PLAYER.skills.connect(pass)).one().block();
        orm.update(PLAYER)
                .everything()
                .set(
                        PLAYER.skills.update(pass, SKILL.level.to(7)),
                        PLAYER.skills.update(SKILL.name.eq("pass"), SKILL.level.to(8)),
                        PLAYER.skills.update(pass, SKILL.level.to(7)))
                .count()
                .as(StepVerifier::create)
                .expectNext(2L)
                .verifyComplete();
        assertThat(orm.find(SKILL).one().block().level()).isEqualTo(7);
    }

    @Test
    void anErrorSaysWhichRowIsConnectedWithNone() {
        orm.insertAll(List.of(
                        NewPlayer.name("cid").with(PLAYER.team.connect(reds.id())),
                        NewPlayer.name("dan").with(PLAYER.team.connect(-1L))))
                .count()
                .as(StepVerifier::create)
                .verifyErrorSatisfies(
                        error -> assertThat(error)
                                .isInstanceOf(NotFoundException.class)
                                .hasMessage(
                                        "Row 1 of 2 (counted from 0): Player.team: there is no Team with the key that was given to connect."));
    }
}
