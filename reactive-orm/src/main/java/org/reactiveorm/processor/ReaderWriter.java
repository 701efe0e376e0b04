package org.reactiveorm.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes how a row becomes an entity, and how an entity gets its loaded relations. */
final class ReaderWriter {

    private final EntityDescription entity;
    private final RowCode rows;
    private final SourceFile file;
    private final Map<String, Integer> relationIndexes = new HashMap<>();

    ReaderWriter(EntityDescription entity, RowCode rows, SourceFile file) {
        this.entity = entity;
        this.rows = rows;
        this.file = file;
        entity.relations().forEach(relation -> relationIndexes.put(relation.name(), relationIndexes.size()));
    }

    void write() {
        file.blank();
        file.open("private static " + entity.type() + " read(" + Library.ROW + " row)");
        if (entity.isRecord()) {
            file.line("return new " + entity.type() + "(" + rows.arguments() + ");");
        } else {
            file.line(entity.type() + " entity = new " + entity.type() + "();");
            entity.members().forEach(member -> file.line(member.access().set("entity", rows.value(member))));
            file.line("return entity;");
        }
        file.close();
        rows.nullableGroups(file);
        attach();
    }

    private void attach() {
        file.blank();
        file.open("private static " + entity.type() + " attach(" + entity.type() + " entity, " + Library.HANDLES
                + " handles)");
        if (entity.isRecord() && !relationIndexes.isEmpty()) {
            file.line("return new " + entity.type() + "("
                    + entity.members().stream().map(this::attached).collect(Collectors.joining(",\n", "\n", ""))
                    + ");");
        } else {
            entity.relations().forEach(relation -> file.line(relation.access().set("entity", attached(relation))));
            file.line("return entity;");
        }
        file.close();
    }

    private String attached(MemberDescription member) {
        String current = member.access().get("entity");
        Integer index = relationIndexes.get(member.name());
        return index == null ? current : "handles.get(" + index + ", " + current + ")";
    }
}
