package org.reactiveorm.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.pool.ConnectionPool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.transaction.ConnectionPools;
import org.reactiveorm.transaction.TransactionOptions;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** In a transaction of Spring's the variables go out before the first statement of ours. */
class SpringSessionVariablesIT {

    private static final String TENANT = "select coalesce(current_setting('app.spring', true), '')";

    private final ConnectionPool pool =
            ConnectionPools.connect(TestDatabase.shared().url("maxSize=1"));
    private final TransactionalOperator spring = TransactionalOperator.create(new R2dbcTransactionManager(pool));
    private final ReactiveOrm orm = ReactiveOrm.builder(pool)
            .connections(new SpringConnectionProvider(pool))
            .sessionVariables(
                    context -> context.hasKey("tenant") ? Map.of("app.spring", context.get("tenant")) : Map.of())
            .build();

    @AfterEach
    void nothingIsLeft() {
        assertThat(tenant().block()).isEmpty();
        pool.close();
    }

    private Mono<String> tenant() {
        return orm.sql(TENANT).as(String.class).one();
    }

    @Test
    void statementsOfOursAndThoseOfSpringAfterThemHaveThem() {
        Mono<String> ofSpring = DatabaseClient.create(pool)
                .sql(TENANT)
                .map(row -> row.get(0, String.class))
                .one();
        ofSpring.flatMap(before -> tenant().flatMap(ours -> ofSpring.map(after -> List.of(before, ours, after))))
                .as(spring::transactional)
                .contextWrite(context -> context.put("tenant", "acme"))
                .as(StepVerifier::create)
                .assertNext(seen -> assertThat(seen).containsExactly("", "acme", "acme"))
                .verifyComplete();
    }

    @Test
    void transactionsOfOursInsideHaveTheSame() {
        orm.transaction(tenant())
                .zipWith(tenant())
                .as(spring::transactional)
                .contextWrite(context -> context.put("tenant", "globex"))
                .as(StepVerifier::create)
                .assertNext(seen -> assertThat(seen.toList()).containsExactly("globex", "globex"))
                .verifyComplete();
    }

    @Test
    void otherOnesInTheSameTransactionAreRefused() {
        tenant().then(tenant().contextWrite(context -> context.put("tenant", "globex")))
                .as(spring::transactional)
                .contextWrite(context -> context.put("tenant", "acme"))
                .as(StepVerifier::create)
                .verifyError(InvalidQueryException.class);
        tenant().then(tenant().contextWrite(context -> context.put("tenant", "globex")))
                .as(spring::transactional)
                .as(StepVerifier::create)
                .verifyError(InvalidQueryException.class);
    }

    @Test
    void aSavepointThatIsUndoneDoesNotTakeThemWithIt() {
        Mono<String> undone = orm.transaction(
                        TransactionOptions.savepoint(),
                        tenant().flatMap(seen -> Mono.error(new IllegalStateException(seen))))
                .onErrorResume(IllegalStateException.class, seen -> Mono.just(seen.getMessage()))
                .cast(String.class);
        undone.flatMap(within -> tenant().map(after -> List.of(within, after)))
                .as(spring::transactional)
                .contextWrite(context -> context.put("tenant", "acme"))
                .as(StepVerifier::create)
                .assertNext(seen -> assertThat(seen).containsExactly("acme", "acme"))
                .verifyComplete();
    }

    @Test
    void outsideOfSpringsTheyAreInOneOfOurs() {
        assertThat(tenant().contextWrite(context -> context.put("tenant", "acme"))
                        .block())
                .isEqualTo("acme");
    }
}
