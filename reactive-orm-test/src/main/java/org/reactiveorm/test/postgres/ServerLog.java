package org.reactiveorm.test.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where an embedded server writes, in place of the log of the tests, which every statement that fails on purpose would
 * fill otherwise.
 */
record ServerLog(Path file) {

    private static final int LAST_LINES = 15;

    static ServerLog create() {
        try {
            Path file = Files.createTempFile("orm-test-postgres", ".log");
            file.toFile().deleteOnExit();
            return new ServerLog(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("The temporary directory can not be written", failure);
        }
    }

    Redirect redirect() {
        return Redirect.appendTo(file.toFile());
    }

    String lastWords() {
        try {
            // Not strictly decoded: a server speaks the encoding of its machine.
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException failure) {
            return "(cannot be read: " + failure.getMessage() + ")";
        }
    }
}
