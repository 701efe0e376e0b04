package org.reactiveorm.test.postgres;

import java.util.Optional;

/** One way to come by a server. */
interface ServerSource {

    ServerKind kind();

    /** Why this way is closed, as the end of a sentence; empty when it is open. Answers quickly and logs nothing. */
    Optional<String> obstacle();

    /**
     * Starts the server, or finds it. Blocks until it takes connections.
     *
     * @throws IllegalStateException if it does not come up
     */
    StartedServer start();

    /** True if the class path has the class, whose absence is an obstacle and not a fault. */
    static boolean onClassPath(String className) {
        try {
            Class.forName(className, false, ServerSource.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
