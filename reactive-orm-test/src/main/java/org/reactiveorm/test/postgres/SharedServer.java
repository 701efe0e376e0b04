package org.reactiveorm.test.postgres;

import org.jspecify.annotations.Nullable;

/** The one server of the JVM, or the one reason why there is none. */
final class SharedServer {

    private static @Nullable DatabaseServer server;
    private static @Nullable String failure;

    private SharedServer() {}

    static synchronized PostgresServer get() {
        if (failure != null) {
            // Without this every class would wait again for what did not come up the first time.
            throw new IllegalStateException(failure);
        }
        DatabaseServer running = server;
        if (running == null) {
            running = start();
            server = running;
        }
        return running;
    }

    private static DatabaseServer start() {
        try {
            StartedServer started = ServerChoice.of(Settings.ofThisJvm()).start();
            DatabaseServer running = new DatabaseServer(started);
            Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "reactive-orm-test-stop"));
            running.check();
            return running;
        } catch (IllegalStateException reason) {
            failure = reason.getMessage();
            throw reason;
        }
    }
}
