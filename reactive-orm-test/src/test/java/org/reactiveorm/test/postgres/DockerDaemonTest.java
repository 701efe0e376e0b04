package org.reactiveorm.test.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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
    void aDaemonThatAnswersIsNoObstacle() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> {
                answerOnce(server); // the ping
                answerOnce(server); // the image
            });

            assertThat(daemonAt("tcp://localhost:" + server.getLocalPort()).obstacle())
                    .isEmpty();
            assertThat(answer).succeedsWithin(QUICK);
        }
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

    private static void answerOnce(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.getInputStream().read();
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\nOK".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static DockerDaemon daemonAt(String place) {
        return new DockerDaemon(SettingsTest.settings(Map.of(), Map.of("DOCKER_HOST", place)));
    }
}
