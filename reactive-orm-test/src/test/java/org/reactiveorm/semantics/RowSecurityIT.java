package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Topic_.TOPIC;

import io.r2dbc.pool.ConnectionPool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.read.Page;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.test.StatementLog;
import org.reactiveorm.transaction.ConnectionPools;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Policies of the server see the variables of each subscriber, who is not the owner of the tables, on the only connection. */
class RowSecurityIT {

    private static final String PREPARE = """
            do $$ begin
                if not exists (select from pg_roles where rolname = 'orm_tenant') then
                    create role orm_tenant login password 'orm_tenant';
                end if;
            end $$;
            grant select, insert, update, delete on all tables in schema public to orm_tenant;
            grant usage on all sequences in schema public to orm_tenant;
            alter table topics enable row level security;
            create policy of_owner on topics using (split_part(name, ' ', 1) = current_setting('app.owner', true));
            insert into topics (id, name) values (1, 'ann 1'), (2, 'ann 2'), (3, 'bob 1'), (4, 'bob 2'), (5, 'ann 3');
            select setval(pg_get_serial_sequence('topics', 'id'), 100);
            insert into tasks (id, tenant, title) values (1, 'acme', 'plan');
            insert into task_topics (task_id, topic_id) values (1, 1), (1, 3), (1, 5);
            """;

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    private final StatementLog log = new StatementLog();
    private ConnectionPool pool;
    private ReactiveOrm orm;

    @BeforeAll
    static void secure() {
        database.orm().sql(PREPARE).execute().block();
    }

    @BeforeEach
    void connect() {
        String url = database.url().replaceFirst("//[^@]*@", "//orm_tenant:orm_tenant@");
        pool = ConnectionPools.connect(url + "?maxSize=1");
        orm = orm(context -> context.hasKey("owner") ? Map.of("app.owner", context.get("owner")) : Map.of());
    }

    private ReactiveOrm orm(Function<ContextView, Map<String, String>> variables) {
        return ReactiveOrm.builder(pool)
                .statements(log)
                .transactions(log)
                .sessionVariables(variables)
                .build();
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(setting(null)).isIn("", "none");
        assertThat(pool.getMetrics().orElseThrow().acquiredSize()).isZero();
        pool.close().block(PoolOfOne.PATIENCE);
    }

    private String setting(@Nullable String owner) {
        return orm.sql("select coalesce(current_setting('app.owner', true), 'none')")
                .as(String.class)
                .one()
                .contextWrite(context -> owner == null ? context : context.put("owner", owner))
                .block(PoolOfOne.PATIENCE);
    }

    private static Function<Context, Context> as(String owner) {
        return context -> context.put("owner", owner);
    }

    private List<Long> ids(String owner) {
        return orm.find(TOPIC)
                .orderBy(TOPIC.id.asc())
                .all()
                .map(Topic::id)
                .collectList()
                .contextWrite(as(owner))
                .block(PoolOfOne.PATIENCE);
    }

    @Test
    void whoReadsSeesHisOwnRows() {
        assertThat(ids("ann")).containsExactly(1L, 2L, 5L);
        assertThat(ids("bob")).containsExactly(3L, 4L);
        assertThat(ids("carl")).isEmpty();
        assertThat(orm.find(TOPIC).count().block(PoolOfOne.PATIENCE))
                .as("without a variable, after others had one")
                .isZero();
    }

    @Test
    void aCallThatReadsIsOneTransactionWhateverItsStatements() {
        Task plan = orm.find(Task_.TASK)
                .unscoped("tenant")
                .include(Task_.TASK.topics)
                .oneOrFail()
                .contextWrite(as("ann"))
                .block(PoolOfOne.PATIENCE);
        assertThat(plan.topics()).extracting(Topic::id).containsExactlyInAnyOrder(1L, 5L);
        assertThat(log).hasCount(2).hasCommitted(1);
    }

    @Test
    void readsOfEveryKind() {
        Page<Topic> page = orm.find(TOPIC)
                .orderBy(TOPIC.id.asc())
                .page(0, 2)
                .contextWrite(as("ann"))
                .block(PoolOfOne.PATIENCE);
        assertThat(page.total()).isEqualTo(3);
        assertThat(orm.find(TOPIC).count().contextWrite(as("bob")).block(PoolOfOne.PATIENCE))
                .isEqualTo(2);
        assertThat(orm.find(TOPIC)
                        .orderBy(TOPIC.id.asc())
                        .slice(1)
                        .contextWrite(as("bob"))
                        .block(PoolOfOne.PATIENCE)
                        .items())
                .extracting(Topic::id)
                .containsExactly(3L);
        assertThat(orm.find(TOPIC)
                        .aggregate(TOPIC.id.max())
                        .contextWrite(as("bob"))
                        .block(PoolOfOne.PATIENCE))
                .isEqualTo(4);
        assertThat(orm.find(TOPIC)
                        .snapshot()
                        .include(TOPIC.tasks)
                        .unscoped(Task_.TASK, "tenant")
                        .all()
                        .collectList()
                        .contextWrite(as("bob"))
                        .block(PoolOfOne.PATIENCE))
                .hasSize(2);
        assertThat(orm.sql("select count(*) from topics")
                        .as(Long.class)
                        .all()
                        .collectList()
                        .contextWrite(as("ann"))
                        .block(PoolOfOne.PATIENCE))
                .containsExactly(3L);
    }

    @Test
    void streamsAndThoseWhoStopEarly() {
        assertThat(orm.find(TOPIC).stream(1)
                        .map(Topic::name)
                        .collectList()
                        .contextWrite(as("ann"))
                        .block(PoolOfOne.PATIENCE))
                .containsExactlyInAnyOrder("ann 1", "ann 2", "ann 3");
        assertThat(orm.find(TOPIC).stream(1)
                        .take(1)
                        .collectList()
                        .contextWrite(as("ann"))
                        .block(PoolOfOne.PATIENCE))
                .hasSize(1);
        assertThat(orm.find(TOPIC)
                        .all()
                        .take(1)
                        .collectList()
                        .contextWrite(as("bob"))
                        .block(PoolOfOne.PATIENCE))
                .hasSize(1);
    }

    @Test
    void manyWhoTakeTurnsOnOneConnectionNeverSeeEachOthersRows() {
        Flux.fromStream(IntStream.range(0, 80).mapToObj(i -> i % 2 == 0 ? "ann" : "bob"))
                .flatMap(
                        owner -> orm.find(TOPIC)
                                .select(TOPIC.name)
                                .all()
                                .collectList()
                                .doOnNext(names ->
                                        assertThat(names).isNotEmpty().allMatch(name -> name.startsWith(owner)))
                                .contextWrite(as(owner)),
                        16)
                .as(StepVerifier::create)
                .expectNextCount(80)
                .verifyComplete();
    }

    @Test
    void writesAreOfHisOwnRowsToo() {
        Topic made = orm.insert(NewTopic.name("ann 9"))
                .oneOrFail()
                .contextWrite(as("ann"))
                .block(PoolOfOne.PATIENCE);
        assertThat(log).hasCount(1).hasCommitted(1);
        StepVerifier.create(orm.insert(NewTopic.name("bob 9")).one().contextWrite(as("ann")))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageContaining("row-level security"));
        assertThat(log).hasRolledBack(1);
        assertThat(orm.update(TOPIC)
                        .everything()
                        .set(TOPIC.name.to(TOPIC.name))
                        .count()
                        .contextWrite(as("bob"))
                        .block(PoolOfOne.PATIENCE))
                .isEqualTo(2);
        assertThat(orm.delete(TOPIC)
                        .byId(made.id())
                        .count()
                        .contextWrite(as("bob"))
                        .block(PoolOfOne.PATIENCE))
                .isZero();
        assertThat(orm.delete(TOPIC)
                        .byId(made.id())
                        .count()
                        .contextWrite(as("ann"))
                        .block(PoolOfOne.PATIENCE))
                .isEqualTo(1);
    }

    @Test
    void aTransactionHasTheVariablesOfWhoSubscribesToIt() {
        Mono<Long> work =
                orm.transaction(orm.find(TOPIC).count().zipWith(orm.find(TOPIC).count(), Long::sum));
        assertThat(work.contextWrite(as("ann")).block(PoolOfOne.PATIENCE)).isEqualTo(6);
        assertThat(work.contextWrite(as("bob")).block(PoolOfOne.PATIENCE)).isEqualTo(4);
        assertThat(log).hasCommitted(2);
    }

    @Test
    void aStatementWithOtherVariablesThanItsTransactionIsRefused() {
        String message = "The statement has other session variables than its transaction began with.";
        for (Mono<Long> work : List.of(
                orm.transaction(orm.find(TOPIC).count().contextWrite(as("ann"))),
                orm.transaction(orm.find(TOPIC).count().contextWrite(as("ann"))).contextWrite(as("bob")))) {
            StepVerifier.create(work)
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(InvalidQueryException.class)
                            .hasMessageStartingWith(message));
        }
        assertThat(log).hasCount(0);
    }

    @Test
    void whoHasNoneNeedsNoTransaction() {
        assertThat(orm.find(Task_.TASK).unscoped("tenant").count().block(PoolOfOne.PATIENCE))
                .isEqualTo(1);
        assertThat(log).hasNoTransaction();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "''",
                "\\",
                "\\'",
                "'; drop table topics; --",
                "\\'; drop table topics; --",
                "a\nb",
                "$1",
                "$$",
                ":name ?",
                "ä\uD83D\uDE00",
                "\"",
                ""
            })
    void valuesArriveAsTheyAre(String value) {
        assertThat(setting(value)).isEqualTo(value);
        database.orm()
                .sql("alter role orm_tenant set standard_conforming_strings = off")
                .execute()
                .onErrorComplete() // servers that have no other way any more
                .block();
        try {
            ConnectionPool other = ConnectionPools.connect(
                    database.url().replaceFirst("//[^@]*@", "//orm_tenant:orm_tenant@") + "?maxSize=1");
            ReactiveOrm same = ReactiveOrm.builder(other)
                    .sessionVariables(context -> Map.of("app.owner", value))
                    .build();
            assertThat(same.sql("select current_setting('app.owner')")
                            .as(String.class)
                            .one()
                            .block(PoolOfOne.PATIENCE))
                    .isEqualTo(value);
            other.close().block(PoolOfOne.PATIENCE);
        } finally {
            database.orm()
                    .sql("alter role orm_tenant reset standard_conforming_strings")
                    .execute()
                    .block();
        }
    }

    @Test
    void whatCannotBeSetIsRefusedBeforeAnythingIsSent() {
        List<Function<ContextView, Map<String, String>>> wrong = new ArrayList<>();
        for (String name : List.of("owner", "", "app.", ".app", "app.own er", "app.o'", "1.a", "app.x; select 1")) {
            wrong.add(context -> Map.of(name, "x"));
        }
        wrong.add(context -> Map.of("app.owner", "a\0b"));
        wrong.add(context -> Collections.singletonMap("app.owner", null));
        wrong.add(context -> null);
        wrong.forEach(variables -> {
            StepVerifier.create(orm(variables).find(TOPIC).count()).verifyError(InvalidQueryException.class);
            StepVerifier.create(orm(variables).insert(NewTopic.name("x")).one())
                    .verifyError(InvalidQueryException.class);
        });
        StepVerifier.create(orm(context -> {
                            throw new IllegalStateException("no owner");
                        })
                        .find(TOPIC)
                        .all())
                .verifyErrorMessage("no owner");
        assertThat(log).hasCount(0).hasNoTransaction();
    }

    @Test
    void severalVariablesAreSetTogether() {
        String both = orm(context -> Map.of("app.owner", "ann", "app.role.name", "writer"))
                .sql("select current_setting('app.owner') || current_setting('app.role.name')")
                .as(String.class)
                .one()
                .block(PoolOfOne.PATIENCE);
        assertThat(Objects.requireNonNull(both)).isEqualTo("annwriter");
    }
}
