package org.reactiveorm.test.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ServerLifetimeIT {

    @Test
    void theServerEndsWithAProgramThatIsDone() throws Exception {
        endsWith(program -> program.getOutputStream().close());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be asked to end there, only killed")
    void theServerEndsWithAProgramThatIsInterrupted() throws Exception {
        endsWith(Process::destroy);
    }

    private static void endsWith(End end) throws Exception {
        Process program = start();
        try {
            String url = url(program);
            assertThat(Sql.query(url, "select count(*) from t")).containsExactly("0");
            List<String> server = Sql.query(url, "select current_setting('data_directory')");

            end.of(program);

            assertThat(program.waitFor(30, TimeUnit.SECONDS))
                    .as("the program ends")
                    .isTrue();
            assertThatThrownBy(() -> Sql.query(url, "select 1")).hasMessageContaining("Cannot connect");
            assertThat(Path.of(server.get(0))).doesNotExist();
        } finally {
            program.destroyForcibly();
        }
    }

    private static Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-D" + Settings.KIND + "=embedded",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProgram.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Waits for the line with the URL, and shows the other lines if there is none. */
    private static String url(Process program) {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
        List<String> lines =
                output.lines().takeWhile(line -> !line.isEmpty()).limit(1).collect(Collectors.toList());
        assertThat(lines).singleElement().asString().startsWith("url ");
        return lines.get(0).substring("url ".length());
    }

    private interface End {
        void of(Process program) throws IOException;
    }
}
