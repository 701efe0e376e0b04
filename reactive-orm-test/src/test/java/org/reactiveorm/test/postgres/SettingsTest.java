package org.reactiveorm.test.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void thePropertyGoesBeforeTheVariable() {
        Settings both = settings(
                Map.of("reactiveorm.test.url", "r2dbc:postgresql://property/a"),
                Map.of("REACTIVE_ORM_TEST_URL", "r2dbc:postgresql://variable/b"));
        Settings variable = settings(Map.of(), Map.of("REACTIVE_ORM_TEST_URL", "r2dbc:postgresql://variable/b"));

        assertThat(both.url()).contains("r2dbc:postgresql://property/a");
        assertThat(variable.url()).contains("r2dbc:postgresql://variable/b");
    }

    @Test
    void nothingIsForcedByDefault() {
        assertThat(settings(Map.of(), Map.of()).kind()).isEmpty();
        assertThat(settings(Map.of(), Map.of()).image()).isEqualTo("postgres:18-alpine");
    }

    @Test
    void aKindIsReadInAnyCase() {
        assertThat(settings(Map.of("reactiveorm.test.postgres", "Docker"), Map.of())
                        .kind())
                .contains(ServerKind.DOCKER);
        assertThat(settings(Map.of(), Map.of("REACTIVE_ORM_TEST_POSTGRES", "embedded"))
                        .kind())
                .contains(ServerKind.EMBEDDED);
    }

    @Test
    void anUnknownKindIsAnErrorThatListsTheKnownOnes() {
        assertThatThrownBy(() -> settings(Map.of("reactiveorm.test.postgres", "podman"), Map.of())
                        .kind())
                .hasMessage("reactiveorm.test.postgres is 'podman'; it may be url, docker, embedded,"
                        + " or absent to take the first that is there");
    }

    static Settings settings(Map<String, String> properties, Map<String, String> environment) {
        return new Settings(properties::get, environment::get);
    }
}
