package org.reactiveorm.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The languages of {@code @Where}, {@code @OrderBy} and {@code @Sql}: below each text of a file stands, indented, the code that it
 * becomes, or after {@code !} what is wrong with it. The texts are about {@code texts/source}.
 */
class ShapeTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"where", "order", "sql"})
    void becomesCodeOrAMistakeAtItsPosition(String language) {
        String golden = "texts/" + language + ".txt";
        List<String> texts = Resources.read(golden)
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("    "))
                .toList();
        Translation translation = new Translation(texts, reader(language));
        Compilation compilation = new Compilation();
        Resources.readAll("texts/source").forEach(compilation::with);

        compilation.with(translation).run();

        if (Resources.UPDATE) {
            Resources.write(golden, translation.answer.toString());
        }
        assertThat(translation.answer.toString()).isEqualTo(Resources.read(golden));
    }

    @ParameterizedTest
    @CsvSource({
        "where, app.Author, @From(\"essays\") @Where, java.util.List<Essay>",
        "order, app.Author, @From(\"essays\") @OrderBy, java.util.List<Essay>",
        "sql, app.Essay, @Sql, String"
    })
    void becomesCodeThatCompilesWithoutWarnings(String language, String entity, String annotation, String type) {
        List<String> lines =
                Resources.read("texts/" + language + ".txt").lines().toList();
        StringJoiner components = new StringJoiner(",\n");
        for (int i = 0; i + 1 < lines.size(); i++) {
            boolean isSound = !lines.get(i).isEmpty()
                    && !lines.get(i).startsWith("    ")
                    && !lines.get(i + 1).startsWith("    !");
            if (isSound) {
                components.add(annotation + "(" + Literal.text(lines.get(i)) + ") " + type + " c" + i);
            }
        }
        Compilation compilation = new Compilation();
        Resources.readAll("texts/source").forEach(compilation::with);

        Compilation.Result result = compilation
                .with(
                        "app/All.java",
                        "package app; import org.reactiveorm.annotation.*;\n@Shape(of = %s.class) record All(\n%s) {}"
                                .formatted(entity, components))
                .run();

        assertThat(result.messages()).isEmpty();
        assertThat(components.toString().lines()).hasSizeGreaterThan(8);
    }

    private static BiFunction<String, TextScope, String> reader(String language) {
        return switch (language) {
            case "where" -> (text, scope) -> new WhereText(text, scope).code();
            case "order" -> (text, scope) -> new OrderText(text, scope).code();
            default -> (text, scope) -> new SqlText(text, scope).code();
        };
    }

    /** Translates where the entities are: inside of the compiler. */
    private static final class Translation extends AbstractProcessor {

        private final List<String> texts;
        private final BiFunction<String, TextScope, String> reader;
        private final StringBuilder answer = new StringBuilder();

        Translation(List<String> texts, BiFunction<String, TextScope, String> reader) {
            this.texts = texts;
            this.reader = reader;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (answer.isEmpty()) {
                Context context =
                        new Context(processingEnv.getTypeUtils(), processingEnv.getElementUtils(), Problems.silent());
                EntityCatalog catalog = new EntityCatalog(context);
                TypeElement type = context.elements().getTypeElement("app.Essay");
                EntitySource essay = catalog.source(type).orElseThrow();
                answer.append(texts.stream()
                        .map(text -> translated(
                                text,
                                new TextScope(essay, new PathFinder(context, catalog, "app"), new ShapeParameters())))
                        .collect(Collectors.joining("\n")));
            }
            return false;
        }

        private String translated(String text, TextScope scope) {
            try {
                String code = JavaType.readable(reader.apply(text, scope)).replace("\n", "");
                String parameters = scope.parameters().names().isEmpty()
                        ? ""
                        : "\n    with " + scope.parameters().names();
                return text + "\n    " + code + parameters + "\n";
            } catch (ShapeFault fault) {
                return text + "\n    !" + fault.placed() + "\n";
            }
        }
    }
}
