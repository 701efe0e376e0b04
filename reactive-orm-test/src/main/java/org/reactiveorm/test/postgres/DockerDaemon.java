package org.reactiveorm.test.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.reactiveorm.test.postgres.DockerSocket.Answer;

/**
 * Asks whether a Docker daemon answers and can have the images, before Testcontainers is touched: that takes seconds to
 * find out that there is no daemon, logs a stack trace for each place where it looked, and tries for minutes to pull
 * where there is no registry.
 */
record DockerDaemon(Settings settings) {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration REGISTRY_PATIENCE = Duration.ofSeconds(5);
    private static final String PIPE = "npipe://";

    /** The image with which Testcontainers removes what a killed JVM leaves behind. */
    private static final String RYUK = "testcontainers/ryuk";

    private static final String RYUK_DISABLED = "TESTCONTAINERS_RYUK_DISABLED";

    /** Found, or to be found with a password, which Testcontainers looks for; 400 is how TLS complains. */
    private static final Set<String> WORTH_A_TRY = Set.of("200", "400", "401", "403");

    /** Why no container can be had, or empty if one can. */
    Optional<String> obstacle() {
        List<String> places = places();
        for (String place : places) {
            if (isPipe(place)) {
                return Optional.empty();
            }
            Optional<DockerSocket> answering = DockerSocket.at(place)
                    .filter(socket -> !socket.get("/_ping", PATIENCE).isSilence());
            if (answering.isPresent()) {
                return answering.flatMap(this::imageObstacle).or(() -> answering.flatMap(this::ryukObstacle));
            }
        }
        return Optional.of("no Docker daemon answers at " + String.join(", ", places));
    }

    /** Where the variable says, else where the usual installations listen. */
    private List<String> places() {
        return settings.variable("DOCKER_HOST").map(List::of).orElseGet(this::usualPlaces);
    }

    private List<String> usualPlaces() {
        if (settings.property("os.name").orElse("").startsWith("Windows")) {
            return List.of(PIPE + "//./pipe/docker_engine");
        }
        Stream<String> system = Stream.of("/var/run");
        Stream<String> rootless = settings.variable("XDG_RUNTIME_DIR").stream();
        Stream<String> desktop = settings.property("user.home").stream()
                .flatMap(home -> Stream.of(home + "/.docker/run", home + "/.docker/desktop"));
        return Stream.concat(system, Stream.concat(rootless, desktop))
                .map(directory -> "unix://" + directory + "/docker.sock")
                .toList();
    }

    private static boolean isPipe(String place) {
        return place.startsWith(PIPE)
                && Files.exists(Path.of(place.substring(PIPE.length()).replace('/', '\\')));
    }

    private Optional<String> imageObstacle(DockerSocket socket) {
        String image = settings.image();
        Answer local = socket.get("/images/%s/json".formatted(image), PATIENCE);
        return local.status().equals("200")
                ? Optional.empty()
                : registryObstacle(socket, image, Settings.IMAGE + " names another image");
    }

    private Optional<String> ryukObstacle(DockerSocket socket) {
        if (settings.variable(RYUK_DISABLED).filter("true"::equals).isPresent()) {
            return Optional.empty();
        }
        Answer local = socket.get("/images/json?filters=%7B%22reference%22%3A%5B%22" + RYUK + "%22%5D%7D", PATIENCE);
        return local.body().startsWith("[{")
                ? Optional.empty()
                : registryObstacle(socket, RYUK + ":latest", RYUK_DISABLED + "=true does without");
    }

    private static Optional<String> registryObstacle(DockerSocket socket, String image, String wayOut) {
        Answer answer = socket.get("/distribution/%s/json".formatted(image), REGISTRY_PATIENCE);
        return WORTH_A_TRY.contains(answer.status())
                ? Optional.empty()
                : Optional.of("Docker has no image %s and cannot fetch it: %s (%s)"
                        .formatted(image, answer.isSilence() ? "the registry is silent" : answer.body(), wayOut));
    }
}
