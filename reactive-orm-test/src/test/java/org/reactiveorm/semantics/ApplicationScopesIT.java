package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Task_.TASK;
import static org.reactiveorm.semantics.Topic_.TOPIC;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.scope.Scope;
import org.reactiveorm.scope.Tenant;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.context.ContextView;

/** What an application hides, by what its subscribers may see. */
class ApplicationScopesIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private final AtomicInteger asked = new AtomicInteger();
    private ReactiveOrm orm;

    @BeforeEach
    void fill() {
        Offices.fill(database.orm());
        orm = orm(context -> {
            asked.incrementAndGet();
            return context.hasKey("topic") ? TOPIC.name.eq(context.<String>get("topic")) : Condition.always();
        });
    }

    private static ReactiveOrm orm(Function<ContextView, Condition<Topic>> condition) {
        return ReactiveOrm.builder(database.connections())
                .statements(database.statements())
                .scope(TOPIC, "topic", condition)
                .build();
    }

    private static <T> Mono<T> onlyWood(Mono<T> work) {
        return work.contextWrite(context -> context.put("topic", "wood"));
    }

    @Test
    void theSubscribersContextDecides() {
        assertThat(onlyWood(orm.find(TOPIC).count()).block()).isEqualTo(1);
        assertThat(orm.find(TOPIC).count().block()).isEqualTo(2);
        assertThat(onlyWood(orm.find(TOPIC).unscoped("topic").count()).block()).isEqualTo(2);
        assertThat(onlyWood(orm.update(TOPIC)
                                .everything()
                                .set(TOPIC.name.to("clay"))
                                .count())
                        .block())
                .isEqualTo(1);
        database.orm().sql("delete from task_topics").execute().block();
        assertThat(onlyWood(orm.delete(TOPIC).everything().unscoped("topic").count())
                        .block())
                .isEqualTo(2);
    }

    @Test
    void itIsAskedOnceForEachSubscription() {
        Mono<List<Topic>> work = onlyWood(orm.find(TOPIC)
                .where(TOPIC.tasks.some(TASK.topics.some()))
                .include(TOPIC.tasks.include(TASK.topics))
                .unscoped(TASK, Scope.TENANT)
                .all()
                .collectList());
        assertThat(asked).hasValue(0);
        assertThat(work.block())
                .singleElement()
                .satisfies(topic -> assertThat(topic.tasks())
                        .allSatisfy(task -> assertThat(task.topics()).hasSize(1)));
        assertThat(database.statements()).hasCount(3);
        assertThat(asked).hasValue(1);
        work.block();
        assertThat(asked).hasValue(2);
    }

    @Test
    void statementsThatDoNotReachTheEntityDoNotAsk() {
        orm.find(TASK)
                .unscoped(Scope.TENANT)
                .include(TASK.project)
                .unscoped(Project_.PROJECT, Scope.TENANT)
                .all()
                .blockLast();
        assertThat(asked).hasValue(0);
    }

    @Test
    void aConditionThatIsNullOrThrowsIsTheErrorOfTheCall() {
        database.statements().clear();
        StepVerifier.create(orm(context -> null).find(TOPIC).all())
                .verifyErrorSatisfies(
                        error -> assertThat(error)
                                .isInstanceOf(InvalidQueryException.class)
                                .hasMessage(
                                        "The condition of the scope 'topic' of Topic is null. Give Condition.always() for all rows."));
        ReactiveOrm failing = orm(context -> {
            throw new IllegalStateException("who are you?");
        });
        StepVerifier.create(failing.find(TOPIC).count()).verifyErrorMessage("who are you?");
        StepVerifier.create(failing.delete(TOPIC).everything().count()).verifyErrorMessage("who are you?");
        StepVerifier.create(failing.find(TASK)
                        .unscoped(Scope.TENANT)
                        .include(TASK.topics)
                        .all())
                .verifyErrorMessage("who are you?");
        assertThat(database.statements()).hasCount(0);
    }

    @Test
    void scopesStandBesideThoseThatTheEntityDeclares() {
        ReactiveOrm three = ReactiveOrm.builder(database.connections())
                .scope(TASK, "short", context -> TASK.title.length().lte(4).or(TASK.title.eq("think")))
                .build();
        assertThat(Offices.acme(three.find(TASK).orderBy(TASK.id.asc()).all())
                        .map(Task::title)
                        .collectList()
                        .block())
                .containsExactly("plan", "draw", "scan", "dig", "think");
        assertThat(Offices.acme(three.find(TASK)
                                .unscoped("short", Scope.SOFT_DELETE)
                                .count())
                        .block())
                .isEqualTo(9);
    }

    @Test
    void whatIsNullIsRefusedAtOnce() {
        assertThatThrownBy(
                        () -> ReactiveOrm.builder(database.connections()).scope(null, "x", context -> TOPIC.id.gt(0L)))
                .isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() ->
                        ReactiveOrm.builder(database.connections()).scope(TOPIC, null, context -> TOPIC.id.gt(0L)))
                .isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> ReactiveOrm.builder(database.connections()).scope(TOPIC, "x", null))
                .isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> ReactiveOrm.builder(database.connections()).sessionVariables(null))
                .isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> Tenant.of(null)).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> orm.find(TOPIC).unscoped((String[]) null)).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> orm.find(TOPIC).unscoped((EntityRef<Topic, Long>) null, "x"))
                .isInstanceOf(InvalidQueryException.class);
    }
}
