package org.reactiveorm.example;

import java.time.Duration;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.SchemaMismatchException;
import org.reactiveorm.schema.SchemaReport;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Before the first request: creates the tables in a database that has none of them, or checks that they are what the
 * entities need. A service whose database is not reachable or does not fit does not start.
 */
@Component
class SchemaAtStart implements SmartInitializingSingleton {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ReactiveOrm orm;
    private final boolean seed;

    SchemaAtStart(ReactiveOrm orm, @Value("${example.seed:false}") boolean seed) {
        this.orm = orm;
        this.seed = seed;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Mono<Void> created = orm.schema().create().then(seed ? Seed.in(orm) : Mono.empty());
        created.onErrorResume(SchemaMismatchException.class, thereAlready -> check())
                .block(PATIENCE);
    }

    private Mono<Void> check() {
        return orm.schema().validate().map(SchemaReport::requireClean).then();
    }
}
