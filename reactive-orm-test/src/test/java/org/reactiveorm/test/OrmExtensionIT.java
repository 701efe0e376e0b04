package org.reactiveorm.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.ConnectionFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class OrmExtensionIT {

    @RegisterExtension
    static final OrmExtension orm = OrmExtension.postgres()
            .emptySchema()
            .script("create table note (id int primary key, body text);")
            .script("insert into note values (1, 'seed')");

    private final String urlWhenMade = orm.url();

    @BeforeAll
    static void theDatabaseIsThereBeforeAll() {
        Notes.insert(orm.orm(), 2).block();
    }

    @BeforeEach
    void seed() {
        Notes.count(orm.orm()).block();
    }

    @Test
    void theScriptsHaveRunAndBeforeEachIsNotCounted() {
        assertThat(orm.statements()).isEmpty();
        assertThat(Notes.count(orm.orm()).block()).isGreaterThanOrEqualTo(2);
        assertThat(orm.statements()).hasCount(1).containsSql("select count(*)").hasNoTransaction();
    }

    @Test
    void whatIsInjectedIsThatOfTheAccessors(ReactiveOrm injected, ConnectionFactory connections, StatementLog log) {
        assertThat(injected).isSameAs(orm.orm());
        assertThat(connections).isSameAs(orm.connections());
        assertThat(log).isNotNull();
        assertThat(log == orm.statements()).isTrue();
        assertThat(orm.url()).startsWith("r2dbc:postgresql://").isEqualTo(urlWhenMade);
    }

    @Test
    void aTransactionThatCompletesIsSeenAsCommitted() {
        orm.orm().transaction(Notes.insert(orm.orm(), 10)).block();

        assertThat(orm.statements()).hasCount(1).hasCommitted();
    }

    @Test
    void aTransactionThatFailsIsSeenAsRolledBack() {
        Mono<Long> failing = Notes.insert(orm.orm(), 11)
                .then(Mono.<Long>error(new IllegalStateException("changed my mind")))
                .as(orm.orm()::transaction);

        StepVerifier.create(failing).verifyErrorMessage("changed my mind");

        assertThat(orm.statements()).hasCount(1).hasRolledBack();
    }

    @Test
    void aTransactionThatIsCancelledIsSeenAsRolledBack() throws InterruptedException {
        CountDownLatch inserted = new CountDownLatch(1);
        Disposable endless = Notes.insert(orm.orm(), 12)
                .then(Mono.<Long>never().doOnSubscribe(subscription -> inserted.countDown()))
                .as(orm.orm()::transaction)
                .subscribe();
        assertThat(inserted.await(10, TimeUnit.SECONDS)).isTrue();

        endless.dispose();

        assertThat(orm.statements()).hasCount(1).hasRolledBack();
    }

    @Test
    void aStatementThatFailsIsInTheLog() {
        assertThatThrownBy(() -> Notes.insert(orm.orm(), 1).block()).isNotNull();

        assertThat(orm.statements().list())
                .singleElement()
                .satisfies(statement -> assertThat(statement.error()).isNotNull());
        assertThat(orm.statements().toString()).contains("failed: ");
    }

    @Nested
    class InANestedClass {

        @Test
        void theDatabaseIsThatOfTheOuterClass() {
            assertThat(orm.url()).isEqualTo(urlWhenMade);
            assertThat(orm.statements()).isEmpty();
        }
    }
}
