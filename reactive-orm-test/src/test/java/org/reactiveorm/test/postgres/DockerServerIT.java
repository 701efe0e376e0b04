package org.reactiveorm.test.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs where a Docker daemon answers, and says why where none does. */
class DockerServerIT implements DatabaseServerContract {

    private static StartedServer started;
    private static DatabaseServer server;

    @BeforeAll
    static void start() {
        DockerSource docker = new DockerSource(Settings.ofThisJvm());
        Optional<String> obstacle = docker.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        started = docker.start();
        server = new DatabaseServer(started);
        server.check();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.stop();
            assertThatThrownBy(() -> Sql.query(started.url().toString(), "select 1"))
                    .hasMessageContaining("Cannot connect");
        }
    }

    @Override
    public DatabaseServer server() {
        return server;
    }

    @Test
    void anImageThatCannotBeHadIsNamedWithTheWayOut() {
        DockerSource docker = new DockerSource(
                SettingsTest.settings(Map.of(Settings.IMAGE, "localhost:1/no-such-image:1"), System.getenv()));

        assertThat(docker.obstacle())
                .get(STRING)
                .contains(
                        "Docker has no image localhost:1/no-such-image:1 and cannot fetch it",
                        "reactiveorm.test.image");
    }
}
