package org.reactiveorm.test.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that belongs to one test, which may stop it, crash it and start it again with the same port and data. It runs
 * the binaries on the class path, whatever {@link PostgresServer#shared()} is, and is left alone by other tests. What is
 * committed survives a crash of its processes. All methods block until it is so.
 *
 * <pre>{@code
 * try (OwnServer server = OwnServer.create()) {
 *     ReactiveOrm orm = ReactiveOrm.connect(server.url());
 *     server.crash();
 *     server.start();
 * }
 * }</pre>
 */
public final class OwnServer implements AutoCloseable {

    private final ServerLog log = ServerLog.create();
    private final Path data;
    private final int port;
    private @Nullable EmbeddedPostgres running;

    private OwnServer(Path data) {
        this.data = data;
        EmbeddedPostgres first = launch(0);
        this.running = first;
        this.port = first.getPort();
    }

    /**
     * A new server that takes connections, with an empty database.
     *
     * @throws IllegalStateException if it does not come up
     */
    public static OwnServer create() {
        return new OwnServer(ServerTuning.directoryInMemory().orElseGet(OwnServer::directoryOnDisk));
    }

    /** The R2DBC URL of its database, with user and password; the same after every start. */
    public String url() {
        return "r2dbc:postgresql://postgres:postgres@localhost:%d/postgres".formatted(port);
    }

    /** Shuts down in order: sessions are told that the administrator has ended them. Does nothing if it is not running. */
    public synchronized void stop() {
        EmbeddedPostgres server = running;
        if (server != null) {
            running = null;
            release(server);
        }
    }

    /** Kills all its processes: sessions are told nothing and nothing is written any more. Does nothing if it is not running. */
    public synchronized void crash() {
        EmbeddedPostgres server = running;
        if (server == null) {
            return;
        }
        running = null;
        ProcessHandle postmaster = server.getProcess().toHandle();
        List<ProcessHandle> children = postmaster.descendants().toList();
        // The parent first, or it would tidy up after its children.
        postmaster.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(Stream.concat(Stream.of(postmaster), children.stream())
                        .map(ProcessHandle::onExit)
                        .toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, 10, TimeUnit.SECONDS)
                .join();
        release(server);
    }

    /** Takes connections again, after a recovery if it has crashed. Does nothing if it is running. */
    public synchronized void start() {
        if (running == null) {
            running = launch(port);
        }
    }

    /** Stops it and removes its data. */
    @Override
    public synchronized void close() {
        stop();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private EmbeddedPostgres launch(int atPort) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setRegisterShutdownHook(true)
                .setOutputRedirector(log.redirect())
                .setErrorRedirector(log.redirect())
                .setDataDirectory(data.toFile())
                .setCleanDataDirectory(false)
                // the file system outlives the processes, what waits in their memory does not
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "300");
        if (atPort != 0) {
            builder.setPort(atPort);
        }
        try {
            return builder.start();
        } catch (IOException | RuntimeException failure) {
            throw new IllegalStateException(
                    "The test's own PostgreSQL did not start: %s. Its last words:%n%s"
                            .formatted(failure.getMessage(), log.lastWords()),
                    failure);
        }
    }

    private static void release(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path directoryOnDisk() {
        try {
            return Files.createTempDirectory("orm-test-postgres");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
