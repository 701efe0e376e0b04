package org.reactiveorm.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Java blocks of a Markdown page. Each follows a line {@code <!-- snippet: path/File.java#region -->} that names a
 * region of a test: the lines between {@code // tag::region[]} and {@code // end::region[]}.
 */
record Snippets(Path sources) {

    private static final Pattern BLOCK =
            Pattern.compile("(<!-- snippet: (\\S+)#(\\S+) -->\n)(?:```java\n.*?```\n)?", Pattern.DOTALL);
    private static final Pattern ANY_JAVA = Pattern.compile("```java\n");

    /** The page with every block as the test has it, also one that is not there yet. */
    String refreshed(String page) {
        return BLOCK.matcher(page)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1) + "```java\n" + region(match.group(2), match.group(3)) + "```\n"));
    }

    long named(String page) {
        return BLOCK.matcher(page).results().count();
    }

    long all(String page) {
        return ANY_JAVA.matcher(page).results().count();
    }

    private String region(String file, String name) {
        List<String> lines = lines(sources.resolve(file));
        int start = lines.indexOf(lines.stream()
                .filter(line -> line.strip().equals("// tag::" + name + "[]"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " has no region " + name)));
        List<String> region = lines.subList(start + 1, lines.size()).stream()
                .takeWhile(line -> !line.strip().equals("// end::" + name + "[]"))
                .toList();
        int indent = region.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return region.stream()
                .map(line -> line.isBlank() ? "" : line.substring(indent))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
