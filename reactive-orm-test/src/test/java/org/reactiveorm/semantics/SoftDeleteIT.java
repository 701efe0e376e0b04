package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Offices.acme;
import static org.reactiveorm.semantics.Offices.stored;
import static org.reactiveorm.semantics.Project_.PROJECT;
import static org.reactiveorm.semantics.Task_.TASK;
import static org.reactiveorm.semantics.Topic_.TOPIC;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.NotUniqueException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.scope.Scope;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.write.EntityListener;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A delete marks the row, and nothing finds it from then on. */
class SoftDeleteIT {

    private static final Instant NOW = Instant.parse("2024-05-06T07:08:09.123456Z");

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void fill() {
        Offices.fill(database.orm());
        orm = ReactiveOrm.builder(database.connections())
                .statements(database.statements())
                .transactions(database.statements())
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build();
    }

    private String state() {
        return stored(
                orm,
                "select string_agg(id || case when deleted_at is null then '' else '-' end, ' ' order by id) from projects");
    }

    @Test
    void oneStatementMarksTheRowAndTouchesWhatEveryUpdateTouches() {
        Project deleted = acme(orm.delete(PROJECT).byId(1L).oneOrFail()).block();
        assertThat(database.statements()).hasCount(1).hasNoTransaction();
        assertThat(deleted.deletedAt()).isEqualTo(NOW);
        assertThat(deleted.changedAt()).isEqualTo(NOW);
        assertThat(deleted.version()).isEqualTo(1);
        assertThat(state()).isEqualTo("1- 2 3- 101 102 103-");
        assertThat(acme(orm.find(PROJECT).byId(1L).one()).blockOptional()).isEmpty();
        StepVerifier.create(acme(orm.delete(PROJECT).byId(1L).oneOrFail())).verifyError(NotFoundException.class);
    }

    @Test
    void aFlagIsSet() {
        assertThat(acme(orm.delete(TASK).where(TASK.projectId.eq(1L)).count()).block())
                .isEqualTo(5);
        assertThat(stored(orm, "select count(*) || '/' || count(*) filter (where gone) from tasks where id < 100"))
                .isEqualTo("9/7");
    }

    /** Task 1 is of both topics, task 2 of one. */
    @Test
    void aRowThatSeveralShareIsMarkedOnce() {
        List<String> heard = new ArrayList<>();
        ReactiveOrm hearing = ReactiveOrm.builder(database.connections())
                .listener(new EntityListener<Task>() {
                    @Override
                    public Task_ entity() {
                        return TASK;
                    }

                    @Override
                    public Mono<Void> afterDelete(List<Task> tasks) {
                        return Mono.fromRunnable(() -> tasks.forEach(task -> heard.add(task.title())));
                    }
                })
                .build();
        for (ReactiveOrm each : List.of(orm, hearing)) {
            orm.sql("update tasks set gone = false where id = 1").execute().block();
            assertThat(acme(each.update(TOPIC)
                                    .everything()
                                    .set(TOPIC.tasks.delete(1L))
                                    .count())
                            .block())
                    .isEqualTo(2);
            assertThat(stored(orm, "select gone::text from tasks where id = 1")).isEqualTo("true");
        }
        assertThat(heard).containsExactly("plan");
        StepVerifier.create(acme(orm.update(TOPIC)
                        .everything()
                        .set(TOPIC.tasks.delete(2L))
                        .count()))
                .verifyError(NotFoundException.class);
    }

    @Test
    void aHiddenRowIsNeitherConnectedNorCreated() {
        String before = stored(orm, "select string_agg(t::text, ' ' order by id) from tasks t");
        for (Mono<?> work : List.<Mono<?>>of(
                orm.update(TASK)
                        .byId(9L)
                        .set(TASK.project.connectOrCreate(3L, NewProject.name("cellar")))
                        .one(),
                orm.insert(NewTask.title("dig").with(TASK.project.connectOrCreate(3L, NewProject.name("cellar"))))
                        .one())) {
            StepVerifier.create(acme(work))
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(NotFoundException.class)
                            .hasMessage("Task.project: the Project with id 3 is hidden from this call, so that it can"
                                    + " neither be connected nor be created."));
        }
        StepVerifier.create(acme(orm.update(TOPIC)
                        .byId(2L)
                        .set(TOPIC.tasks.connectOrCreate(3L, NewTask.title("burn")))
                        .one()))
                .verifyError(NotFoundException.class);
        assertThat(stored(orm, "select string_agg(t::text, ' ' order by id) from tasks t"))
                .isEqualTo(before);
        assertThat(stored(orm, "select count(*)::text from task_topics where topic_id = 2"))
                .isEqualTo("4");
    }

    @Test
    void everythingIsEverythingThatIsSeen() {
        assertThat(acme(orm.delete(PROJECT).everything().all()).collectList().block())
                .extracting(Project::name)
                .containsExactlyInAnyOrder("house", "tower");
        assertThat(state()).isEqualTo("1- 2- 3- 101 102 103-");
        assertThat(stored(orm, "select to_char(deleted_at at time zone 'UTC', 'YYYY') from projects where id = 3"))
                .as("deleted before, and not again")
                .isEqualTo("2024");
        assertThat(stored(orm, "select version::text from projects where id = 3"))
                .isEqualTo("0");
    }

    @Test
    void oneOverSeveralRowsDeletesNothing() {
        StepVerifier.create(acme(orm.delete(PROJECT).everything().one())).verifyError(NotUniqueException.class);
        assertThat(database.statements()).hasRolledBack();
        assertThat(state()).isEqualTo("1 2 3- 101 102 103-");
    }

    @Test
    void relationsAreLoadedAfterwards() {
        Project house = acme(orm.delete(PROJECT)
                        .byId(1L)
                        .include(PROJECT.tasks.include(TASK.project))
                        .oneOrFail())
                .block();
        assertThat(house.deletedAt()).isEqualTo(NOW);
        assertThat(house.tasks()).hasSize(5);
        assertThat(house.tasks().list().get(0).project().optional()).isEmpty();
    }

    @Test
    void conditionsThatCannotHoldSendNothing() {
        assertThat(acme(orm.delete(PROJECT).where(Condition.never()).all())
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(acme(orm.delete(PROJECT).where(PROJECT.id.in(List.of())).count())
                        .block())
                .isZero();
        assertThat(database.statements()).hasCount(0);
    }

    @Test
    void permanentlyRemovesWhatIsSeen() {
        assertThat(acme(orm.delete(TASK).byId(9L).permanently().oneOrFail())
                        .block()
                        .gone())
                .as("as it was")
                .isFalse();
        assertThat(acme(orm.delete(TASK).byId(3L).permanently().count()).block())
                .as("deleted already")
                .isZero();
        orm.sql("delete from task_topics").execute().block();
        assertThat(acme(orm.delete(TASK)
                                .where(TASK.gone.isTrue(), TASK.subtasks.none())
                                .unscoped(Scope.SOFT_DELETE)
                                .permanently()
                                .count())
                        .block())
                .isEqualTo(1);
        assertThat(stored(orm, "select string_agg(id::text, ' ' order by id) from tasks where id < 100"))
                .isEqualTo("1 2 4 5 6 7 8");
        assertThat(acme(orm.delete(TASK)
                                .byId(8L)
                                .permanently()
                                .include(TASK.topics)
                                .oneOrFail())
                        .block()
                        .topics())
                .isEmpty();
    }

    @Test
    void anUpdateBringsARowBack() {
        StepVerifier.create(acme(orm.update(PROJECT)
                        .byId(3L)
                        .set(PROJECT.deletedAt.to((Instant) null))
                        .one()))
                .verifyComplete();
        assertThat(acme(orm.update(PROJECT)
                                .byId(3L)
                                .unscoped(Scope.SOFT_DELETE)
                                .set(PROJECT.deletedAt.to((Instant) null))
                                .one())
                        .block()
                        .deletedAt())
                .isNull();
        assertThat(acme(orm.find(PROJECT).byId(3L).exists()).block()).isTrue();
    }

    @Test
    void updatesChangeWhatIsSeen() {
        assertThat(acme(orm.update(TASK).everything().set(TASK.title.to("x")).count())
                        .block())
                .isEqualTo(7);
        assertThat(acme(orm.update(PROJECT)
                                .where(PROJECT.tasks.some())
                                .set(PROJECT.name.to("y"))
                                .include(PROJECT.tasks)
                                .all())
                        .collectList()
                        .block())
                .singleElement()
                .satisfies(project -> assertThat(project.tasks()).hasSize(5));
        assertThat(acme(orm.update(TASK).byId(3L).one()).blockOptional())
                .as("nothing to set, nothing to see")
                .isEmpty();
        assertThat(stored(orm, "select string_agg(distinct title, ' ' order by title) from tasks where id >= 100"))
                .doesNotContain("x");
    }

    @Test
    void newRowsAreNotDeletedUnlessTheySaySo() {
        assertThat(acme(orm.insert(NewTask.title("new")).one()).block().gone()).isFalse();
        assertThat(acme(orm.insert(NewProject.name("new")).one()).block().deletedAt())
                .isNull();
        assertThat(acme(orm.insert(NewTask.title("old").gone(true)).one())
                        .block()
                        .gone())
                .isTrue();
        assertThat(acme(orm.find(TASK)
                                .where(TASK.title.in(List.of("old", "new")))
                                .count())
                        .block())
                .isEqualTo(1);
    }
}
