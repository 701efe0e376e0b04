package org.reactiveorm.spring;

import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.ReactiveOrmBuilder;
import org.reactiveorm.execution.StatementListener;
import org.reactiveorm.transaction.ConnectionProvider;
import org.reactiveorm.transaction.TimeLimits;
import org.reactiveorm.transaction.TransactionListener;
import org.reactiveorm.write.Auditor;
import org.reactiveorm.write.EntityListener;
import org.reactiveorm.write.Provenance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.context.ResourceLoaderAware;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.r2dbc.connection.ConnectionFactoryUtils;

/**
 * Makes the {@link ReactiveOrm} bean from the one {@link ConnectionFactory}, which stays Boot's to close. All
 * {@link StatementListener} and {@link TransactionListener} beans hear of what it does, in their order; a single
 * {@link Clock} bean gives its moments, a single {@link Auditor} bean says who is at work. All {@link EntityListener} beans hear of
 * rows that are written; they are asked for at the first write, so they may need the {@link ReactiveOrm} bean. For all else of
 * {@link ReactiveOrmBuilder} there are {@link ReactiveOrmCustomizer} beans. With {@code reactive-orm.warm-up} as many connections are
 * opened before the application takes requests, and it does not start without. {@code reactive-orm.transaction-timeout}, {@code
 * .statement-timeout} and {@code .lock-timeout} are the {@link ReactiveOrmBuilder#limits}. A {@link ConnectionProvider} or {@link ReactiveOrm} bean of the
 * application wins.
 */
@AutoConfiguration(after = R2dbcAutoConfiguration.class)
@ConditionalOnClass({ConnectionFactory.class, ConnectionFactoryUtils.class})
@ConditionalOnSingleCandidate(ConnectionFactory.class)
final class ReactiveOrmAutoConfiguration implements ResourceLoaderAware {

    private ClassLoader classLoader = ReactiveOrm.class.getClassLoader();

    @Override
    public void setResourceLoader(ResourceLoader resourceLoader) {
        ClassLoader ofApplication = resourceLoader.getClassLoader();
        if (ofApplication != null) {
            classLoader = ofApplication;
        }
    }

    @Bean
    @ConditionalOnMissingBean(ConnectionProvider.class)
    SpringConnectionProvider reactiveOrmConnections(ConnectionFactory connectionFactory) {
        return new SpringConnectionProvider(connectionFactory);
    }

    /** Closed with the application, after its web server and before the pool: Spring waits for the end of {@code close()}. */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    ReactiveOrm reactiveOrm(
            ConnectionFactory connectionFactory,
            ConnectionProvider connections,
            ObjectProvider<ReactiveOrmCustomizer> customizers) {
        ReactiveOrmBuilder builder =
                ReactiveOrm.builder(connectionFactory).connections(connections).classLoader(classLoader);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    @Bean
    @ConditionalOnProperty("reactive-orm.warm-up")
    SmartInitializingSingleton reactiveOrmWarmUp(ReactiveOrm orm, @Value("${reactive-orm.warm-up}") int connections) {
        return () -> orm.pool().ifPresent(pool -> pool.warmUp(connections).block());
    }

    /** What the application says itself comes after it. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ReactiveOrmCustomizer reactiveOrmBeans(Provenance provenance, Listeners listeners, TimeLimits limits) {
        return builder -> builder.limits(limits)
                .listeners(orm -> listeners.ofEntities().orderedStream().toList())
                .statements(listeners.statements())
                .transactions(listeners.transactions())
                .clock(provenance.clock())
                .auditor(provenance.auditor());
    }

    @Bean
    @ConditionalOnMissingBean
    TimeLimits reactiveOrmLimits(Environment environment) {
        Binder properties = Binder.get(environment);
        return new TimeLimits(
                timeout("transaction", properties), timeout("statement", properties), timeout("lock", properties));
    }

    private static @Nullable Duration timeout(String of, Binder properties) {
        return properties
                .bind("reactive-orm." + of + "-timeout", Duration.class)
                .orElse(null);
    }

    @Bean
    Provenance reactiveOrmProvenance(ObjectProvider<Clock> clock, ObjectProvider<Auditor> auditor) {
        return new Provenance(clock.getIfUnique(Clock::systemUTC), auditor.getIfUnique(Auditor::ofContext));
    }

    @Bean
    Listeners reactiveOrmListeners(
            ObjectProvider<StatementListener> statements,
            ObjectProvider<TransactionListener> transactions,
            ObjectProvider<EntityListener<?>> entities) {
        return new Listeners(
                statements.orderedStream().toList(),
                transactions.orderedStream().toList(),
                entities);
    }
}
