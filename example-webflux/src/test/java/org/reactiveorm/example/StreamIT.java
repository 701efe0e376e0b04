package org.reactiveorm.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.example.User_.USER;

import io.r2dbc.spi.ConnectionFactory;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.test.fault.CleanPool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

@ServiceTest
class StreamIT {

    @Autowired
    WebTestClient client;

    @Autowired
    ReactiveOrm orm;

    @Autowired
    ConnectionFactory connections;

    @Test
    void allUsersComeAsLinesOfJson() {
        List<Long> ids = users(MediaType.APPLICATION_NDJSON)
                .map(user -> user.get("id").asLong())
                .collectList()
                .block();
        assertThat(ids).startsWith(1L, 2L, 3L).isSorted();
    }

    @Test
    void allUsersComeAsServerSentEvents() {
        StepVerifier.create(users(MediaType.TEXT_EVENT_STREAM))
                .assertNext(user -> assertThat(user.get("username").asString()).isEqualTo("alice"))
                .thenConsumeWhile(user -> !user.has("posts"))
                .verifyComplete();
    }

    /** The users are more than all buffers on the way hold: four megabytes. */
    @Test
    void aClientThatGoesAwayFreesTheConnection() {
        String batch = UUID.randomUUID().toString();
        String padding = "x".repeat(1000);
        orm.insertAll(IntStream.range(0, 2_000)
                        .mapToObj(i -> NewUser.username(batch + i + padding).email(batch + i + padding))
                        .toList())
                .all()
                .then()
                .block();
        for (int i = 0; i < 30; i++) { // more than there are connections
            StepVerifier.create(users(MediaType.APPLICATION_NDJSON), 1)
                    .expectNextCount(1)
                    .thenCancel()
                    .verify();
        }
        CleanPool.assertPoolClean(connections);
        assertThat(orm.delete(USER)
                        .where(USER.username.startsWith(batch))
                        .count()
                        .block())
                .isEqualTo(2_000);
    }

    private Flux<JsonNode> users(MediaType type) {
        return client.get()
                .uri("/users/stream")
                .accept(type)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(type)
                .returnResult(JsonNode.class)
                .getResponseBody();
    }
}
