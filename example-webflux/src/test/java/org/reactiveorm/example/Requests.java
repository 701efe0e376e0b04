package org.reactiveorm.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests over HTTP and their answers as JSON. */
class Requests {

    private final WebTestClient client;
    private final JsonMapper json;

    Requests(WebTestClient client, JsonMapper json) {
        this.client = client;
        this.json = json;
    }

    JsonNode get(String uri, Object... variables) {
        return answer(HttpMethod.GET, 200, null, uri, variables);
    }

    JsonNode post(int status, Object body, String uri, Object... variables) {
        return answer(HttpMethod.POST, status, body, uri, variables);
    }

    JsonNode patch(int status, Object body, String uri, Object... variables) {
        return answer(HttpMethod.PATCH, status, body, uri, variables);
    }

    JsonNode delete(int status, String uri, Object... variables) {
        return answer(HttpMethod.DELETE, status, null, uri, variables);
    }

    /** A GET that fails with a problem of this status. */
    JsonNode problem(int status, String uri, Object... variables) {
        return answer(HttpMethod.GET, status, null, uri, variables);
    }

    /** A new user with a name of its own. */
    long newUser() {
        String name = "u" + UUID.randomUUID();
        return post(201, Map.of("username", name, "email", name + "@example.com"), "/users")
                .get("id")
                .asLong();
    }

    private JsonNode answer(HttpMethod method, int status, @Nullable Object body, String uri, Object... variables) {
        WebTestClient.RequestBodySpec request = client.method(method).uri(uri, variables);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(body instanceof String text ? text : json.writeValueAsString(body));
        }
        EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
        String text = result.getResponseBody() == null
                ? ""
                : new String(result.getResponseBody(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(result.getStatus().value())
                .as("%s %s: %s", method, uri, text)
                .isEqualTo(status);
        if (status >= 400) {
            assertThat(result.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
            assertThat(text).contains("\"detail\"").doesNotContainIgnoringCase("select ", "insert into", "$1");
        }
        return text.isEmpty() ? json.nullNode() : json.readTree(text);
    }
}
