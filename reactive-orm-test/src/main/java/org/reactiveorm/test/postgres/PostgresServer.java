package org.reactiveorm.test.postgres;

/**
 * A real PostgreSQL server for tests. There is one for the whole JVM; it starts when it is first asked for and ends with
 * the JVM. Its address comes from, in this order:
 *
 * <ol>
 *   <li>the system property {@code reactiveorm.test.url} or the environment variable {@code REACTIVE_ORM_TEST_URL}, an
 *       R2DBC URL whose role may create databases;
 *   <li>Docker, through Testcontainers, when that is on the class path and a daemon answers; {@code
 *       reactiveorm.test.image} names another image than {@code postgres:18-alpine};
 *   <li>binaries on the class path.
 * </ol>
 *
 * <p>{@code reactiveorm.test.postgres=url}, {@code docker} or {@code embedded} (or {@code REACTIVE_ORM_TEST_POSTGRES})
 * forces one of them. Tests use {@link org.reactiveorm.test.OrmExtension}; this is for a program that wants a database
 * without JUnit:
 *
 * <pre>{@code
 * try (TestDatabase database = PostgresServer.shared().database("create table t (id int)")) {
 *     ConnectionFactory connections = ConnectionFactories.get(database.url());
 * }
 * }</pre>
 */
public interface PostgresServer {

    /**
     * The server of this JVM, started if need be; blocks meanwhile.
     *
     * @throws IllegalStateException if there is none, or not the one that was forced; the message says why
     */
    static PostgresServer shared() {
        return SharedServer.get();
    }

    /** What it is and where, without a password. */
    String description();

    /**
     * A fresh database on which the script has run; blocks until it is there. The first call with a script runs it on a
     * template, each call clones that. Text sorts by code point there and has the case rules of Unicode, on every
     * machine (from PostgreSQL 17 on).
     *
     * @param script statements that are separated by semicolons, or nothing
     * @throws IllegalStateException if the script fails or the role may not create databases
     */
    TestDatabase database(String script);
}
