package org.reactiveorm.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sources of the golden tests. {@code -Dgolden.update=true} writes what is expected anew, to be reviewed as a change. */
final class Resources {

    static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private static final Path ROOT = Path.of("src/test/resources/processor");

    private Resources() {}

    static List<String> names(String directory) {
        try (Stream<Path> entries = Files.list(ROOT.resolve(directory))) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files below a directory by their path within it. */
    static Map<String, String> readAll(String directory) {
        Map<String, String> files = new TreeMap<>();
        Path root = ROOT.resolve(directory);
        if (!Files.isDirectory(root)) {
            return files;
        }
        try (Stream<Path> entries = Files.walk(root)) {
            for (Path file : entries.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static void write(String path, String text) {
        try {
            Files.createDirectories(ROOT.resolve(path).getParent());
            Files.writeString(ROOT.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
