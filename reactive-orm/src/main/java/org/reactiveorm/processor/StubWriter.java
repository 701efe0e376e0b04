package org.reactiveorm.processor;

import java.util.Set;

/**
 * Writes empty types in place of those of an entity with mistakes, so that the compiler reports the mistakes alone and not
 * every use of the missing types too. The compilation fails anyway.
 */
final class StubWriter {

    private final EntityNames names;

    StubWriter(EntityNames names) {
        this.names = names;
    }

    SourceFile model() {
        SourceFile file = new SourceFile(names.model(), Set.of());
        file.open(names.visibility() + "final class " + names.model());
        file.line("public static final " + names.model() + " " + names.constant() + " = new " + names.model() + "();");
        file.close();
        return file;
    }

    SourceFile builder() {
        SourceFile file = new SourceFile(names.builder(), Set.of());
        file.line(names.visibility() + "final class " + names.builder() + " {}");
        return file;
    }
}
