package org.reactiveorm.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every Java snippet of the documentation is a region of a test. Run with {@code -Ddocs.update} to write the regions into
 * the pages.
 */
class DocumentationTest {

    private static final Path ROOT = Path.of("..");
    private static final Snippets SNIPPETS = new Snippets(Path.of("src/test/java/org/reactiveorm"));

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                    Stream.of(ROOT.resolve("README.md")),
                    docs.filter(page -> page.toString().endsWith(".md")).sorted().toList().stream());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void snippetsAreRegionsOfTests(Path page) throws IOException {
        String text = Files.readString(page);
        String refreshed = SNIPPETS.refreshed(text);
        if (System.getProperty("docs.update") != null) {
            Files.writeString(page, refreshed);
            return;
        }
        assertThat(text).isEqualTo(refreshed);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyJavaBlockNamesItsRegion(Path page) throws IOException {
        String text = Files.readString(page);
        assertThat(SNIPPETS.named(text)).isEqualTo(SNIPPETS.all(text));
    }
}
