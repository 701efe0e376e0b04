package org.reactiveorm.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class PostsIT {

    @Autowired
    Requests requests;

    @Autowired
    SentStatements sent;

    @Test
    void postsOfAUserComeNewestFirst() {
        long user = requests.newUser();
        assertThat(requests.get("/users/" + user + "/posts")).isEmpty();
        requests.post(201, Map.of("title", "first"), "/users/" + user + "/posts");
        requests.post(201, Map.of("title", "second", "body", "text"), "/users/" + user + "/posts");
        JsonNode posts = requests.get("/users/" + user + "/posts");
        assertThat(posts.findValuesAsString("title")).containsExactly("second", "first");
        assertThat(posts.get(0).get("userId").asLong()).isEqualTo(user);
    }

    @Test
    void aPostIsPublishedOnceAndForAll() {
        long id = newPost();
        assertThat(requests.get("/posts/" + id).get("published").asBoolean()).isFalse();
        assertThat(requests.post(200, "", "/posts/" + id + "/publish")
                        .get("published")
                        .asBoolean())
                .isTrue();
        assertThat(requests.post(200, "", "/posts/" + id + "/publish")
                        .get("published")
                        .asBoolean())
                .isTrue();
        assertThat(requests.get("/posts/" + id).get("published").asBoolean()).isTrue();
    }

    @Test
    void aPostCarriesItsUserWhenThatIsAskedFor() {
        long id = newPost();
        assertThat(requests.get("/posts/" + id).has("user")).isFalse();
        JsonNode post = requests.get("/posts/" + id + "?include=user");
        assertThat(post.get("user").get("id").asLong())
                .isEqualTo(post.get("userId").asLong());
        assertThat(post.get("user").has("posts")).isFalse();
    }

    @Test
    void aListWithUsersCostsTwoStatementsHoweverLongItIs() {
        assertThat(sent.during(() -> {
                    JsonNode page = requests.get("/posts?published=true&include=user&sort=-createdAt,id&size=100");
                    assertThat(page.get("items")).isNotEmpty().allSatisfy(post -> {
                        assertThat(post.get("published").asBoolean()).isTrue();
                        assertThat(post.has("user")).isTrue();
                    });
                }))
                .hasSize(2);
    }

    @Test
    void theLatestComeSliceBySlice() {
        long user = requests.newUser();
        for (int i = 0; i < 3; i++) {
            long id = requests.post(201, Map.of("title", "t"), "/users/" + user + "/posts")
                    .get("id")
                    .asLong();
            requests.post(200, "", "/posts/" + id + "/publish");
        }
        JsonNode first = requests.get("/posts/latest?size=2");
        assertThat(first.get("items")).hasSize(2);
        assertThat(first.get("previous").isNull()).isTrue();
        JsonNode second =
                requests.get("/posts/latest?size=2&after=" + first.get("next").asString());
        assertThat(second.get("items").findValues("id"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(first.get("items").findValues("id"));
        assertThat(second.get("previous").isNull()).isFalse();
        requests.problem(400, "/posts/latest?after=somewhere");
    }

    @Test
    void aPostThatDoesNotExistIsNotFound() {
        requests.problem(404, "/posts/999999");
        requests.post(404, "", "/posts/999999/publish");
        requests.delete(404, "/posts/999999");
    }

    @Test
    void aDeletedPostIsGone() {
        long id = newPost();
        requests.delete(204, "/posts/" + id);
        requests.problem(404, "/posts/" + id);
    }

    @Test
    void aPostWithoutATitleIsABadRequest() {
        JsonNode problem = requests.post(400, "{\"title\":null}", "/users/1/posts");
        assertThat(problem.get("fields").propertyNames()).containsExactly("title");
    }

    private long newPost() {
        return requests.post(201, Map.of("title", "t"), "/users/" + requests.newUser() + "/posts")
                .get("id")
                .asLong();
    }
}
