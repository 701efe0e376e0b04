package org.reactiveorm.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.error.NotLoadedException;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;
import tools.jackson.databind.json.JsonMapper;

class ReactiveOrmModuleTest {

    static final User ADA = new User(1, "Ada", true, Many.notLoaded("User", "posts"), One.notLoaded("User", "boss"));

    private final JsonMapper json =
            JsonMapper.builder().addModule(new ReactiveOrmModule()).build();

    record User(
            long id,
            String name,
            boolean isVerified,
            @JsonIgnoreProperties("user") Many<Post> posts,
            One<User> boss) {}

    record Post(long id, @Nullable String title, One<User> user) {}

    @Test
    void aRelationThatIsNotLoadedIsAbsent() {
        assertThat(json.writeValueAsString(ADA)).isEqualTo("""
                {"id":1,"name":"Ada","isVerified":true}""");
    }

    @Test
    void aLoadedManyIsThePlainArray() {
        assertThat(json.writeValueAsString(with(Many.of(List.of(post(7), post(8))))))
                .isEqualTo("""
                {"id":1,"name":"Ada","isVerified":true,"posts":[{"id":7,"title":"T"},{"id":8,"title":"T"}]}""");
    }

    @Test
    void aPartialManyIsThePlainArrayToo() {
        assertThat(json.writeValueAsString(with(Many.partial(List.of(post(7))))))
                .isEqualTo("""
                {"id":1,"name":"Ada","isVerified":true,"posts":[{"id":7,"title":"T"}]}""");
    }

    @Test
    void aLoadedAndEmptyManyIsTheEmptyArray() {
        assertThat(json.writeValueAsString(with(Many.of(List.of())))).isEqualTo("""
                {"id":1,"name":"Ada","isVerified":true,"posts":[]}""");
    }

    @Test
    void aLoadedOneIsThePlainObject() {
        assertThat(json.writeValueAsString(new Post(7, "T", One.of(ADA)))).isEqualTo("""
                {"id":7,"title":"T","user":{"id":1,"name":"Ada","isVerified":true}}""");
    }

    @Test
    void aLoadedAndEmptyOneIsNull() {
        assertThat(json.writeValueAsString(new Post(7, null, One.empty()))).isEqualTo("""
                {"id":7,"title":null,"user":null}""");
    }

    @Test
    void annotationsOnTheRelationBreakCircles() {
        Post post = new Post(7, "T", One.of(ADA));
        assertThat(json.writeValueAsString(with(Many.of(List.of(post))))).isEqualTo("""
                {"id":1,"name":"Ada","isVerified":true,"posts":[{"id":7,"title":"T"}]}""");
    }

    @ParameterizedTest
    @EnumSource(
            value = JsonInclude.Include.class,
            names = {"ALWAYS", "NON_NULL", "NON_ABSENT", "NON_EMPTY", "NON_DEFAULT"})
    void theStateOfARelationShowsUnderEveryInclusionOfTheMapper(JsonInclude.Include inclusion) {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new ReactiveOrmModule())
                .changeDefaultPropertyInclusion(value -> value.withValueInclusion(inclusion))
                .build();
        assertThat(mapper.writeValueAsString(ADA)).doesNotContain("posts", "boss");
        assertThat(mapper.writeValueAsString(new User(1, "Ada", true, Many.of(List.of()), One.empty())))
                .contains("\"posts\":[]", "\"boss\":null");
    }

    @Test
    void aHandleThatIsNoPropertyIsWrittenAsItsContentOrNull() {
        assertThat(json.writeValueAsString(Many.of(List.of(post(7))))).isEqualTo("""
                [{"id":7,"title":"T"}]""");
        assertThat(json.writeValueAsString(List.of(Many.notLoaded("User", "posts"), One.of(1L))))
                .isEqualTo("[null,1]");
        assertThat(json.writeValueAsString(Map.of("x", One.notLoaded("Post", "user"))))
                .isEqualTo("""
                {"x":null}""");
    }

    @Test
    void anAbsentRelationIsReadAsNotLoadedUnderItsName() {
        User read = json.readValue("""
                {"id":1,"name":"Ada","isVerified":true}""", User.class);
        assertThat(read).isEqualTo(ADA);
        assertThatThrownBy(() -> read.posts().list())
                .isInstanceOf(NotLoadedException.class)
                .hasMessageContaining("User.posts is not loaded");
        assertThatThrownBy(() -> read.boss().get()).hasMessageContaining("User.boss is not loaded");
    }

    @Test
    void whatWasWrittenIsReadBack() {
        User written = new User(1, "Ada", true, Many.of(List.of(post(7))), One.of(ADA));
        assertThat(json.readValue(json.writeValueAsString(written), User.class)).isEqualTo(written);
        User empty = new User(1, "Ada", true, Many.of(List.of()), One.empty());
        assertThat(json.readValue(json.writeValueAsString(empty), User.class)).isEqualTo(empty);
    }

    @Test
    void aManyThatIsNullIsNotLoaded() {
        User read = json.readValue("""
                {"id":1,"name":"Ada","isVerified":true,"posts":null}""", User.class);
        assertThat(read.posts().isLoaded()).isFalse();
    }

    @Test
    void aMutableEntityIsReadAndWrittenToo() {
        Account account = json.readValue("""
                {"name":"x","users":[{"id":1,"name":"Ada","isVerified":true}]}""", Account.class);
        assertThat(account.users.list()).containsExactly(ADA);
        assertThat(json.writeValueAsString(account)).isEqualTo("""
                {"name":"x","users":[{"id":1,"name":"Ada","isVerified":true}]}""");
        assertThat(json.writeValueAsString(new Account())).isEqualTo("""
                {"name":null}""");
    }

    static final class Account {
        public @Nullable String name;
        public Many<User> users = Many.notLoaded("Account", "users");
    }

    private static User with(Many<Post> posts) {
        return new User(1, "Ada", true, posts, ADA.boss());
    }

    private static Post post(long id) {
        return new Post(id, "T", One.notLoaded("Post", "user"));
    }
}
