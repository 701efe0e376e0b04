package org.reactiveorm.test.postgres;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A container that Testcontainers starts. */
record DockerSource(Settings settings) implements ServerSource {

    @Override
    public ServerKind kind() {
        return ServerKind.DOCKER;
    }

    @Override
    public Optional<String> obstacle() {
        return ServerSource.onClassPath("org.testcontainers.postgresql.PostgreSQLContainer")
                ? new DockerDaemon(settings).obstacle()
                : Optional.of("org.testcontainers:testcontainers-postgresql is not on the class path");
    }

    @Override
    public StartedServer start() {
        return Container.start(settings.image());
    }

    /** Apart, because a record whose methods name a class that is not there may not load. */
    private static final class Container {

        static StartedServer start(String image) {
            PostgreSQLContainer container = new PostgreSQLContainer(
                            DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"))
                    .withTmpFs(Map.of("/var/lib/postgresql", "rw"))
                    .withCommand(command());
            try {
                container.start();
            } catch (RuntimeException failure) {
                container.stop();
                throw new IllegalStateException(
                        "The container of image %s did not start: %s. Can the image be pulled? %s names another one."
                                .formatted(image, failure.getMessage(), Settings.IMAGE),
                        failure);
            }
            String url = "r2dbc:postgresql://%s:%s@%s:%d/%s"
                    .formatted(
                            container.getUsername(),
                            container.getPassword(),
                            container.getHost(),
                            container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                            container.getDatabaseName());
            return new StartedServer(
                    "PostgreSQL in a container of image " + image,
                    DatabaseUrl.of(url),
                    StartedServer.Lifetime.OURS,
                    container::stop);
        }

        private static String[] command() {
            return Stream.concat(
                            Stream.of("postgres"),
                            ServerTuning.SETTINGS.entrySet().stream()
                                    .flatMap(setting -> Stream.of("-c", setting.getKey() + "=" + setting.getValue())))
                    .toArray(String[]::new);
        }
    }
}
