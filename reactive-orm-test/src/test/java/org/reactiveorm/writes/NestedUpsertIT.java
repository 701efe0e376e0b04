package org.reactiveorm.writes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.writes.Contract_.CONTRACT;
import static org.reactiveorm.writes.Player_.PLAYER;
import static org.reactiveorm.writes.Skill_.SKILL;
import static org.reactiveorm.writes.Team_.TEAM;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.write.Upserted;
import org.reactiveorm.write.Upserted.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Upserts with changes of related rows, in what is created and in what is there. */
class NestedUpsertIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void connect() {
        orm = database.orm();
    }

    private Mono<Upserted<Team>> reds() {
        return orm.upsert(TEAM)
                .on(TEAM.name)
                .create(NewTeam.name("reds").contracts(NewContract.title("first")))
                .update(
                        TEAM.contracts.create(NewContract.title("more")),
                        TEAM.contracts.updateAll(Condition.always(), CONTRACT.pay.to(5)))
                .flagged()
                .oneOrFail();
    }

    private List<String> contracts() {
        return orm.find(CONTRACT)
                .orderBy(CONTRACT.id.asc())
                .all()
                .map(contract -> contract.title() + ":" + contract.pay())
                .collectList()
                .block();
    }

    @Test
    void whatIsNestedDependsOnWhatIsThere() {
        assertThat(reds().block().outcome()).isEqualTo(Outcome.INSERTED);
        assertThat(contracts()).containsExactly("first:0");

        assertThat(reds().block().outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(contracts()).containsExactly("first:5", "more:0");
        assertThat(orm.find(TEAM).count().block()).isEqualTo(1);
    }

    @Test
    void keysOfTheNewRowComeFirst() {
        Mono<Player> ann = orm.upsert(PLAYER)
                .on(PLAYER.name)
                .create(NewPlayer.name("ann").team(NewTeam.name("reds")))
                .update(PLAYER.goals.increment(1), PLAYER.team.upsert(NewTeam.name("x"), TEAM.name.to("RED")))
                .include(PLAYER.team)
                .one();
        assertThat(ann.block().team().get().name()).isEqualTo("reds");
        Player again = ann.block();
        assertThat(again.team().get().name()).isEqualTo("RED");
        assertThat(again.goals()).isEqualTo(1);
        assertThat(again.version()).isEqualTo(1);
    }

    @Test
    void manyRowsAreAsManyStatementsAsOne() {
        Mono<List<Upserted<Team>>> several = teams("a", "b", "c").collectList();
        assertThat(database.statements().during(several)).hasCount(3).hasCommitted();
        assertThat(database.statements().during(teams("a", "b", "c", "d", "e").collectList()))
                .hasCount(4);
        assertThat(teams("e", "f", "a").map(Upserted::outcome).collectList().block())
                .containsExactly(Outcome.UPDATED, Outcome.INSERTED, Outcome.UPDATED);
        assertThat(orm.find(PLAYER).count().block()).isEqualTo(6);
    }

    private Flux<Upserted<Team>> teams(String... names) {
        return orm.upsert(TEAM)
                .on(TEAM.name)
                .createAll(Flux.just(names)
                        .map(name -> NewTeam.name(name).players(NewPlayer.name("of " + name)))
                        .collectList()
                        .block())
                .update(TEAM.name.toExcluded())
                .flagged()
                .all();
    }

    @Test
    void nothingIsDoneToWhatIsThereIfSo() {
        orm.insert(NewTeam.name("reds")).one().block();
        StepVerifier.create(orm.upsert(TEAM)
                        .on(TEAM.name)
                        .create(NewTeam.name("reds").players(NewPlayer.name("ann")))
                        .doNothing()
                        .one())
                .verifyComplete();
        assertThat(orm.find(PLAYER).count().block()).isZero();
    }

    @Test
    void aFailureLeavesEverything() {
        orm.insert(NewTeam.name("reds")).one().block();
        StepVerifier.create(orm.upsert(TEAM)
                        .on(TEAM.name)
                        .create(NewTeam.name("reds"))
                        .update(TEAM.players.create(NewPlayer.name("ann")), TEAM.players.connect(4711L))
                        .one())
                .verifyError(NotFoundException.class);
        assertThat(orm.find(PLAYER).count().block()).isZero();
    }

    @Test
    void manyAtOnceMakeOneRow() {
        Flux.range(0, 32)
                .flatMap(
                        i -> orm.upsert(SKILL)
                                .on(SKILL.name)
                                .create(NewSkill.name("pass").players(NewPlayer.name("p" + i)))
                                .update(SKILL.level.increment(1), SKILL.players.create(NewPlayer.name("p" + i)))
                                .one(),
                        32)
                .as(StepVerifier::create)
                .expectNextCount(32)
                .verifyComplete();
        Skill skill = orm.find(SKILL).include(SKILL.players).one().block();
        assertThat(skill.level()).isEqualTo(32);
        assertThat(skill.players()).hasSize(32);
    }

    @Test
    void whatOnlyOneStatementCanDoIsRefusedBeforeIt() {
        database.statements().clear();
        for (Mono<?> refused : List.<Mono<?>>of(
                orm.upsert(TEAM)
                        .on(TEAM.name)
                        .create(NewTeam.name("reds").players(NewPlayer.name("ann")))
                        .update(TEAM.name.toExcluded())
                        .where(TEAM.id.gt(3L))
                        .one(),
                orm.upsert(PLAYER)
                        .on(PLAYER.email)
                        .create(NewPlayer.name("ann").team(NewTeam.name("reds")))
                        .update()
                        .one())) {
            StepVerifier.create(refused)
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(InvalidQueryException.class)
                            .satisfiesAnyOf(
                                    each -> assertThat(each).hasMessageContaining("do not go with where(…)"),
                                    each -> assertThat(each).hasMessageContaining("Player.email is left out")));
        }
        assertThat(database.statements()).hasCount(0);
    }
}
