package org.reactiveorm.test.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.util.Logger;
import reactor.util.Loggers;

/**
 * Which server it is: the one that is forced, else the first way that is open.
 *
 * @param settings what was asked for
 * @param sources the ways, in order
 */
record ServerChoice(Settings settings, List<ServerSource> sources) {

    private static final Logger LOG = Loggers.getLogger(PostgresServer.class);

    static ServerChoice of(Settings settings) {
        return new ServerChoice(
                settings, List.of(new UrlSource(settings), new DockerSource(settings), new EmbeddedSource()));
    }

    StartedServer start() {
        return settings.kind().map(this::forced).orElseGet(this::firstOpen);
    }

    private StartedServer forced(ServerKind kind) {
        ServerSource source = sources.stream()
                .filter(candidate -> candidate.kind() == kind)
                .findFirst()
                .orElseThrow();
        source.obstacle().ifPresent(obstacle -> {
            throw new IllegalStateException("%s=%s is asked for, but %s. Remedy that, or choose another."
                    .formatted(Settings.KIND, kind.word(), obstacle));
        });
        return source.start();
    }

    private StartedServer firstOpen() {
        List<String> obstacles = new ArrayList<>();
        for (ServerSource source : sources) {
            Optional<String> obstacle = source.obstacle();
            if (obstacle.isPresent()) {
                obstacles.add(source.kind().word() + ": " + obstacle.get());
                continue;
            }
            try {
                return source.start();
            } catch (IllegalStateException failure) {
                if (source.kind() != ServerKind.DOCKER) {
                    throw failure;
                }
                // A daemon without a registry or with little memory is no reason not to run the tests.
                LOG.warn("{}", String.valueOf(failure.getMessage()));
                obstacles.add(source.kind().word() + ": " + failure.getMessage());
            }
        }
        throw new IllegalStateException("No PostgreSQL for the tests:\n  - " + String.join("\n  - ", obstacles)
                + "\nOne of these must be remedied.");
    }
}
