package org.reactiveorm.test.postgres;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks whether a Docker daemon answers, before Testcontainers is touched: that takes seconds to find out that there is
 * none, and logs a stack trace for each place where it looked.
 */
record DockerDaemon(Settings settings) {

    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final byte[] PING =
            "GET /_ping HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** Why there is none, or empty if one answers. */
    Optional<String> obstacle() {
        List<String> places = places();
        return places.stream().anyMatch(DockerDaemon::answers)
                ? Optional.empty()
                : Optional.of("no Docker daemon answers at " + String.join(", ", places));
    }

    /** Where the variable says, else where the usual installations listen. */
    private List<String> places() {
        return settings.variable("DOCKER_HOST")
                .map(List::of)
                .orElseGet(() -> Stream.concat(
                                Stream.of("unix:///var/run/docker.sock", "npipe:////./pipe/docker_engine"),
                                Stream.concat(
                                        settings.variable("XDG_RUNTIME_DIR").stream()
                                                .map(dir -> "unix://" + dir + "/docker.sock"),
                                        settings.property("user.home").stream()
                                                .flatMap(home -> Stream.of(
                                                        "unix://" + home + "/.docker/run/docker.sock",
                                                        "unix://" + home + "/.docker/desktop/docker.sock"))))
                        .filter(place -> !place.startsWith("npipe") || isWindows())
                        .toList());
    }

    private boolean isWindows() {
        return settings.property("os.name").orElse("").startsWith("Windows");
    }

    private static boolean answers(String place) {
        try {
            if (place.startsWith("unix://")) {
                Path socket = Path.of(place.substring("unix://".length()));
                return Files.exists(socket) && answers(UnixDomainSocketAddress.of(socket));
            }
            if (place.startsWith("npipe://")) {
                return Files.exists(Path.of(place.substring("npipe://".length()).replace('/', '\\')));
            }
            URI uri = URI.create(place);
            return answers(new InetSocketAddress(uri.getHost(), uri.getPort()));
        } catch (IllegalArgumentException unusable) {
            return false;
        }
    }

    /** A plain ping; one that wants TLS answers with some complaint, which is an answer too. */
    private static boolean answers(SocketAddress address) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Selector selector = Selector.open();
                SocketChannel channel = open(address)) {
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
            if (channel.connect(address)) {
                key.interestOps(SelectionKey.OP_WRITE);
            }
            for (long left = PATIENCE.toMillis(); left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
                selector.select(left);
                if (key.isConnectable() && channel.finishConnect()) {
                    key.interestOps(SelectionKey.OP_WRITE);
                } else if (key.isWritable()) {
                    channel.write(ByteBuffer.wrap(PING));
                    key.interestOps(SelectionKey.OP_READ);
                } else if (key.isReadable()) {
                    return channel.read(ByteBuffer.allocate(64)) > 0;
                }
                selector.selectedKeys().clear();
            }
            return false;
        } catch (IOException | RuntimeException silent) {
            return false;
        }
    }

    private static SocketChannel open(SocketAddress address) throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }
}
