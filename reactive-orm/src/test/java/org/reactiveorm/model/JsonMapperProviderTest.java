package org.reactiveorm.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** In a class loader of its own, because the mapper is found once. */
class JsonMapperProviderTest {

    /** Writes in a way that can be told from the default's. */
    public static final class Indenting implements JsonMapperProvider {

        @Override
        public JsonMapper mapper() {
            return JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
        }
    }

    @Test
    void aProviderOfTheClassPathMakesTheMapper(@TempDir Path directory) throws Exception {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(JsonMapperProvider.class.getName()), Indenting.class.getName());

        assertThat(written(directory)).contains("\n");
    }

    @Test
    void withoutAProviderThereIsAMapper(@TempDir Path directory) throws Exception {
        assertThat(written(directory)).isEqualTo("{\"a\":1}");
    }

    private static String written(Path directory) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader isolated =
                new URLClassLoader(classPathWith(directory), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(isolated);
            Object type = isolated.loadClass(ColumnTypes.class.getName())
                    .getMethod("jsonNode")
                    .invoke(null);
            Class<?> columnType = isolated.loadClass(ColumnType.class.getName());
            Object node = columnType.getMethod("parse", String.class).invoke(type, "{\"a\": 1}");
            return (String) columnType.getMethod("encode", Object.class).invoke(type, node);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] classPathWith(Path directory) throws MalformedURLException {
        Stream<Path> own = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
        Path[] all = Stream.concat(Stream.of(directory), own).toArray(Path[]::new);
        URL[] urls = new URL[all.length];
        for (int i = 0; i < all.length; i++) {
            urls[i] = all[i].toUri().toURL();
        }
        return urls;
    }
}
