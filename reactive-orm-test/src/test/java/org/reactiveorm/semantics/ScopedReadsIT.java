package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Offices.acme;
import static org.reactiveorm.semantics.Project_.PROJECT;
import static org.reactiveorm.semantics.Task_.TASK;
import static org.reactiveorm.semantics.Topic_.TOPIC;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.FindSpec;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.read.Page;
import org.reactiveorm.read.Slice;
import org.reactiveorm.scope.Scope;
import org.reactiveorm.scope.Tenant;
import org.reactiveorm.test.OrmExtension;
import reactor.test.StepVerifier;

/** Rows of other tenants and deleted rows are not there, wherever one looks from. */
class ScopedReadsIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    private final ReactiveOrm orm = database.orm();

    @BeforeAll
    static void fill() {
        Offices.fill(database.orm());
    }

    private List<String> tasks(FindSpec<Task, Long> find) {
        return acme(find.orderBy(TASK.id.asc()).all())
                .map(Task::title)
                .collectList()
                .block();
    }

    private List<String> tasks(Condition<Task> condition) {
        return tasks(orm.find(TASK).where(condition));
    }

    private List<String> projects(Condition<Project> condition) {
        return acme(orm.find(PROJECT).where(condition).orderBy(PROJECT.id.asc()).all())
                .map(Project::name)
                .collectList()
                .block();
    }

    @Test
    void rowsOfTheTenantThatAreNotDeleted() {
        assertThat(tasks(Condition.always())).containsExactly("plan", "build", "draw", "trace", "scan", "dig", "think");
        assertThat(acme(orm.find(TASK).count()).block()).isEqualTo(7);
        assertThat(acme(orm.find(TASK).byId(3L).one()).blockOptional()).isEmpty();
        assertThat(acme(orm.find(TASK).byId(101L).exists()).block()).isFalse();
        assertThat(acme(orm.find(TASK).byIds(List.of(1L, 3L, 101L)).count()).block())
                .isEqualTo(1);
        assertThat(tasks(TASK.title.eq("burn").or(TASK.title.eq("dig")))).containsExactly("dig");
    }

    @Test
    void pagesSlicesStreamsAndLocks() {
        Page<Task> page = acme(orm.find(TASK).orderBy(TASK.id.asc()).page(1, 3)).block();
        assertThat(page.total()).isEqualTo(7);
        assertThat(page.items()).extracting(Task::title).containsExactly("trace", "scan", "dig");
        Slice<Task> first =
                acme(orm.find(TASK).orderBy(TASK.title.asc()).slice(3)).block();
        assertThat(first.items()).extracting(Task::title).containsExactly("build", "dig", "draw");
        assertThat(acme(orm.find(TASK).orderBy(TASK.title.asc()).after(first.next(), 9))
                        .block()
                        .items())
                .extracting(Task::title)
                .containsExactly("plan", "scan", "think", "trace");
        assertThat(acme(orm.find(TASK).include(TASK.subtasks).stream(2))
                        .collectList()
                        .block())
                .hasSize(7)
                .allSatisfy(task ->
                        assertThat(task.subtasks()).extracting(Task::gone).doesNotContain(true));
        assertThat(acme(orm.find(TASK).forUpdate().all()).collectList().block()).hasSize(7);
        assertThat(acme(orm.find(TASK).snapshot().include(TASK.parent).all())
                        .collectList()
                        .block())
                .hasSize(7);
    }

    @Test
    void groupsAndTotals() {
        assertThat(acme(orm.find(TASK)
                                .groupBy(TASK.projectId)
                                .orderBy(TASK.projectId.key().asc())
                                .select(TASK.count())
                                .all())
                        .collectList()
                        .block())
                .containsExactly(5L, 1L, 1L);
        assertThat(acme(orm.find(TASK).aggregate(TASK.id.max())).block()).isEqualTo(9);
    }

    @Test
    void conditionsOnRelations() {
        assertThat(projects(PROJECT.tasks.some(TASK.title.eq("burn")))).isEmpty();
        assertThat(projects(PROJECT.tasks.none(TASK.title.eq("burn")))).containsExactly("house", "tower");
        assertThat(projects(PROJECT.tasks.every(TASK.title.ne("burn")))).containsExactly("house", "tower");
        assertThat(projects(PROJECT.tasks.count().eq(5L))).containsExactly("house");
        assertThat(tasks(TASK.project.isNull())).containsExactly("dig", "think");
        assertThat(tasks(TASK.project.is(PROJECT.name.eq("cellar")))).isEmpty();
        assertThat(tasks(TASK.project.isNot(PROJECT.name.eq("house")))).containsExactly("dig", "think");
        assertThat(tasks(TASK.parent.get(TASK.title).eq("copy"))).isEmpty();
        assertThat(tasks(TASK.subtasks.some())).containsExactly("plan", "draw");
        assertThat(acme(orm.find(TOPIC)
                                .where(TOPIC.tasks.some(TASK.title.in(List.of("burn", "build"))))
                                .all())
                        .map(Topic::name)
                        .collectList()
                        .block())
                .containsExactly("stone");
        assertThat(acme(orm.find(TOPIC)
                                .orderBy(TOPIC.id.asc())
                                .select(TOPIC.tasks.count())
                                .all())
                        .collectList()
                        .block())
                .containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @EnumSource
    void includes(Fetch fetch) {
        List<Task> found = acme(fetch.of(orm.find(TASK)
                                .include(TASK.project, TASK.parent, TASK.subtasks, TASK.topics.include(TOPIC.tasks))
                                .orderBy(TASK.id.asc()))
                        .all())
                .collectList()
                .block();
        Task plan = found.get(0);
        assertThat(plan.subtasks()).extracting(Task::title).containsExactly("draw");
        assertThat(plan.topics()).extracting(Topic::name).containsExactlyInAnyOrder("wood", "stone");
        assertThat(plan.topics().stream()
                        .filter(topic -> topic.id() == 1)
                        .findFirst()
                        .orElseThrow()
                        .tasks())
                .extracting(Task::id)
                .containsExactly(1L);
        Task scan = found.get(4);
        assertThat(scan.parent().isLoaded()).isTrue();
        assertThat(scan.parent().optional()).as("deleted, and so not there").isEmpty();
        assertThat(found.get(5).project().optional()).isEmpty();
        assertThat(found.get(1).project().get().name()).isEqualTo("house");
    }

    @Test
    void includesOfAPartAndOfAllLevels() {
        Project house = acme(orm.find(PROJECT)
                        .byId(1L)
                        .include(PROJECT.tasks.orderBy(TASK.id.desc()).take(2))
                        .oneOrFail())
                .block();
        assertThat(house.tasks()).extracting(Task::title).containsExactly("scan", "trace");
        Task plan = acme(orm.find(TASK)
                        .byId(1L)
                        .include(TASK.subtasks.recursive(5))
                        .oneOrFail())
                .block();
        assertThat(plan.subtasks()).extracting(Task::title).containsExactly("draw");
        assertThat(plan.subtasks().list().get(0).subtasks())
                .extracting(Task::title)
                .containsExactly("trace");
    }

    @Test
    void aRowThatBelongsToOneOfAnotherTenantDoesNotReachIt() {
        orm.sql("insert into tasks (id, tenant, title, project_id, parent_id) values (50, 'stray', 'lost', 1, 101)")
                .execute()
                .block();
        Task lost = orm.find(TASK)
                .byId(50L)
                .include(TASK.project, TASK.parent)
                .oneOrFail()
                .contextWrite(Tenant.of("stray"))
                .block();
        assertThat(lost.project().optional()).isEmpty();
        assertThat(lost.parent().optional()).isEmpty();
        assertThat(acme(orm.find(PROJECT)
                                .where(PROJECT.tasks.some(TASK.title.eq("lost")))
                                .exists())
                        .block())
                .isFalse();
        orm.sql("delete from tasks where id = 50").execute().block();
    }

    @Test
    void lostTenantsAreErrorsBeforeAnyStatement() {
        database.statements().clear();
        String message =
                "Rows of Task are of tenants, told apart by tenant, but the subscriber's context names none. Add .contextWrite(Tenant.of(…)), or lift the scope with unscoped(Scope.TENANT).";
        StepVerifier.create(orm.find(TASK).all())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessage(message));
        StepVerifier.create(orm.find(TOPIC).include(TOPIC.tasks).all()).verifyErrorMessage(message);
        StepVerifier.create(orm.find(TOPIC).include(TOPIC.tasks).byId(1L).one()).verifyErrorMessage(message);
        StepVerifier.create(orm.find(TOPIC).include(TOPIC.tasks).stream(2)).verifyErrorMessage(message);
        StepVerifier.create(orm.find(TOPIC).include(TOPIC.tasks).page(0, 2)).verifyErrorMessage(message);
        StepVerifier.create(orm.find(TOPIC).include(TOPIC.tasks).slice(2)).verifyErrorMessage(message);
        StepVerifier.create(orm.find(TOPIC).where(TOPIC.tasks.some()).count()).verifyErrorMessage(message);
        StepVerifier.create(
                        orm.find(TASK).groupBy(TASK.title).select(TASK.count()).all())
                .verifyErrorMessage(message);
        StepVerifier.create(orm.find(TASK).count().contextWrite(Tenant.of(7L)))
                .verifyErrorMessage(
                        "The tenant in the subscriber's context is of the class Long, but Task.tenant of String. Give Tenant.of(…) a value of that class.");
        assertThat(database.statements()).hasCount(0);
        assertThat(orm.find(TOPIC).count().block()).as("not of tenants").isEqualTo(2);
    }

    @Test
    void scopesAreLiftedByNameForTheWholeCall() {
        assertThat(tasks(orm.find(TASK).unscoped(Scope.SOFT_DELETE))).hasSize(9).contains("burn", "copy");
        assertThat(orm.find(TASK).unscoped(Scope.TENANT).count().block()).isEqualTo(14);
        assertThat(orm.find(TASK)
                        .unscoped(Scope.TENANT, Scope.SOFT_DELETE)
                        .count()
                        .block())
                .isEqualTo(18);
        Project house = acme(orm.find(PROJECT)
                        .byId(1L)
                        .unscoped(TASK, Scope.SOFT_DELETE)
                        .include(PROJECT.tasks)
                        .oneOrFail())
                .block();
        assertThat(house.tasks()).hasSize(7);
        assertThat(acme(orm.find(PROJECT)
                                .where(PROJECT.tasks.some(TASK.gone.isTrue()))
                                .unscoped(TASK, Scope.SOFT_DELETE)
                                .count())
                        .block())
                .isEqualTo(1);
        assertThat(acme(orm.find(PROJECT).unscoped(TASK, Scope.SOFT_DELETE).count())
                        .block())
                .as("the projects' own scopes hold")
                .isEqualTo(2);
        assertThat(acme(orm.find(TASK)
                                .unscoped(Scope.SOFT_DELETE)
                                .groupBy()
                                .select(TASK.count())
                                .first())
                        .block())
                .isEqualTo(9);
        assertThatThrownBy(() -> orm.find(TOPIC).unscoped(Scope.TENANT))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("There is no scope 'tenant' of Topic. It has: none.");
        assertThatThrownBy(() -> orm.find(TASK).unscoped("deleted"))
                .hasMessage("There is no scope 'deleted' of Task. It has: tenant, softDelete.");
        assertThatThrownBy(() -> orm.find(TASK).unscoped()).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> orm.find(TASK).unscoped((String) null)).isInstanceOf(InvalidQueryException.class);
    }

    @Test
    void theTextIsTheSameForAllTenants() {
        database.statements().clear();
        acme(orm.find(TASK).include(TASK.project).all()).blockLast();
        Offices.globex(orm.find(TASK).include(TASK.project).all().collectList()).block();
        assertThat(database.statements().list().get(0).sql())
                .isEqualTo(database.statements().list().get(2).sql())
                .endsWith(" where \"tenant\" = $1 and (not t0_.\"gone\")");
        assertThat(database.statements().list().get(1).sql())
                .isEqualTo(database.statements().list().get(3).sql())
                .endsWith(" and \"tenant\" = $2 and \"deleted_at\" is null");
    }
}
