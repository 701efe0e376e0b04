package org.reactiveorm.test.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerDaemonTest {

    private static final Duration QUICK = Duration.ofSeconds(2);

    @Test
    void aSocketThatIsNotThereIsNamed(@TempDir Path directory) {
        String place = "unix://" + directory.resolve("docker.sock");

        assertThat(daemonAt(place).obstacle()).contains("no Docker daemon answers at " + place);
    }

    @Test
    void anAddressThatMakesNoSenseIsNoDaemon() {
        assertThat(daemonAt("tcp://").obstacle()).contains("no Docker daemon answers at tcp://");
        assertThat(daemonAt("ssh://host").obstacle()).contains("no Docker daemon answers at ssh://host");
    }

    @Test
    void aDaemonThatHasTheImagesIsNoObstacle() throws IOException {
        assertThat(obstacle("HTTP/1.0 200 OK\r\n\r\nOK", "HTTP/1.0 200 OK\r\n\r\n{}", "HTTP/1.0 200 OK\r\n\r\n[{}]"))
                .isEmpty();
    }

    @Test
    void anImageOfARegistryThatWantsAPasswordIsLeftToTestcontainers() throws IOException {
        assertThat(obstacle(
                        "HTTP/1.0 200 OK\r\n\r\nOK",
                        "HTTP/1.0 404 Not Found\r\n\r\n{}",
                        "HTTP/1.0 401 Unauthorized\r\n\r\n{}",
                        "HTTP/1.0 200 OK\r\n\r\n[{}]"))
                .isEmpty();
    }

    @Test
    void anImageThatNobodyHasIsNamedWithTheWordsOfTheDaemonAndTheWayOut() throws IOException {
        assertThat(obstacle(
                        "HTTP/1.0 200 OK\r\n\r\nOK",
                        "HTTP/1.0 404 Not Found\r\n\r\n{}",
                        "HTTP/1.0 500 Error\r\n\r\nno such host"))
                .contains("Docker has no image postgres:18-alpine and cannot fetch it: no such host"
                        + " (reactiveorm.test.image names another image)");
    }

    @Test
    void aRyukThatNobodyHasIsNamedBecauseTestcontainersWouldTryForMinutes() throws IOException {
        assertThat(obstacle(
                        "HTTP/1.0 200 OK\r\n\r\nOK",
                        "HTTP/1.0 200 OK\r\n\r\n{}",
                        "HTTP/1.0 200 OK\r\n\r\n[]",
                        "HTTP/1.0 500 Error\r\n\r\nno such host"))
                .contains("Docker has no image testcontainers/ryuk:latest and cannot fetch it: no such host"
                        + " (TESTCONTAINERS_RYUK_DISABLED=true does without)");
    }

    @Test
    void aDaemonThatSaysNothingIsGivenUpSoon() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();

            assertThat(daemonAt("tcp://localhost:" + silent.getLocalPort()).obstacle())
                    .isPresent();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICK);
        }
    }

    /** Of a daemon that gives these answers, one for each question. */
    private static Optional<String> obstacle(String... answers) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answering = CompletableFuture.runAsync(() -> answer(server, answers));
            Optional<String> obstacle =
                    daemonAt("tcp://localhost:" + server.getLocalPort()).obstacle();
            assertThat(answering).as("all questions are asked").succeedsWithin(QUICK);
            return obstacle;
        }
    }

    private static void answer(ServerSocket server, String... answers) {
        for (String answer : answers) {
            try (Socket client = server.accept()) {
                BufferedReader request =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                while (!request.readLine().isEmpty()) {
                    // An unread rest would reset the connection and take the answer with it.
                }
                client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        }
    }

    private static DockerDaemon daemonAt(String place) {
        return new DockerDaemon(SettingsTest.settings(Map.of(), Map.of("DOCKER_HOST", place)));
    }
}
