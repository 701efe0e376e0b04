package org.reactiveorm.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A client that has read a user changes that version of him, or nothing. */
@ServiceTest
class EntityTagsIT {

    @Autowired
    WebTestClient client;

    @Autowired
    Requests requests;

    @Autowired
    SentStatements sent;

    private String uri;

    @BeforeEach
    void create() {
        uri = "/users/" + requests.newUser();
    }

    @Test
    void anAnswerSaysItsVersionAndIsNotSentAgain() {
        String etag = read(null, 200).getResponseHeaders().getETag();
        assertThat(etag).isEqualTo("\"0\"");
        assertThat(read(etag, 304).getResponseBody()).isNull();
        requests.patch(200, Map.of("age", 4), uri);
        EntityExchangeResult<byte[]> changed = read(etag, 200);
        assertThat(changed.getResponseHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(new String(changed.getResponseBody(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"age\":4");
    }

    @Test
    void postsAreNotPartOfTheVersion() {
        assertThat(client.get()
                        .uri(uri + "?include=posts")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseHeaders()
                        .getETag())
                .isNull();
    }

    @Test
    void theVersionThatWasSeenIsChangedAndTheAnswerHasTheNext() {
        EntityExchangeResult<byte[]> first = send(HttpMethod.PATCH, "\"0\"", Map.of("age", 1), 200);
        assertThat(first.getResponseHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(text(send(HttpMethod.PATCH, "\"0\"", Map.of("age", 2), 412)))
                .contains(
                        "urn:problem-type:reactive-orm:stale-entity",
                        "since version 0 was read",
                        "\"entity\":\"User\"");
        assertThat(requests.get(uri).get("age").asInt()).isEqualTo(1);
        send(HttpMethod.PATCH, "*", Map.of("age", 3), 200);
        send(HttpMethod.DELETE, "\"0\"", null, 412);
        send(HttpMethod.DELETE, "\"2\"", null, 204);
        assertThat(text(send(HttpMethod.PATCH, "\"2\"", Map.of("age", 2), 412))).contains("stale-entity");
        send(HttpMethod.PATCH, "*", Map.of("age", 2), 404);
    }

    @Test
    void anEmptyChangeIsHeldToTheVersionToo() {
        send(HttpMethod.PATCH, "\"0\"", Map.of(), 200);
        send(HttpMethod.PATCH, "\"1\"", Map.of(), 412);
    }

    @Test
    void aUserIsReplacedByWhoHasSeenHim() {
        Map<String, Object> body = Map.of("username", uri, "email", "x" + uri.substring(7) + "@example.com");
        assertThat(sent.during(() ->
                        assertThat(text(send(HttpMethod.PUT, null, body, 428))).contains("If-Match")))
                .isEmpty();
        send(HttpMethod.PUT, "\"7\"", body, 412);
        assertThat(sent.during(() -> assertThat(text(send(HttpMethod.PUT, "\"0\"", body, 200)))
                        .contains("\"username\":\"" + uri, "\"version\":1", "\"age\":null")))
                .hasSize(1);
        send(HttpMethod.PUT, "\"1\"", Map.of("username", "x"), 400);
        assertThat(text(send(
                        HttpMethod.PUT,
                        "\"1\"",
                        Map.of("username", uri, "email", "a@b.c", "posts", java.util.List.of()),
                        400)))
                .contains("posts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"0\"", "\"x\"", "0", "\"0\", \"1\"", "\"99999999999999999999\"", "\"-1\""})
    void aTagThatNobodyWasGivenMatchesNothing(String etag) {
        assertThat(sent.during(() -> {
                    send(HttpMethod.PATCH, etag, Map.of("age", 1), 412);
                    send(HttpMethod.DELETE, etag, null, 412);
                }))
                .isEmpty();
    }

    private EntityExchangeResult<byte[]> read(String ifNoneMatch, int status) {
        return client.get()
                .uri(uri)
                .headers(headers -> {
                    if (ifNoneMatch != null) {
                        headers.setIfNoneMatch(ifNoneMatch);
                    }
                })
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult();
    }

    private EntityExchangeResult<byte[]> send(HttpMethod method, String ifMatch, Object body, int status) {
        WebTestClient.RequestBodySpec request = client.method(method).uri(uri);
        if (ifMatch != null) {
            request.header(HttpHeaders.IF_MATCH, ifMatch);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        }
        return request.exchange().expectStatus().isEqualTo(status).expectBody().returnResult();
    }

    private static String text(EntityExchangeResult<byte[]> result) {
        return new String(result.getResponseBody(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
