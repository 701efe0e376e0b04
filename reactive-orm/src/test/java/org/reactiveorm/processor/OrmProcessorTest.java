package org.reactiveorm.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrmProcessorTest {

    private static final String SERVICE = "META-INF/services/org.reactiveorm.query.EntityProvider";
    private static final String IMPORTS =
            "package app; import org.reactiveorm.annotation.*; import org.reactiveorm.model.Many; import org.reactiveorm.model.One; import org.jspecify.annotations.Nullable; ";

    @Test
    void writesTheSameForTheSameSourcesInAnyOrder() {
        Map<String, String> sources = Resources.readAll("good/blog");
        List<String> shuffled = new ArrayList<>(sources.keySet());
        Collections.shuffle(shuffled, new Random(1));
        Compilation first = new Compilation();
        sources.forEach(first::with);
        Compilation second = new Compilation();
        shuffled.forEach(path -> second.with(path, sources.get(path)));

        Map<String, String> files = first.run().files();

        assertThat(files)
                .containsKey(SERVICE)
                .isEqualTo(first.run().files())
                .isEqualTo(second.run().files());
    }

    @Test
    void generatesCodeForNullMarkedPackages() {
        Compilation compilation =
                new Compilation().with("app/package-info.java", "@org.jspecify.annotations.NullMarked package app;");
        Resources.readAll("good/blog").forEach(compilation::with);

        assertThat(compilation.run().messages()).isEmpty();
    }

    @Test
    void generatesCodeForTheWidestEntities() {
        StringBuilder wide = new StringBuilder(IMPORTS + "@Entity public class Wide { @Id @Generated long id;");
        StringBuilder other = new StringBuilder(IMPORTS + "@Entity public record Other(@Id long id");
        for (int i = 0; i < 100; i++) {
            wide.append("String text%d; long key%dId; @BelongsTo One<Other> key%d;".formatted(i, i, i));
            wide.append(
                    "@org.jspecify.annotations.Nullable Integer number%d; @HasMany(mappedBy = \"w%d\") Many<Back> backs%d;"
                            .formatted(i, i, i));
        }
        StringBuilder back = new StringBuilder(IMPORTS + "@Entity public class Back { @Id long id;");
        for (int i = 0; i < 100; i++) {
            back.append("long w%dId; @BelongsTo One<Wide> w%d;".formatted(i, i));
        }

        Compilation.Result result = new Compilation()
                .with("app/Wide.java", wide + "}")
                .with("app/Other.java", other + ") {}")
                .with("app/Back.java", back + "}")
                .run();

        assertThat(result.messages()).isEmpty();
        assertThat(result.files()).containsKeys("app/Wide_.class", "app/NewWide.class");
        assertThat(Duration.ofNanos(result.processingNanos())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void processesAHundredEntitiesInTwoSeconds() {
        Compilation compilation = new Compilation().option("-proc:only");
        for (int i = 0; i < 100; i++) {
            compilation.with("app/E%d.java".formatted(i), IMPORTS + """
                            @Entity public record E%d(@Id @Generated long id, @Unique String name, boolean flag, int a, int b,
                                    java.time.Instant at, java.math.BigDecimal amount, java.util.List<String> tags,
                                    long nextId, @BelongsTo One<E%d> next, Many<E%d> previous) {}
                            """.formatted(i, (i + 1) % 100, (i + 99) % 100));
        }
        Compilation.Result result = compilation.run();

        assertThat(result.messages()).isEmpty();
        assertThat(Duration.ofNanos(result.processingNanos())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void isDeclaredToBuildToolsAsAggregating() throws IOException {
        assertThat(classPathResource("META-INF/gradle/incremental.annotation.processors"))
                .isEqualToIgnoringWhitespace(OrmProcessor.class.getName() + ",aggregating");
        assertThat(classPathResource("META-INF/services/javax.annotation.processing.Processor"))
                .isEqualToIgnoringWhitespace(OrmProcessor.class.getName());
    }

    private static String classPathResource(String name) throws IOException {
        try (var stream = OrmProcessor.class.getClassLoader().getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void reportsJsonWithoutJackson() {
        String withoutJackson = Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
                .filter(entry -> !entry.contains("jackson"))
                .reduce((left, right) -> left + java.io.File.pathSeparator + right)
                .orElseThrow();

        Compilation.Result result = new Compilation()
                .option("-classpath", withoutJackson)
                .with(
                        "app/Doc.java",
                        IMPORTS + "@Entity record Doc(@Id long id,\n@Json java.util.Map<String, String> body) {}")
                .run();

        assertThat(result.messages()).singleElement().asString().startsWith("line 2: [ORM_NO_JACKSON]");
    }

    @Test
    void relatesEntitiesOfTheClassPathAndKeepsTheirProviders(@TempDir Path directory) throws IOException {
        write(
                directory,
                "User",
                IMPORTS + "@Entity public record User(@Id @Generated long id, @Nullable String nick) {}");
        write(directory, "Old", IMPORTS + "@Entity public record Old(@Id long id) {}");
        assertThat(compile(directory, "User", "Old")).isEmpty();
        assertThat(Files.readAllLines(directory.resolve(SERVICE)))
                .containsExactly("app.Old_$Provider", "app.User_$Provider");

        Files.delete(directory.resolve("app/Old.class"));
        Files.delete(directory.resolve("app/Old.java"));
        write(
                directory,
                "Post",
                IMPORTS
                        + "@Entity public record Post(@Id @Generated long id, long userId, @BelongsTo One<User> user) {}");

        assertThat(compile(directory, "Post")).isEmpty();
        assertThat(Files.readAllLines(directory.resolve(SERVICE)))
                .containsExactly("app.Post_$Provider", "app.User_$Provider");
    }

    @Test
    void nestsShapesOfTheClassPathAndOfOtherPackages(@TempDir Path directory) throws IOException {
        write(
                directory,
                "User",
                IMPORTS + "@Entity public record User(@Id long id, @Nullable String nick, Many<Post> posts) {}");
        write(
                directory,
                "Post",
                IMPORTS
                        + "@Entity public record Post(@Id long id, String title, @Nullable Long userId, @BelongsTo One<User> user) {}");
        write(
                directory,
                "PostTitle",
                IMPORTS
                        + "@Shape(of = Post.class) public record PostTitle(@Sql(\"{title} || {:end}\") String title) {}");
        assertThat(compile(directory, "User", "Post", "PostTitle")).isEmpty();

        write(directory, "../web/Page", """
                package web; import org.reactiveorm.annotation.*; import org.jspecify.annotations.Nullable;
                @Shape(of = app.User.class) record Page(@Nullable String nick, java.util.List<app.PostTitle> posts,
                        @From("posts") java.util.List<app.Post> all) {}
                """);
        write(directory, "../web/Owned", """
                package web; import org.reactiveorm.annotation.*; import org.jspecify.annotations.Nullable;
                @Shape(of = app.Post.class) record Owned(
                        @Nullable String userNick, app.@Nullable User user, String title) {}
                """);

        assertThat(compile(directory, "../web/Page", "../web/Owned")).isEmpty();
        assertThat(Files.readString(directory.resolve("web/Page_.java")))
                .contains("PostTitle_.fetch(arguments)", ".with(PostTitle_.SHAPE)");

        write(directory, "../web/Sure", """
                package web; import org.reactiveorm.annotation.*;
                @Shape(of = app.Post.class) record Sure(String userNick, app.User user) {}
                """);
        boolean seesNullnessInClassFiles = Runtime.version().feature() >= 22;
        assertThat(compile(directory, "../web/Sure").contains("ORM_SHAPE_TYPE")).isEqualTo(seesNullnessInClassFiles);
    }

    @Test
    void refusesAShapeThatAShapeOfTheClassPathContains(@TempDir Path directory) throws IOException {
        write(
                directory,
                "Node",
                IMPORTS
                        + "@Entity public record Node(@Id long id, @Nullable Long upId, @BelongsTo One<Node> up, @HasMany(mappedBy = \"up\") Many<Node> down) {}");
        write(directory, "Top", IMPORTS + "@Shape(of = Node.class) public record Top(long id) {}");
        write(
                directory,
                "Middle",
                IMPORTS
                        + "@Shape(of = Node.class) public record Middle(java.util.List<Top> down, @From(\"down\") java.util.List<Top> more) {}");
        assertThat(compile(directory, "Node", "Top", "Middle")).isEmpty();

        write(directory, "Top", IMPORTS + "@Shape(of = Node.class) public record Top(java.util.List<Middle> down) {}");

        assertThat(compile(directory, "Top")).contains("[ORM_SHAPE_CYCLE] Top.down: Middle would contain itself");
    }

    @Test
    void refusesShapesThatOtherPackagesCanNotSee(@TempDir Path directory) throws IOException {
        write(directory, "Tag", IMPORTS + "@Entity record Tag(@Id long id, long userId, @BelongsTo One<User> user) {}");
        write(
                directory,
                "User",
                IMPORTS
                        + "@Entity public record User(@Id long id, Many<Tag> tags, long friendId, @BelongsTo One<User> friend, Many<User> friends) {}");
        write(directory, "UserId", IMPORTS + "@Shape(of = User.class) record UserId(long id) {}");
        assertThat(compile(directory, "User", "Tag", "UserId")).isEmpty();

        write(directory, "../web/Page", """
                package web; import org.reactiveorm.annotation.*;
                @Shape(of = app.User.class)
                record Page(@Count("tags") long tags) {}
                """);
        assertThat(compile(directory, "../web/Page"))
                .contains(
                        "Page.java:3: error: [ORM_SHAPE_RELATION] Page.tags: @Count: User.tags leads to Tag, which is not public: only shapes of its package can use the relation.");

        write(directory, "../web/Hidden", """
                package web; import org.reactiveorm.annotation.*;
                @Shape(of = app.User.class)
                record Hidden(@From("friends") java.util.List<app.UserId> ids) {}
                """);
        assertThat(compile(directory, "../web/Hidden"))
                .contains("Hidden.java:3: error: UserId is not public in app; cannot be accessed from outside package");
    }

    private static void write(Path directory, String name, String source) throws IOException {
        Path file = directory.resolve("app/" + name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
    }

    /** Compiles on disk, where the second compilation finds what the first has left. */
    private static String compile(Path directory, String... names) {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xlint:all,-processing",
                "-Werror",
                "-d",
                directory.toString(),
                "-cp",
                System.getProperty("java.class.path") + java.io.File.pathSeparator + directory,
                "-processor",
                OrmProcessor.class.getName()));
        for (String name : names) {
            arguments.add(directory.resolve("app/" + name + ".java").toString());
        }
        var errors = new java.io.ByteArrayOutputStream();
        javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, errors, arguments.toArray(String[]::new));
        return errors.toString(StandardCharsets.UTF_8);
    }
}
