package org.reactiveorm.spring;

import io.r2dbc.spi.ConnectionFactory;
import org.reactiveorm.ReactiveOrm;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.connection.ConnectionFactoryUtils;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Makes the {@link OrmTransactionManager} that {@code @Transactional} uses, before Boot makes one of Spring's; all {@link
 * TransactionExecutionListener} beans hear of it in their order. A {@link ReactiveTransactionManager} bean of the application wins,
 * and {@code reactive-orm.transaction-manager.enabled=false} leaves it to Boot.
 */
@AutoConfiguration(
        after = ReactiveOrmAutoConfiguration.class,
        before = R2dbcTransactionManagerAutoConfiguration.class,
        beforeName = "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration")
@ConditionalOnClass({ConnectionFactory.class, ConnectionFactoryUtils.class})
@ConditionalOnBean({ReactiveOrm.class, SpringConnectionProvider.class})
@ConditionalOnSingleCandidate(ConnectionFactory.class)
@ConditionalOnBooleanProperty(name = "reactive-orm.transaction-manager.enabled", matchIfMissing = true)
final class ReactiveOrmTransactionAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(ReactiveTransactionManager.class)
    OrmTransactionManager reactiveOrmTransactionManager(
            ReactiveOrm orm,
            ConnectionFactory connectionFactory,
            ObjectProvider<TransactionExecutionListener> listeners) {
        OrmTransactionManager manager = new OrmTransactionManager(orm, connectionFactory);
        manager.setTransactionExecutionListeners(listeners.orderedStream().toList());
        return manager;
    }
}
