package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Offices.acme;
import static org.reactiveorm.semantics.Offices.stored;
import static org.reactiveorm.semantics.Project_.PROJECT;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.UpsertChoiceSpec;
import org.reactiveorm.error.StaleEntityException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.scope.Scope;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Writes that meet a row which a scope hides: project 3 is deleted, project 101 is of another tenant. */
class HiddenRowsIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;
    private String before;

    @BeforeEach
    void fill() {
        orm = database.orm();
        Offices.fill(orm);
        orm.sql("delete from task_topics; delete from tasks").execute().block();
        before = projects();
    }

    private String projects() {
        return stored(orm, "select string_agg(p::text, ' ' order by id) from projects p");
    }

    private UpsertChoiceSpec<Project> upsert(NewProject... projects) {
        return orm.upsert(PROJECT).byId().createAll(List.of(projects));
    }

    private static NewProject project(long id) {
        return NewProject.name("new").id(id);
    }

    private void assertHidden(Mono<?> work, int row) {
        StepVerifier.create(acme(work))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                UniqueViolationException.class,
                                violation ->
                                        assertThat(violation.context().row()).isEqualTo(row))
                        .hasMessageContaining("A Project with the same id is there, but a scope hides it"));
        assertThat(projects()).isEqualTo(before);
    }

    @Test
    void anUpsertThatIsToChangeAHiddenRowSaysSo() {
        for (long hidden : List.of(3L, 101L)) {
            assertHidden(upsert(project(hidden)).update(PROJECT.name.to("x")).one(), 0);
            assertHidden(upsert(project(hidden)).update(PROJECT.name.to("x")).count(), 0);
            assertHidden(upsert(project(hidden)).update().one(), 0);
            assertHidden(upsert(project(hidden)).update().count(), 0);
        }
    }

    @Test
    void nothingIsChangedIfOneOfManyIsHidden() {
        UpsertChoiceSpec<Project> many = upsert(project(1), project(900), project(3), project(2));
        assertHidden(many.update(PROJECT.name.toExcluded()).all().then(), 2);
        assertHidden(many.update(PROJECT.name.toExcluded()).flagged().all().then(), 2);
        assertHidden(many.update(PROJECT.name.toExcluded()).count(), 2);
        assertHidden(many.update().all().then(), 2);
    }

    @Test
    void oneWithRelatedRowsSaysSoToo() {
        assertHidden(
                upsert(project(1), project(101).tasks(NewTask.title("t")))
                        .update(PROJECT.name.to("x"))
                        .all()
                        .then(),
                1);
        assertThat(stored(orm, "select count(*)::text from tasks where title = 't'"))
                .isEqualTo("0");
    }

    @Test
    void whoWantsNothingDoneToARowThatIsThereNeedNotSeeIt() {
        assertThat(acme(upsert(project(3)).doNothing().count()).block()).isZero();
        assertThat(acme(upsert(project(3))
                                .update(PROJECT.name.to("x"))
                                .where(PROJECT.version.eq(0))
                                .one())
                        .blockOptional())
                .isEmpty();
        assertThat(projects()).isEqualTo(before);
    }

    @Test
    void norWhereRelatedRowsAreMadeWithTheOthers() {
        acme(upsert(
                                project(3).tasks(NewTask.title("t")),
                                project(1),
                                project(900).tasks(NewTask.title("u")))
                        .doNothing()
                        .all())
                .map(Project::id)
                .as(StepVerifier::create)
                .expectNext(900L)
                .verifyComplete();
        assertThat(stored(orm, "select string_agg(title || project_id, ' ') from tasks"))
                .isEqualTo("u900");
    }

    @Test
    void aScopeThatIsLiftedHidesNothing() {
        Project changed = acme(upsert(project(3))
                        .update(PROJECT.name.to("x"))
                        .unscoped(Scope.SOFT_DELETE)
                        .oneOrFail())
                .block();
        assertThat(changed.name()).isEqualTo("x");
        assertThat(changed.deletedAt()).isNotNull();
        assertThat(acme(upsert(project(101)).update().unscoped(Scope.TENANT).oneOrFail())
                        .block()
                        .name())
                .isEqualTo("house");
    }

    private Project deleted() {
        return acme(orm.find(PROJECT).byId(3L).unscoped(Scope.SOFT_DELETE).oneOrFail())
                .block();
    }

    @Test
    void givenRowsThatAreHiddenAreNotThereUntilTheScopeIsLifted() {
        List<Project> deleted = List.of(deleted());
        StepVerifier.create(acme(orm.updateAll(PROJECT, deleted).all())).verifyError(StaleEntityException.class);
        StepVerifier.create(acme(orm.deleteAll(PROJECT, deleted).permanently().count()))
                .verifyError(StaleEntityException.class);
        assertThat(projects()).isEqualTo(before);
        assertThat(acme(orm.updateAll(PROJECT, deleted)
                                .unscoped(Scope.SOFT_DELETE)
                                .oneOrFail())
                        .block()
                        .version())
                .isEqualTo(1);
        assertThat(acme(orm.deleteAll(PROJECT, List.of(deleted()))
                                .unscoped(Scope.SOFT_DELETE)
                                .permanently()
                                .count())
                        .block())
                .isEqualTo(1);
        assertThat(stored(orm, "select count(*)::text from projects where id = 3"))
                .isEqualTo("0");
    }

    @Test
    void givenRowsCanBeRemovedForGood() {
        List<Project> all = acme(orm.find(PROJECT).orderBy(PROJECT.id.asc()).all())
                .collectList()
                .block();
        assertThat(acme(orm.deleteAll(PROJECT, all).permanently().count()).block())
                .isEqualTo(2);
        assertThat(stored(orm, "select string_agg(id::text, ' ' order by id) from projects where tenant = 'acme'"))
                .isEqualTo("3");
    }

    @Test
    void aStreamOfNewRowsMayBeOfAnyTenant() {
        Flux<NewProject> rows =
                Flux.just("acme", "globex").map(tenant -> NewProject.name("s").tenant(tenant));
        assertThat(orm.insertAll(rows).unscoped(PROJECT, Scope.TENANT).count().block())
                .isEqualTo(2);
    }
}
