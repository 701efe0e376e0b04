package org.reactiveorm.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.tutorial.User_.USER;

import io.r2dbc.spi.ConnectionFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.spring.OrmTransactionManager;
import org.reactiveorm.spring.SpringConnectionProvider;
import org.reactiveorm.test.OrmExtension;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class SpringIT {

    @RegisterExtension
    static final OrmExtension database =
            OrmExtension.postgres().withSchemaOf(USER, Post_.POST, Comment_.COMMENT, Tag_.TAG);

    @Test
    void managesTransactions() {
        ConnectionFactory pool = database.connections();
        List<String> mails = new CopyOnWriteArrayList<>();
        // tag::manager[]
        ReactiveOrm orm = ReactiveOrm.builder(pool)
                .connections(new SpringConnectionProvider(pool))
                .build();
        ReactiveTransactionManager manager = new OrmTransactionManager(orm, pool);
        // end::manager[]
        DatabaseClient client = DatabaseClient.create(pool);
        // tag::operator[]
        Mono<User> alice = orm.insert(NewUser.username("alice").email("alice@example.com"))
                .one()
                .delayUntil(user -> client.sql("update users set age = 28 where id = :id")
                        .bind("id", user.id())
                        .then())
                .delayUntil(
                        user -> orm.currentTransaction().afterCommit(Mono.fromRunnable(() -> mails.add(user.email()))))
                .as(TransactionalOperator.create(manager)::transactional);
        // end::operator[]
        StepVerifier.create(alice).expectNextCount(1).verifyComplete();
        assertThat(mails).containsExactly("alice@example.com");
        StepVerifier.create(orm.find(USER).where(USER.age.eq(28)).count())
                .expectNext(1L)
                .verifyComplete();
    }
}
