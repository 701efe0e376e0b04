package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Slip_.SLIP;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.semantics.SmallHeapInsertProgram.Way;
import org.reactiveorm.test.OrmExtension;

/** New rows of more than 100 MB, in JVMs whose heap is half of that. */
@Timeout(300)
class SmallHeapInsertIT {

    @RegisterExtension
    static final OrmExtension database =
            OrmExtension.postgres().withSchemaOf(SLIP).perTest();

    @ParameterizedTest
    @EnumSource
    void moreRowsAreInsertedThan64MegabytesHold(Way way) throws Exception {
        Process program = start(way);
        try {
            String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(program.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(program.exitValue()).isZero();
            assertThat(output.strip()).isEqualTo("" + SmallHeapInsertProgram.ROWS);
        } finally {
            program.destroyForcibly();
        }
        assertThat(database.orm().find(SLIP).count().block()).isEqualTo(SmallHeapInsertProgram.ROWS);
    }

    private static Process start(Way way) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapInsertProgram.class.getName(),
                        database.url(),
                        way.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
