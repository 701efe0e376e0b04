package org.reactiveorm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the ceilings against the library's main sources, and against one planted violation of each. */
class SourceRulesTest {

    private static final Path MAIN = Path.of("src/main/java");

    @Test
    void theLibraryKeepsEveryCeiling() throws IOException {
        List<SourceRules.Source> sources = new ArrayList<>();
        try (var files = Files.walk(MAIN)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.add(new SourceRules.Source(MAIN.relativize(file).toString(), Files.readString(file)));
            }
        }
        assertThat(sources).isNotEmpty();
        assertThat(SourceRules.brokenIn(sources)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public class A {}                                                | A is public and has no Javadoc
            /** . */ public interface A { void f(); }                        | f is public and has no Javadoc
            /** . */ public class A { public void f() {} }                   | f is public and has no Javadoc
            /** . */ public class A { /** . */ public void f(boolean b) {} } | f is public and takes a boolean
            class A { void f(int a, int b, int c, int d, int e) {} }         | f has more than 4 parameters
            record A(int a, int b, int c, int d, int e, int f, int g, int h) {} | A has more than 7 components
            class A { /* TODO */ }                                           | leaves something to do
            """)
    void findsEachPlantedViolation(String source, String sentence) {
        assertThat(SourceRules.brokenIn("A.java", source))
                .singleElement()
                .asString()
                .endsWith(sentence);
    }

    @Test
    void findsLongFilesAndLongMethods() {
        assertThat(SourceRules.brokenIn("A.java", "class A { void f() {" + "\n".repeat(401) + "} }"))
                .containsExactlyInAnyOrder("A.java has more than 400 lines", "A.java:1 f has more than 40 lines");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /** . */ public record A(int a, boolean b, int c, int d, int e) { public A {} }
            class A { public void f() {} }
            /** . */ public interface A { private void f() {} }
            /** . */ public class A { @Override public boolean equals(Object o) { return true; } }
            """)
    void letsPassWhatIsAllowed(String source) {
        assertThat(SourceRules.brokenIn("A.java", source)).isEmpty();
    }
}
