package org.reactiveorm.test.postgres;

import java.io.ByteArrayOutputStream;
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
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks whether a Docker daemon answers, before Testcontainers is touched: that takes seconds to find out that there is
 * none, and logs a stack trace for each place where it looked.
 */
record DockerDaemon(Settings settings) {

    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final Duration REGISTRY_PATIENCE = Duration.ofSeconds(5);
    private static final String PIPE = "npipe://";

    /** Why no container can be had, or empty if one can. */
    Optional<String> obstacle() {
        List<String> places = places();
        for (String place : places) {
            if (isPipe(place)) {
                return Optional.empty();
            }
            Optional<SocketAddress> answering = address(place)
                    .filter(address -> !get(address, "/_ping", PATIENCE).isEmpty());
            if (answering.isPresent()) {
                return imageObstacle(answering.get());
            }
        }
        return Optional.of("no Docker daemon answers at " + String.join(", ", places));
    }

    /** Where the variable says, else where the usual installations listen. */
    private List<String> places() {
        return settings.variable("DOCKER_HOST")
                .map(List::of)
                .orElseGet(() -> Stream.concat(
                                Stream.of("unix:///var/run/docker.sock", PIPE + "//./pipe/docker_engine"),
                                Stream.concat(
                                        settings.variable("XDG_RUNTIME_DIR").stream()
                                                .map(dir -> "unix://" + dir + "/docker.sock"),
                                        settings.property("user.home").stream()
                                                .flatMap(home -> Stream.of(
                                                        "unix://" + home + "/.docker/run/docker.sock",
                                                        "unix://" + home + "/.docker/desktop/docker.sock"))))
                        .filter(place -> !place.startsWith(PIPE) || isWindows())
                        .toList());
    }

    private boolean isWindows() {
        return settings.property("os.name").orElse("").startsWith("Windows");
    }

    /** Where to connect; nothing for an address of another kind, or one that makes no sense. */
    private static Optional<SocketAddress> address(String place) {
        try {
            if (place.startsWith("unix://")) {
                Path socket = Path.of(place.substring("unix://".length()));
                return Files.exists(socket) ? Optional.of(UnixDomainSocketAddress.of(socket)) : Optional.empty();
            }
            URI uri = URI.create(place);
            return Optional.of(new InetSocketAddress(uri.getHost(), uri.getPort()));
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private static boolean isPipe(String place) {
        return place.startsWith(PIPE)
                && Files.exists(Path.of(place.substring(PIPE.length()).replace('/', '\\')));
    }

    /**
     * Testcontainers goes on trying to pull for minutes where there is no registry, so the daemon is asked first whether
     * it has the image, and else whether the registry does. A registry that wants a password is left to Testcontainers.
     */
    private Optional<String> imageObstacle(SocketAddress address) {
        String image = settings.image();
        if (status(get(address, "/images/%s/json".formatted(image), PATIENCE)).equals("200")) {
            return Optional.empty();
        }
        String answer = get(address, "/distribution/%s/json".formatted(image), REGISTRY_PATIENCE);
        return Set.of("200", "400", "401", "403").contains(status(answer))
                ? Optional.empty()
                : Optional.of("Docker has no image %s and cannot fetch it: %s (%s names another image)"
                        .formatted(image, body(answer), Settings.IMAGE));
    }

    private static String status(String answer) {
        return answer.startsWith("HTTP/") && answer.length() >= 12 ? answer.substring(9, 12) : "";
    }

    private static String body(String answer) {
        return answer.isEmpty()
                ? "the registry says nothing"
                : answer.substring(answer.indexOf("\r\n\r\n") + 4).strip();
    }

    /**
     * What comes back for a plain GET: an answer that is cut off at the deadline, and nothing from a daemon that is not
     * there. One that wants TLS complains, which is an answer too.
     */
    private static String get(SocketAddress address, String path, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] request =
                "GET %s HTTP/1.0\r\nHost: docker\r\n\r\n".formatted(path).getBytes(StandardCharsets.US_ASCII);
        try (Selector selector = Selector.open();
                SocketChannel channel = open(address)) {
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
            if (channel.connect(address)) {
                key.interestOps(SelectionKey.OP_WRITE);
            }
            for (long left = patience.toMillis(); left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
                selector.select(left);
                if (key.isConnectable() && channel.finishConnect()) {
                    key.interestOps(SelectionKey.OP_WRITE);
                } else if (key.isWritable()) {
                    channel.write(ByteBuffer.wrap(request));
                    key.interestOps(SelectionKey.OP_READ);
                } else if (key.isReadable() && !read(channel, answer)) {
                    break;
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException | RuntimeException silent) {
            // What has been read so far is the answer.
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** False at the end. */
    private static boolean read(SocketChannel channel, ByteArrayOutputStream answer) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(4096);
        int count = channel.read(buffer);
        answer.write(buffer.array(), 0, Math.max(0, count));
        return count >= 0;
    }

    private static SocketChannel open(SocketAddress address) throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }
}
