package org.reactiveorm.test.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.test.postgres.ServerKind.DOCKER;
import static org.reactiveorm.test.postgres.ServerKind.EMBEDDED;
import static org.reactiveorm.test.postgres.ServerKind.URL;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ServerChoiceTest {

    private static final Map<String, String> NOTHING = Map.of();

    @Test
    void theFirstOpenWayIsTaken() {
        assertThat(choice(NOTHING, open(URL), open(DOCKER), open(EMBEDDED))
                        .start()
                        .description())
                .isEqualTo("URL");
        assertThat(choice(NOTHING, closed(URL), open(DOCKER), open(EMBEDDED))
                        .start()
                        .description())
                .isEqualTo("DOCKER");
        assertThat(choice(NOTHING, closed(URL), closed(DOCKER), open(EMBEDDED))
                        .start()
                        .description())
                .isEqualTo("EMBEDDED");
    }

    @Test
    void aContainerThatDoesNotStartGivesWayToTheBinaries() {
        assertThat(choice(NOTHING, closed(URL), broken(DOCKER), open(EMBEDDED))
                        .start()
                        .description())
                .isEqualTo("EMBEDDED");
    }

    @Test
    void aGivenUrlThatDoesNotWorkIsAnErrorBecauseItWasAskedFor() {
        assertThatThrownBy(() -> choice(NOTHING, broken(URL), open(DOCKER), open(EMBEDDED))
                        .start())
                .hasMessage("URL is broken");
    }

    @Test
    void aForcedWayIsTakenThoughAnotherIsOpen() {
        assertThat(choice(Map.of(Settings.KIND, "embedded"), open(URL), open(DOCKER), open(EMBEDDED))
                        .start()
                        .description())
                .isEqualTo("EMBEDDED");
    }

    @Test
    void aForcedWayThatIsClosedIsAnErrorAndNotAnotherServer() {
        assertThatThrownBy(() -> choice(Map.of(Settings.KIND, "docker"), open(URL), closed(DOCKER), open(EMBEDDED))
                        .start())
                .hasMessage("reactiveorm.test.postgres=docker is asked for, but DOCKER is closed."
                        + " Remedy that, or choose another.");
    }

    @Test
    void aForcedUrlThatIsNotGivenNamesThePropertyAndTheVariable() {
        Settings settings = SettingsTest.settings(Map.of(Settings.KIND, "url"), NOTHING);

        assertThatThrownBy(() -> ServerChoice.of(settings).start())
                .hasMessageContaining("neither the system property reactiveorm.test.url nor the environment variable"
                        + " REACTIVE_ORM_TEST_URL is set");
    }

    @Test
    void withoutAnyWayEveryObstacleIsListed() {
        assertThatThrownBy(() -> choice(NOTHING, closed(URL), broken(DOCKER), closed(EMBEDDED))
                        .start())
                .hasMessageContainingAll("url: URL is closed", "DOCKER is broken", "embedded: EMBEDDED is closed");
    }

    private static ServerChoice choice(Map<String, String> properties, ServerSource... sources) {
        return new ServerChoice(SettingsTest.settings(properties, NOTHING), List.of(sources));
    }

    private static ServerSource open(ServerKind kind) {
        DatabaseUrl url = DatabaseUrl.of("r2dbc:postgresql://host");
        return new Source(
                kind,
                Optional.empty(),
                () -> new StartedServer(kind.name(), url, StartedServer.Lifetime.LONGER, () -> {}));
    }

    private static ServerSource closed(ServerKind kind) {
        return new Source(kind, Optional.of(kind + " is closed"), () -> {
            throw new AssertionError("not to be started");
        });
    }

    private static ServerSource broken(ServerKind kind) {
        return new Source(kind, Optional.empty(), () -> {
            throw new IllegalStateException(kind + " is broken");
        });
    }

    private record Source(ServerKind kind, Optional<String> obstacle, Supplier<StartedServer> starter)
            implements ServerSource {

        @Override
        public StartedServer start() {
            return starter.get();
        }
    }
}
