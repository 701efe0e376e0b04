package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.semantics.SmallHeapProgram.Seen;
import org.reactiveorm.semantics.SmallHeapProgram.Way;
import org.reactiveorm.test.OrmExtension;

/** A million rows of three tables, in JVMs whose heap holds a fraction of them. */
@Timeout(180)
class SmallHeapIT {

    private static final long USERS = 100_000;
    private static final long POSTS = 300_000;
    private static final long COMMENTS = 600_000;

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    /** Into the database itself, since to clone one of this size takes seconds; what refers to what is known to be there. */
    @BeforeAll
    static void fill() {
        database.orm().sql("""
            alter table posts drop constraint posts_user_id_fkey;
            alter table comments drop constraint comments_post_id_fkey, drop constraint comments_author_id_fkey;
            insert into users (id, username, email, created_at) overriding system value
            select n, 'user' || n, n || '@example.org', now() from generate_series(1, 100000) n;
            insert into posts (id, title, created_at, user_id) overriding system value
            select n, 'post ' || n, now(), 1 + n % 100000 from generate_series(1, 300000) n;
            insert into comments (id, text, post_id, author_id) overriding system value
            select n, 'comment ' || n, 1 + n % 300000, 1 from generate_series(1, 600000) n;
            analyze
            """).execute().block();
    }

    @ParameterizedTest
    @EnumSource
    void aMillionRowsAreReadIn64Megabytes(Way way) throws Exception {
        Process program = start(way);
        try {
            String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(program.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(program.exitValue()).isZero();
            assertThat(output.strip()).isEqualTo(expected(way).toString());
        } finally {
            program.destroyForcibly();
        }
    }

    private static Process start(Way way) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapProgram.class.getName(),
                        database.url(),
                        way.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Seen expected(Way way) {
        return way == Way.SLOW_IN_A_TRANSACTION
                ? new Seen(0, 0, COMMENTS, upTo(COMMENTS))
                : new Seen(USERS, POSTS, COMMENTS, upTo(USERS) + upTo(POSTS) + upTo(COMMENTS));
    }

    private static long upTo(long last) {
        return last * (last + 1) / 2;
    }
}
