package org.reactiveorm.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of {@code bad} fails to compile with the mistakes that its lines announce with {@code //!} and a code, and with
 * no other; the text file beside it has the messages.
 */
class MistakesTest {

    private static final Pattern ANNOUNCED = Pattern.compile("//!((?: ORM_\\w+)+)");

    static List<String> cases() {
        return Resources.names("bad");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void areReportedAtTheirLines(String name) {
        String source = Resources.read("bad/" + name);

        // one file has several entities to be read in one glance, which is fine until somebody compiles generated code
        Compilation.Result result = new Compilation()
                .option("-Xlint:-auxiliaryclass")
                .with("app/" + name, source)
                .run();

        assertThat(result.succeeded()).isFalse();
        assertThat(codes(result.messages())).containsExactlyInAnyOrderElementsOf(announced(source));
        String messages = String.join("\n", result.messages()) + "\n";
        String golden = "bad/" + name.replace(".java", ".txt");
        if (Resources.UPDATE) {
            Resources.write(golden, messages);
        }
        assertThat(messages).isEqualTo(Resources.read(golden));
    }

    @Test
    void ofAllEntitiesAreReportedInOneCompilation() {
        Compilation compilation = new Compilation();
        List<String> expected = new ArrayList<>();
        for (String name : List.of("NoId.java", "BadDefault.java", "UnmappedType.java")) {
            String source = Resources.read("bad/" + name);
            compilation.with("app/" + name, source);
            expected.addAll(announced(source));
        }

        assertThat(codes(compilation.run().messages())).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void haveAnExampleForEachCode() {
        Set<String> shown = new TreeSet<>();
        cases().forEach(name -> announced(Resources.read("bad/" + name))
                .forEach(line -> shown.add(line.substring(line.indexOf(' ') + 1))));

        Set<String> all = Arrays.stream(Code.values()).map(Code::name).collect(Collectors.toCollection(TreeSet::new));
        all.remove(Code.ORM_NO_JACKSON.name()); // needs another class path: see OrmProcessorTest

        assertThat(shown).isEqualTo(all);
    }

    @Test
    void doNotBringErrorsAboutMissingGeneratedTypes() {
        Compilation.Result result = new Compilation()
                .with("app/NoId.java", Resources.read("bad/NoId.java"))
                .with("app/Use.java", """
                        package app;
                        import static app.NoId_.NO_ID;
                        class Use { NewNoId draft; Object model() { return NO_ID; } }
                        """)
                .run();

        assertThat(codes(result.messages())).containsExactly("3 ORM_NO_ID");
    }

    private static List<String> announced(String source) {
        List<String> announced = new ArrayList<>();
        String[] lines = source.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher matcher = ANNOUNCED.matcher(lines[i]);
            if (matcher.find()) {
                for (String code : matcher.group(1).strip().split(" ", -1)) {
                    announced.add((i + 1) + " " + code);
                }
            }
        }
        return announced;
    }

    private static List<String> codes(List<String> messages) {
        return messages.stream()
                .map(message -> message.replaceFirst("(?s)line (-?\\d+): \\[(\\w+)\\].*", "$1 $2"))
                .toList();
    }
}
