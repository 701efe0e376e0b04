package org.reactiveorm.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One connection of HTTP with many requests, by a client that does not wait for the answers. */
@ServiceTest
class KeepAliveIT {

    private static final int PATIENCE_MILLIS = 10_000;

    @LocalServerPort
    int port;

    @Test
    void requestsAreReadAfterOneThatCameEarlyAndWasAnsweredAtOnce() throws IOException {
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            connection.setSoTimeout(PATIENCE_MILLIS);
            send(connection, "/users/1", "/posts/latest?after=nowhere");
            assertThat(readUntil(connection, "HTTP/1.1 400")).contains("alice");
            send(connection, "/users/2");
            assertThat(readUntil(connection, "bob")).contains("HTTP/1.1 200");
        }
    }

    private static void send(Socket connection, String... paths) throws IOException {
        StringBuilder requests = new StringBuilder();
        for (String path : paths) {
            requests.append("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path));
        }
        connection.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** What comes until {@code end} has come. */
    private static String readUntil(Socket connection, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = connection.getInputStream().read();
            assertThat(next).as("after <%s>", read).isNotNegative();
            read.append((char) next);
        }
        return read.toString();
    }
}
