package org.reactiveorm.test.postgres;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What whoever starts the tests may say about the server: a system property, else the environment variable of the same
 * meaning.
 *
 * @param properties finds a system property
 * @param environment finds an environment variable
 */
record Settings(Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {

    static final String KIND = "reactiveorm.test.postgres";
    static final String URL = "reactiveorm.test.url";
    static final String IMAGE = "reactiveorm.test.image";

    private static final String DEFAULT_IMAGE = "postgres:18-alpine";

    static Settings ofThisJvm() {
        return new Settings(System::getProperty, System::getenv);
    }

    /** The kind that has been forced, or empty to take the first that is there. */
    Optional<ServerKind> kind() {
        return find(KIND).map(Settings::kind);
    }

    Optional<String> url() {
        return find(URL);
    }

    String image() {
        return find(IMAGE).orElse(DEFAULT_IMAGE);
    }

    /** An environment variable that is not ours, such as {@code DOCKER_HOST}. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
    }

    /** A system property that is not ours, such as {@code user.home}. */
    Optional<String> property(String name) {
        return Optional.ofNullable(properties.apply(name)).filter(value -> !value.isBlank());
    }

    private Optional<String> find(String property) {
        return property(property).or(() -> variable(variableOf(property))).map(String::strip);
    }

    /** {@code reactiveorm.test.url} is {@code REACTIVE_ORM_TEST_URL}. */
    static String variableOf(String property) {
        return property.replace("reactiveorm", "REACTIVE_ORM").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static ServerKind kind(String word) {
        return Arrays.stream(ServerKind.values())
                .filter(kind -> kind.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("%s is '%s'; it may be %s, or absent to take the first that is there"
                                .formatted(
                                        KIND,
                                        word,
                                        Arrays.stream(ServerKind.values())
                                                .map(ServerKind::word)
                                                .collect(Collectors.joining(", ")))));
    }
}
