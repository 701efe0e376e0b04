package org.reactiveorm.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.ConnectionFactories;
import org.junit.jupiter.api.Test;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.transaction.ConnectionProvider;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Whose transaction manager an application gets. */
class ReactiveOrmTransactionAutoConfigurationTest {

    private static final String URL = "r2dbc:postgresql://nobody@localhost:1/nothing";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    R2dbcAutoConfiguration.class,
                    R2dbcTransactionManagerAutoConfiguration.class,
                    TransactionAutoConfiguration.class,
                    ReactiveOrmAutoConfiguration.class,
                    ReactiveOrmTransactionAutoConfiguration.class))
            .withPropertyValues("spring.r2dbc.url=" + URL);

    @Test
    void itIsOursAndTheOnlyOne() {
        application.run(context -> assertThat(context)
                .hasSingleBean(TransactionalOperator.class)
                .getBean(ReactiveTransactionManager.class)
                .isInstanceOf(OrmTransactionManager.class));
    }

    @Test
    void itIsBootsIfOursIsNotWanted() {
        application
                .withPropertyValues("reactive-orm.transaction-manager.enabled=false")
                .run(context -> assertThat(context)
                        .hasSingleBean(ReactiveOrm.class)
                        .getBean(ReactiveTransactionManager.class)
                        .isInstanceOf(R2dbcTransactionManager.class));
    }

    @Test
    void theApplicationsOwnWins() {
        ReactiveTransactionManager own = new R2dbcTransactionManager(ConnectionFactories.get(URL));
        application
                .withBean("own", ReactiveTransactionManager.class, () -> own)
                .run(context -> assertThat(context)
                        .getBean(ReactiveTransactionManager.class)
                        .isSameAs(own));
    }

    @Test
    void itIsBootsIfTheConnectionsAreTheApplicationsOwn() {
        ConnectionProvider own = ConnectionProvider.of(ConnectionFactories.get(URL));
        application
                .withBean("own", ConnectionProvider.class, () -> own)
                .run(context -> assertThat(context)
                        .getBean(ReactiveTransactionManager.class)
                        .isInstanceOf(R2dbcTransactionManager.class));
    }

    @Test
    void listenersOfTheApplicationHearOfIt() {
        TransactionExecutionListener listener = new TransactionExecutionListener() {};
        application
                .withBean(TransactionExecutionListener.class, () -> listener)
                .run(context -> assertThat(
                                context.getBean(OrmTransactionManager.class).getTransactionExecutionListeners())
                        .containsExactly(listener));
    }
}
