package org.reactiveorm.test.postgres;

import java.util.Optional;

/** A server that is there already. */
record UrlSource(Settings settings) implements ServerSource {

    @Override
    public ServerKind kind() {
        return ServerKind.URL;
    }

    @Override
    public Optional<String> obstacle() {
        return settings.url().isPresent()
                ? Optional.empty()
                : Optional.of("neither the system property %s nor the environment variable %s is set"
                        .formatted(Settings.URL, Settings.variableOf(Settings.URL)));
    }

    @Override
    public StartedServer start() {
        DatabaseUrl url = DatabaseUrl.of(settings.url().orElseThrow());
        return new StartedServer("PostgreSQL at " + url.withoutSecrets(), url, StartedServer.Lifetime.LONGER, () -> {});
    }
}
