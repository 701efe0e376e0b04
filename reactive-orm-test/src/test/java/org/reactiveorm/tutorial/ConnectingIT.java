package org.reactiveorm.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.tutorial.User_.USER;

import io.r2dbc.spi.ConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.schema.SchemaReport;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ConnectingIT {

    @RegisterExtension
    static final OrmExtension database =
            OrmExtension.postgres().withSchemaOf(USER, Post_.POST, Comment_.COMMENT, Tag_.TAG);

    @Test
    void connectsByUrl() {
        String url = database.url();
        // tag::connect[]
        ReactiveOrm orm = ReactiveOrm.connect(url); // "r2dbc:postgresql://user:password@localhost/mydb"
        // end::connect[]
        StepVerifier.create(orm.find(USER).count()).expectNext(0L).verifyComplete();
        StepVerifier.create(orm.close()).verifyComplete();
    }

    @Test
    void usesYourConnectionFactory() {
        ConnectionFactory connectionFactory = database.connections();
        // tag::create[]
        ReactiveOrm orm = ReactiveOrm.create(connectionFactory);
        // end::create[]
        StepVerifier.create(orm.find(USER).exists()).expectNext(false).verifyComplete();
    }

    @Test
    void createsAndValidatesTheSchema() {
        ReactiveOrm orm = database.orm();
        // tag::schema[]
        Mono<Void> created = orm.schema().create();
        Mono<SchemaReport> compared = orm.schema().validate();
        // end::schema[]
        assertThat(created).isNotNull();
        StepVerifier.create(compared).expectNextCount(1).verifyComplete();
    }
}
