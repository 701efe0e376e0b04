package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Offices.ACME;
import static org.reactiveorm.semantics.Offices.GLOBEX;
import static org.reactiveorm.semantics.Offices.acme;
import static org.reactiveorm.semantics.Offices.globex;
import static org.reactiveorm.semantics.Offices.stored;
import static org.reactiveorm.semantics.Project_.PROJECT;
import static org.reactiveorm.semantics.Task_.TASK;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.scope.Scope;
import org.reactiveorm.scope.Tenant;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Nobody writes rows of another tenant. */
class TenantIT {

    private static final String NO_TENANT = "Rows of Project are of tenants, told apart by tenant, but";
    private static final String OTHER_TENANT =
            "A row of Project would be of another tenant than the one in the subscriber's context. Leave tenant out, or lift the scope with unscoped(Scope.TENANT).";

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void fill() {
        orm = database.orm();
        Offices.fill(orm);
    }

    private void assertRefused(Mono<?> work, String message) {
        database.statements().clear();
        StepVerifier.create(work)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageStartingWith(message));
        assertThat(database.statements()).hasCount(0);
    }

    @Test
    void newRowsAreOfTheSubscribersTenant() {
        Mono<Project> insert = orm.insert(NewProject.name("shed")).oneOrFail();
        assertThat(acme(insert).block().tenant()).isEqualTo(ACME);
        assertThat(globex(insert).block().tenant()).isEqualTo(GLOBEX);
        assertThat(acme(orm.insert(NewProject.name("barn").tenant(ACME)).oneOrFail())
                        .block()
                        .tenant())
                .isEqualTo(ACME);
        assertRefused(insert, NO_TENANT);
        assertRefused(acme(orm.insert(NewProject.name("barn").tenant(GLOBEX)).oneOrFail()), OTHER_TENANT);
        assertRefused(orm.insert(NewProject.name("barn").tenant(GLOBEX)).oneOrFail(), NO_TENANT);
    }

    @Test
    void soAreRowsThatAreCreatedWithThem() {
        Project shed = acme(orm.insert(NewProject.name("shed")
                                .tasks(
                                        NewTask.title("a")
                                                .subtasks(NewTask.title("b").projectId(1L)),
                                        NewTask.title("c")))
                        .include(PROJECT.tasks.include(TASK.subtasks))
                        .oneOrFail())
                .block();
        assertThat(shed.tasks()).extracting(Task::tenant).containsExactly(ACME, ACME);
        assertThat(stored(orm, "select tenant from tasks where title = 'b'")).isEqualTo(ACME);
        assertRefused(
                acme(orm.insert(NewProject.name("shed").tasks(NewTask.title("a").tenant(GLOBEX)))
                        .one()),
                "A row of Task would be of another tenant");
        assertRefused(
                acme(orm.insertAll(List.of(
                                NewProject.name("x"), NewProject.name("y").tenant(GLOBEX)))
                        .count()),
                "Row 1 of 2 (counted from 0): " + OTHER_TENANT);
    }

    @Test
    void anInsertWithoutTheScopeGivesTheTenant() {
        assertThat(orm.insert(NewProject.name("barn").tenant(GLOBEX))
                        .unscoped(Scope.TENANT)
                        .oneOrFail()
                        .block()
                        .tenant())
                .isEqualTo(GLOBEX);
        assertThat(acme(orm.insert(NewProject.name("barn"))
                                .unscoped(Scope.TENANT)
                                .oneOrFail())
                        .block()
                        .tenant())
                .isEqualTo(ACME);
        assertRefused(orm.insert(NewProject.name("barn")).unscoped(Scope.TENANT).one(), NO_TENANT);
        assertThat(acme(orm.insert(NewProject.name("barn")
                                        .tasks(NewTask.title("a").tenant(GLOBEX)))
                                .unscoped(TASK, Scope.TENANT)
                                .oneOrFail())
                        .block()
                        .tenant())
                .isEqualTo(ACME);
    }

    @Test
    void changesReachNobodyElse() {
        assertThat(acme(orm.update(PROJECT).byId(101L).set(PROJECT.name.to("x")).one())
                        .blockOptional())
                .isEmpty();
        assertThat(acme(orm.delete(PROJECT).byId(101L).one()).blockOptional()).isEmpty();
        assertThat(acme(orm.delete(TASK).byId(109L).permanently().count()).block())
                .isZero();
        assertThat(globex(orm.update(PROJECT)
                                .everything()
                                .set(PROJECT.name.to("x"))
                                .count())
                        .block())
                .isEqualTo(2);
        assertThat(stored(orm, "select string_agg(distinct tenant, ' ') from projects where name = 'x'"))
                .isEqualTo(GLOBEX);
        assertThat(orm.update(PROJECT)
                        .everything()
                        .unscoped(Scope.TENANT)
                        .set(PROJECT.name.to("y"))
                        .count()
                        .block())
                .isEqualTo(4);
        assertRefused(orm.update(PROJECT).everything().set(PROJECT.name.to("z")).count(), NO_TENANT);
        assertRefused(orm.delete(PROJECT).everything().all().collectList(), NO_TENANT);
        assertRefused(orm.delete(PROJECT).everything().permanently().count(), NO_TENANT);
    }

    @Test
    void noUpdateMovesARowToAnotherTenant() {
        assertRefused(
                acme(orm.update(PROJECT).byId(1L).set(PROJECT.tenant.to(GLOBEX)).one()), OTHER_TENANT);
        assertRefused(
                acme(orm.update(PROJECT)
                        .byId(1L)
                        .set(PROJECT.tenant.to(PROJECT.name))
                        .one()),
                OTHER_TENANT);
        assertThat(acme(orm.update(PROJECT)
                                .byId(1L)
                                .set(PROJECT.tenant.to(ACME))
                                .one())
                        .block()
                        .version())
                .isEqualTo(1);
        assertThat(acme(orm.update(PROJECT)
                                .byId(1L)
                                .unscoped(Scope.TENANT)
                                .set(PROJECT.tenant.to(GLOBEX))
                                .one())
                        .block()
                        .tenant())
                .isEqualTo(GLOBEX);
    }

    @Test
    void anUpdateThatIncludesRowsOfTenantsNeedsOneBeforeItChangesAnything() {
        assertRefused(
                orm.update(Topic_.TOPIC)
                        .byId(1L)
                        .set(Topic_.TOPIC.name.to("x"))
                        .include(Topic_.TOPIC.tasks)
                        .one(),
                "Rows of Task are of tenants");
        assertThat(stored(orm, "select name from topics where id = 1")).isEqualTo("wood");
    }

    @Test
    void eachSubscriberHasHisOwnTenant() {
        Mono<List<String>> tenants =
                orm.find(PROJECT).select(PROJECT.tenant).all().distinct().collectList();
        Flux.fromStream(IntStream.range(0, 60).mapToObj(i -> i % 2 == 0 ? ACME : GLOBEX))
                .flatMap(tenant -> tenants.contextWrite(Tenant.of(tenant))
                        .doOnNext(found -> assertThat(found).containsExactly(tenant)))
                .as(StepVerifier::create)
                .expectNextCount(60)
                .verifyComplete();
    }

    @Test
    void theInnermostTenantCountsAlsoInATransaction() {
        assertThat(acme(orm.transaction(globex(orm.find(PROJECT).byId(101L).exists())
                                .zipWith(orm.find(PROJECT).byId(101L).exists())))
                        .block()
                        .toList())
                .containsExactly(true, false);
    }

    @Test
    void sqlOfTheCallerIsTheCallers() {
        assertThat(orm.sql("select count(*) from tasks").as(Long.class).one().block())
                .isEqualTo(18);
        assertThat(orm.sql("select count(*) from projects p where :some")
                        .bind("some", "p", PROJECT.tasks.some(TASK.title.eq("burn")))
                        .as(Long.class)
                        .one()
                        .block())
                .isEqualTo(2);
    }
}
