package org.reactiveorm.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each directory of {@code good} compiles without a warning to exactly the files of the same directory of {@code expected}. */
class GeneratedSourceTest {

    static List<String> cases() {
        return Resources.names("good");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isWhatIsExpectedAndCompilesWithoutWarnings(String name) {
        Compilation compilation = new Compilation();
        Resources.readAll("good/" + name).forEach(compilation::with);

        Compilation.Result result = compilation.run();

        assertThat(result.messages()).isEmpty();
        if (Resources.UPDATE) {
            result.sources().forEach((path, text) -> Resources.write("expected/" + name + "/" + path, text));
        }
        Map<String, String> expected = Resources.readAll("expected/" + name);
        assertThat(result.sources().keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (path, text) -> assertThat(result.sources().get(path)).as(path).isEqualTo(text));
    }
}
