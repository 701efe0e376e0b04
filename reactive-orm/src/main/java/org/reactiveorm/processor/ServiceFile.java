package org.reactiveorm.processor;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/** A list of providers in {@code META-INF/services}, which keeps what earlier incremental compilations put there. */
final class ServiceFile {

    private final String path;
    private final Set<String> providers = new TreeSet<>();

    ServiceFile(TypeName service) {
        this.path = "META-INF/services/" + service.qualifiedName();
    }

    void add(TypeName provider) {
        providers.add(provider.binaryName());
    }

    /** Writes the list, with the earlier entries that {@code isAlive}. */
    void write(Filer filer, Predicate<String> isAlive) throws IOException {
        if (providers.isEmpty()) {
            return;
        }
        earlier(filer).stream().filter(isAlive).forEach(providers::add);
        try (Writer writer =
                filer.createResource(StandardLocation.CLASS_OUTPUT, "", path).openWriter()) {
            for (String provider : providers) {
                writer.write(provider + "\n");
            }
        }
    }

    private Set<String> earlier(Filer filer) {
        Set<String> earlier = new TreeSet<>();
        try {
            filer.getResource(StandardLocation.CLASS_OUTPUT, "", path)
                    .getCharContent(true)
                    .toString()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(earlier::add);
        } catch (FileNotFoundException | NoSuchFileException firstCompilation) {
            return earlier;
        } catch (IOException | IllegalArgumentException unreadable) { // some file managers refuse what is not there
            return earlier;
        }
        return earlier;
    }
}
