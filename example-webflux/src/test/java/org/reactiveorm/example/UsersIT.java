package org.reactiveorm.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class UsersIT {

    private static final String INJECTION = "Robert'); DROP TABLE users; -- \" \\ % _ $1 😀";

    @Autowired
    WebTestClient client;

    @Autowired
    Requests requests;

    @Autowired
    SentStatements sent;

    @Test
    void aUserIsCreatedWithItsPostsAndFoundWhereTheAnswerSays() {
        String name = unique();
        var result = client.post()
                .uri("/users")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("""
                        {"username": "%s", "email": "%s@example.com", "age": 28,
                         "posts": [{"title": "One"}, {"title": "Two", "body": "Text"}]}""".formatted(name, name))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult();
        JsonNode created = result.getResponseBody();
        assertThat(created.get("isVerified").asBoolean()).isFalse();
        assertThat(created.get("balance").decimalValue()).isEqualByComparingTo("0");
        assertThat(created.get("posts").findValuesAsString("title")).containsExactly("One", "Two");
        assertThat(created.get("posts").get(0).has("user")).isFalse();
        String location = result.getResponseHeaders().getLocation().toString();
        assertThat(location).isEqualTo("/users/" + created.get("id").asLong());
        assertThat(requests.get(location + "?include=posts")).isEqualTo(created);
    }

    @Test
    void postsAreThereOnlyWhenTheyAreAskedForAndCostOneStatement() {
        assertThat(sent.during(
                        () -> assertThat(requests.get("/users/1").has("posts")).isFalse()))
                .hasSize(1);
        assertThat(sent.during(() -> assertThat(requests.get("/users/1?include=posts")
                                .get("posts")
                                .findValuesAsString("title"))
                        .contains("Hello World")))
                .hasSize(2);
    }

    @Test
    void aListIsFilteredOrderedAndPagedByNames() {
        assertThat(sent.during(() -> {
                    JsonNode page = requests.get(
                            "/users?age.gte=20&email.in=alice@example.com,bob@example.com&sort=-age,username&size=1&include=posts");
                    assertThat(page.get("total").asInt()).isEqualTo(2);
                    assertThat(page.get("size").asInt()).isEqualTo(1);
                    assertThat(page.get("items").findValuesAsString("username")).containsExactly("bob");
                    assertThat(page.get("items").get(0).get("posts")).isNotEmpty();
                }))
                .hasSize(2);
        JsonNode second = requests.get("/users?email.in=alice@example.com,bob@example.com&sort=-age&size=1&page=1");
        assertThat(second.get("items").findValuesAsString("username")).containsExactly("alice");
        assertThat(requests.get("/users?username=carol&age.isNull=true")
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(requests.get("/users?username.startsWith=ali&isVerified=true")
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(requests.get("/users?username=alice&page=1000000&size=100").get("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    size=-1 | "'size' has to be a number from 1 to 100"
                    size=0 | "'size' has to be"
                    size=1000000 | "'size' has to be"
                    size=99999999999999 | "'size' has to be"
                    size= | "'size' has to be"
                    page=-1 | "'page' has to be"
                    page=x | "'page' has to be"
                    nope=1 | "User has no property 'nope'"
                    posts=1 | "User has no property 'posts'"
                    age=old | "User.age"
                    createdAt.gt=yesterday | "User.createdAt"
                    isVerified=perhaps | "User.isVerified"
                    age.nope=1 | "There is no operator 'nope'"
                    age.contains=1 | "is not text"
                    sort=nope | "User has no property 'nope'"
                    sort= | "User has no property ''"
                    include=nope | "User has no relation 'nope'"
                    include=posts,posts | "included twice"
                    sort=age;drop table users | "User has no property"
                    age;drop table users=1 | "User has no property"
                    """)
    void aListThatMakesNoSenseIsABadRequest(String parameters, String sentence) {
        int equals = parameters.indexOf('=');
        assertThat(sent.during(() -> assertThat(requests.problem(
                                        400,
                                        "/users?" + parameters.substring(0, equals) + "={value}",
                                        parameters.substring(equals + 1))
                                .get("detail")
                                .asString())
                        .contains(sentence)))
                .isEmpty();
    }

    @Test
    void aParameterThatIsNotMeantForOneUserIsABadRequest() {
        assertThat(requests.problem(400, "/users/1?size=3").get("detail").asString())
                .contains("'size'", "'include'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "999999", "9223372036854775807"})
    void anIdThatDoesNotExistIsNotFound(String id) {
        JsonNode problem = requests.problem(404, "/users/" + id);
        assertThat(problem.get("detail").asString()).isEqualTo("There is no User with id " + id + ".");
        assertThat(problem.get("type").asString()).isEqualTo("urn:problem-type:reactive-orm:not-found");
        requests.patch(404, Map.of("age", 3), "/users/" + id);
        requests.delete(404, "/users/" + id);
        requests.problem(404, "/users/" + id + "/posts");
        requests.post(404, Map.of("title", "x"), "/users/" + id + "/posts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.5", "9223372036854775808", "1%20or%201=1"})
    void anIdThatIsNoNumberIsABadRequest(String id) {
        assertThat(requests.problem(400, java.net.URI.create("/users/" + id).getPath())
                        .get("detail")
                        .asString())
                .isEqualTo("'id' has a value of the wrong type.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"username":"x","email":"x@example.com","nope":1}              | nope
                    {"username":"x","email":"x@example.com","id":1}                | id
                    {"username":"x","email":"x@example.com","balance":1000000}     | balance
                    {"username":null,"email":"x@example.com"}                      | username
                    {"email":"x@example.com"}                                      | username
                    {"username":" ","email":"x@example.com"}                       | username
                    {"username":"x","email":null}                                  | email
                    {"username":"x","email":"nobody"}                              | email
                    {"username":"x","email":"x@example.com","age":-1}              | age
                    {"username":"x","email":"x@example.com","age":"old"}           | age
                    {"username":"x","email":"x@example.com","age":1.5}             | age
                    {"username":"x","email":"x@example.com","age":99999999999}     | age
                    {"username":"x","email":"x@example.com","posts":[null]}        | posts[0]
                    {"username":"x","email":"x@example.com","posts":[{}]}          | posts[0].title
                    {"username":"x","email":"x@example.com","posts":[{"title":"t","userId":1}]} | posts[0].userId
                    """)
    void aBodyThatIsWrongNamesTheField(String body, String field) {
        assertThat(sent.during(() -> {
                    JsonNode problem = requests.post(400, body, "/users");
                    assertThat(problem.get("fields").propertyNames()).containsExactly(field);
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "\"x\"", "{\"username\":}"})
    void aBodyThatIsNotTheJsonIsABadRequest(String body) {
        requests.post(400, body, "/users");
        requests.patch(400, body, "/users/1");
    }

    @Test
    void aUsedEmailIsAConflictAndNothingIsCreated() {
        String name = unique();
        JsonNode problem = requests.post(
                409,
                Map.of("username", name, "email", "alice@example.com", "posts", List.of(Map.of("title", name))),
                "/users");
        assertThat(problem.get("entity").asString()).isEqualTo("User");
        assertThat(problem.get("properties").get(0).asString()).isEqualTo("email");
        assertThat(problem.get("constraint").asString()).isEqualTo("users_email_key");
        assertThat(problem.toString()).doesNotContain("alice@");
        assertThat(requests.get("/users?username={name}", name).get("total").asInt())
                .isZero();
        assertThat(requests.get("/posts?title={name}", name).get("total").asInt())
                .isZero();
        requests.patch(409, Map.of("email", "alice@example.com"), "/users/" + requests.newUser());
    }

    @Test
    void textIsStoredAsItIs() {
        String name = INJECTION.substring(0, 20) + unique().substring(0, 12);
        JsonNode created = requests.post(
                201,
                Map.of(
                        "username",
                        name,
                        "email",
                        unique() + "@example.com",
                        "posts",
                        List.of(Map.of("title", INJECTION, "body", INJECTION))),
                "/users");
        JsonNode read = requests.get("/users/" + created.get("id") + "?include=posts");
        assertThat(read.get("username").asString()).isEqualTo(name);
        assertThat(read.get("posts").get(0).get("title").asString()).isEqualTo(INJECTION);
        assertThat(read.get("posts").get(0).get("body").asString()).isEqualTo(INJECTION);
        assertThat(requests.get("/posts?title={title}", INJECTION).get("total").asInt())
                .isEqualTo(1);
        assertThat(requests.get("/posts?body.contains={text}", "% _ $1")
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        JsonNode changed = requests.patch(200, Map.of("username", "'\"; --" + name), "/users/" + created.get("id"));
        assertThat(changed.get("username").asString()).isEqualTo("'\"; --" + name);
        assertThat(requests.get("/users?email.contains={text}", INJECTION)
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(requests.get("/users/1").get("username").asString()).isEqualTo("alice");
    }

    @Test
    void aCharacterThatTheDatabaseDoesNotHaveIsRefused() {
        String body = "{\"username\":\"a\\u0000b\",\"email\":\"%s@example.com\"}".formatted(unique());
        assertThat(requests.post(422, body, "/users").get("detail").asString()).contains("U+0000");
    }

    @Test
    void aChangeTouchesOnlyWhatItNames() {
        long id = requests.newUser();
        JsonNode before = requests.get("/users/" + id);
        JsonNode after = requests.patch(200, Map.of("age", 41, "isVerified", true), "/users/" + id);
        assertThat(after.get("age").asInt()).isEqualTo(41);
        assertThat(after.get("isVerified").asBoolean()).isTrue();
        assertThat(after.get("email")).isEqualTo(before.get("email"));
        Map<String, Object> withoutAge = new HashMap<>();
        withoutAge.put("age", null);
        assertThat(requests.patch(200, withoutAge, "/users/" + id).get("age").isNull())
                .isTrue();
    }

    @Test
    void anEmptyChangeAnswersTheUserAsItIs() {
        assertThat(requests.patch(200, "{}", "/users/1")).isEqualTo(requests.get("/users/1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"username":null}        | username
                    {"email":null}           | email
                    {"isVerified":null}      | isVerified
                    {"nope":1}               | nope
                    {"id":7}                 | id
                    {"balance":1000000}      | balance
                    {"posts":[]}             | posts
                    {"email":"nobody"}       | email
                    {"email":5}              | email
                    {"age":"old"}            | age
                    {"age":-1}               | age
                    {"age":1.5}              | age
                    {"age":{"x":1}}          | age
                    {"age":99999999999}      | age
                    """)
    void aChangeThatIsWrongIsABadRequestAndChangesNothing(String body, String field) {
        assertThat(sent.during(
                        () -> assertThat(requests.patch(400, body, "/users/1").toString())
                                .contains(field)))
                .isEmpty();
    }

    @Test
    void aDeletedUserIsGoneWithItsPosts() {
        long id = requests.newUser();
        long post = requests.post(201, Map.of("title", "x"), "/users/" + id + "/posts")
                .get("id")
                .asLong();
        requests.delete(204, "/users/" + id);
        requests.problem(404, "/users/" + id);
        requests.problem(404, "/posts/" + post);
        requests.delete(404, "/users/" + id);
    }

    @Test
    void anUnknownPathAndAnUnknownMethodAreProblemsToo() {
        requests.problem(404, "/nope");
        requests.delete(405, "/users");
    }

    private static String unique() {
        return UUID.randomUUID().toString();
    }
}
