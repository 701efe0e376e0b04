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
import java.util.Optional;

/** Puts a question to a Docker daemon and takes no for an answer after a while, which a blocking socket would not. */
record DockerSocket(SocketAddress address) {

    private static final String UNIX = "unix://";

    /** Where to connect; nothing for an address of another kind, or one that makes no sense. */
    static Optional<DockerSocket> at(String place) {
        try {
            if (place.startsWith(UNIX)) {
                Path file = Path.of(place.substring(UNIX.length()));
                return Files.exists(file)
                        ? Optional.of(new DockerSocket(UnixDomainSocketAddress.of(file)))
                        : Optional.empty();
            }
            URI uri = URI.create(place);
            return Optional.of(new DockerSocket(new InetSocketAddress(uri.getHost(), uri.getPort())));
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    /** Sends a plain GET. One that wants TLS complains, which is an answer too; none comes from a daemon not there. */
    Answer get(String path, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] request =
                "GET %s HTTP/1.0\r\nHost: docker\r\n\r\n".formatted(path).getBytes(StandardCharsets.US_ASCII);
        try (Selector selector = Selector.open();
                SocketChannel channel = open()) {
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
        return new Answer(answer.toString(StandardCharsets.UTF_8));
    }

    private SocketChannel open() throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    /** False at the end. */
    private static boolean read(SocketChannel channel, ByteArrayOutputStream answer) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(4096);
        int count = channel.read(buffer);
        answer.write(buffer.array(), 0, Math.max(0, count));
        return count >= 0;
    }

    /**
     * What came back until the end or the deadline.
     *
     * @param text with its headers; nothing if the daemon is silent
     */
    record Answer(String text) {

        boolean isSilence() {
            return text.isEmpty();
        }

        /** The three digits, or nothing. */
        String status() {
            return text.startsWith("HTTP/") && text.length() >= 12 ? text.substring(9, 12) : "";
        }

        /** What follows the headers. */
        String body() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? "" : text.substring(end + 4).strip();
        }
    }
}
