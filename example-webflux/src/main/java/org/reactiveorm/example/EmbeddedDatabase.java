package org.reactiveorm.example;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Starts a PostgreSQL of the service's own when {@code spring.r2dbc.url} is not given. It holds the data of this run only:
 * server and files are gone when the service ends, after its last request and however it is told to.
 */
final class EmbeddedDatabase implements EnvironmentPostProcessor {

    private static final String URL = "spring.r2dbc.url";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!StringUtils.hasText(environment.getProperty(URL))) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("embedded database", Map.of(URL, start(), "example.seed", true)));
        }
    }

    /** A service that is told to end while its database starts has to wait for it, to be able to stop it. */
    private static String start() {
        CompletableFuture<EmbeddedPostgres> server = new CompletableFuture<>();
        SpringApplication.getShutdownHandlers()
                .add(() -> server.thenAccept(EmbeddedDatabase::stop).join());
        try {
            EmbeddedPostgres started = EmbeddedPostgres.builder()
                    .setRegisterShutdownHook(false)
                    .setOutputRedirector(Redirect.DISCARD)
                    .setErrorRedirector(Redirect.DISCARD)
                    .start();
            server.complete(started);
            return "r2dbc:postgresql://postgres@localhost:%d/postgres".formatted(started.getPort());
        } catch (IOException e) {
            server.cancel(false);
            throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
