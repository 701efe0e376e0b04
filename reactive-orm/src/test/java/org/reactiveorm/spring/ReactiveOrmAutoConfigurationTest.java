package org.reactiveorm.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.ConnectionFactories;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.execution.StatementListener;
import org.reactiveorm.library.NewShelf;
import org.reactiveorm.library.Shelf;
import org.reactiveorm.library.ShelfId;
import org.reactiveorm.library.Shelf_;
import org.reactiveorm.query.Draft;
import org.reactiveorm.transaction.ConnectionProvider;
import org.reactiveorm.transaction.TransactionListener;
import org.reactiveorm.write.Auditor;
import org.reactiveorm.write.EntityListener;
import org.reactiveorm.write.Provenance;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.connection.ConnectionFactoryUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class ReactiveOrmAutoConfigurationTest {

    private static final String URL = "r2dbc:postgresql://nobody@localhost:1/nothing";

    private final ApplicationContextRunner withUrl = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    R2dbcAutoConfiguration.class,
                    ReactiveOrmAutoConfiguration.class,
                    ReactiveOrmJsonAutoConfiguration.class))
            .withPropertyValues("spring.r2dbc.url=" + URL);

    @Test
    void thereIsAnOrmAsSoonAsThereIsAUrl() {
        withUrl.run(context -> assertThat(context)
                .hasSingleBean(ReactiveOrm.class)
                .getBean(ConnectionProvider.class)
                .isInstanceOf(SpringConnectionProvider.class));
    }

    @Test
    void thereIsNoOrmWithoutAConnectionFactory() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ReactiveOrmAutoConfiguration.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ReactiveOrm.class));
    }

    @Test
    void thereIsNoOrmWithoutSpringsR2dbcSupport() {
        withUrl.withClassLoader(new FilteredClassLoader(ConnectionFactoryUtils.class))
                .run(context -> assertThat(context).doesNotHaveBean(ReactiveOrm.class));
    }

    @Test
    void theApplicationsOwnOrmWins() {
        ReactiveOrm own = ReactiveOrm.create(ConnectionFactories.get(URL));
        withUrl.withBean("own", ReactiveOrm.class, () -> own)
                .run(context -> assertThat(context).getBean(ReactiveOrm.class).isSameAs(own));
    }

    @Test
    void theApplicationsOwnConnectionProviderWins() {
        ConnectionProvider own = ConnectionProvider.of(ConnectionFactories.get(URL));
        withUrl.withBean("own", ConnectionProvider.class, () -> own).run(context -> {
            assertThat(context).hasSingleBean(ReactiveOrm.class);
            assertThat(context).getBean(ConnectionProvider.class).isSameAs(own);
        });
    }

    @Test
    void theApplicationsClockAndAuditorAreFound() {
        Clock clock = Clock.systemUTC();
        Auditor auditor = Mono::empty;
        withUrl.withBean(Clock.class, () -> clock)
                .withBean(Auditor.class, () -> auditor)
                .run(context ->
                        assertThat(context).getBean(Provenance.class).isEqualTo(new Provenance(clock, auditor)));
    }

    @Test
    void customizersOfTheApplicationHaveTheLastWordInTheirOrder() {
        List<String> asked = new ArrayList<>();
        withUrl.withUserConfiguration(TwoCustomizers.class)
                .withBean("asked", List.class, () -> asked)
                .run(context -> {
                    assertThat(asked).containsExactly("first", "second");
                    assertThatThrownBy(() -> context.getBean(ReactiveOrm.class)
                                    .find(Shelf_.SHELF)
                                    .all()
                                    .blockLast())
                            .hasMessage("the scope is asked");
                });
    }

    /** One of them adds a scope. */
    @Configuration(proxyBeanMethods = false)
    static class TwoCustomizers {
        @Bean
        @Order(2)
        ReactiveOrmCustomizer second(List<String> asked) {
            return builder -> asked.add("second");
        }

        @Bean
        @Order(1)
        ReactiveOrmCustomizer first(List<String> asked) {
            return builder -> {
                asked.add("first");
                builder.scope(Shelf_.SHELF, "mine", context -> {
                    throw new IllegalStateException("the scope is asked");
                });
            };
        }
    }

    @Test
    void allListenersOfTheApplicationAreFound() {
        StatementListener one = statement -> {};
        StatementListener two = statement -> {};
        TransactionListener transactions = new TransactionListener() {};
        withUrl.withBean("one", StatementListener.class, () -> one)
                .withBean("two", StatementListener.class, () -> two)
                .withBean(TransactionListener.class, () -> transactions)
                .run(context -> {
                    Listeners listeners = context.getBean(Listeners.class);
                    assertThat(listeners.ofStatements()).containsExactlyInAnyOrder(one, two);
                    assertThat(listeners.transactions()).isSameAs(transactions);
                });
    }

    @Test
    void entityListenersAreFoundInTheirOrderAndMayNeedTheOrm() {
        withUrl.withBean("late", Shelves.class, () -> new Shelves(null))
                .withUserConfiguration(ListenerOfShelves.class)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(Listeners.class).ofEntities().orderedStream())
                            .extracting(listener -> ((Shelves) listener).orm())
                            .containsExactly(context.getBean(ReactiveOrm.class), null);
                    assertThatThrownBy(() -> context.getBean(ReactiveOrm.class)
                                    .insert(NewShelf.id(new ShelfId("hall", 1)).label("x"))
                                    .one()
                                    .block())
                            .hasMessage("heard");
                });
    }

    /** What hears, and writes itself. */
    @Configuration(proxyBeanMethods = false)
    static class ListenerOfShelves {
        @Bean
        @Order(1)
        Shelves shelves(ReactiveOrm orm) {
            return new Shelves(orm);
        }
    }

    private record Shelves(@Nullable ReactiveOrm orm) implements EntityListener<Shelf> {

        @Override
        public Shelf_ entity() {
            return Shelf_.SHELF;
        }

        @Override
        public Mono<List<Draft<Shelf>>> beforeInsert(List<Draft<Shelf>> rows) {
            return Mono.error(new IllegalStateException("heard"));
        }
    }

    @Test
    void bootsMapperLeavesOutWhatIsNotLoaded() {
        withUrl.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
                .run(context -> assertThat(
                                context.getBean(JsonMapper.class).writeValueAsString(ReactiveOrmModuleTest.ADA))
                        .isEqualTo("""
                                {"id":1,"name":"Ada","isVerified":true}"""));
    }

    @Test
    void theModuleIsLeftOutWithoutJackson() {
        withUrl.withClassLoader(new FilteredClassLoader("tools.jackson"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("reactiveOrmModule"));
    }
}
