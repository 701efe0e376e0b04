package org.reactiveorm.operations;

import static io.r2dbc.spi.ConnectionFactoryOptions.HOST;
import static io.r2dbc.spi.ConnectionFactoryOptions.PASSWORD;
import static io.r2dbc.spi.ConnectionFactoryOptions.PORT;
import static io.r2dbc.spi.ConnectionFactoryOptions.USER;

import io.r2dbc.spi.ConnectionFactoryOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A PgBouncer of this test, as a child process in front of a database. */
final class PgBouncer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path directory;
    private final Process process;
    private final int port;

    private PgBouncer(Path directory, Process process, int port) {
        this.directory = directory;
        this.process = process;
        this.port = port;
    }

    /** Where the program is, if this machine has it. */
    static Optional<Path> program() {
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1)),
                        Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Transactions of any number of clients on two connections to the server. */
    static PgBouncer inFrontOf(String url) throws IOException {
        Path directory = Files.createTempDirectory(
                "pgbouncer", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        int port = freePort();
        ConnectionFactoryOptions server = ConnectionFactoryOptions.parse(url);
        Files.writeString(directory.resolve("users"), "\"%s\" \"\"\n".formatted(server.getRequiredValue(USER)));
        Path settings = directory.resolve("pgbouncer.ini");
        Files.writeString(settings, settings(directory, port, server));
        Process process = new ProcessBuilder(command(settings))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        PgBouncer bouncer = new PgBouncer(directory, process, port);
        bouncer.awaitStart();
        return bouncer;
    }

    private static String settings(Path directory, int port, ConnectionFactoryOptions server) {
        return """
                [databases]
                * = host=%s port=%s user=%s%s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = trust
                auth_file = %s/users
                pool_mode = transaction
                default_pool_size = 2
                max_client_conn = 200
                ignore_startup_parameters = extra_float_digits
                """.formatted(
                        server.getRequiredValue(HOST),
                        server.getRequiredValue(PORT),
                        server.getRequiredValue(USER),
                        server.hasOption(PASSWORD) ? " password=" + server.getRequiredValue(PASSWORD) : "",
                        port,
                        directory);
    }

    /** It refuses to run as root. */
    private static List<String> command(Path settings) {
        List<String> command = new ArrayList<>(List.of(program().orElseThrow().toString()));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(settings.toString());
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart() throws IOException {
        boolean isUp = Boolean.TRUE.equals(Mono.fromSupplier(() -> !process.isAlive() || accepts())
                .subscribeOn(Schedulers.boundedElastic())
                .filter(Boolean::booleanValue)
                .repeatWhenEmpty(Integer.MAX_VALUE, tries -> tries.delayElements(Duration.ofMillis(20)))
                .timeout(PATIENCE, Mono.just(false))
                .block());
        if (!isUp || !process.isAlive()) {
            String log = Files.readString(directory.resolve("log"));
            close();
            throw new IOException("PgBouncer does not start: " + log);
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The same URL, by way of this PgBouncer. */
    String url(String direct) {
        return direct.replaceFirst("@[^/]+/", "@127.0.0.1:" + port + "/");
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
