package org.reactiveorm.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes how a row becomes an entity, and how an entity gets its loaded relations. */
final class ReaderWriter {

    private final EntityDescription entity;
    private final ConstantNames constants;
    private final HandleCode handles;
    private final SourceFile file;
    private final Map<String, Integer> columnIndexes = new HashMap<>();
    private final Map<String, Integer> relationIndexes = new HashMap<>();

    ReaderWriter(EntityDescription entity, ConstantNames constants, SourceFile file) {
        this.entity = entity;
        this.constants = constants;
        this.handles = new HandleCode(entity, constants);
        this.file = file;
        entity.columns().forEach(column -> columnIndexes.put(column.path(), columnIndexes.size()));
        entity.relations().forEach(relation -> relationIndexes.put(relation.name(), relationIndexes.size()));
    }

    void write() {
        file.blank();
        file.open("private static " + entity.type() + " read(" + Library.ROW + " row)");
        if (entity.isRecord()) {
            file.line("return new " + entity.type() + "(" + arguments(entity.members()) + ");");
        } else {
            file.line(entity.type() + " entity = new " + entity.type() + "();");
            entity.members().forEach(member -> file.line(member.access().set("entity", value(member))));
            file.line("return entity;");
        }
        file.close();
        handles.groups().stream().filter(GroupDescription::isNullable).forEach(this::nullableGroup);
        attach();
    }

    private String arguments(List<MemberDescription> members) {
        return members.stream().map(this::value).collect(Collectors.joining(",\n", "\n", ""));
    }

    private String value(MemberDescription member) {
        return member.accept(new MemberDescription.Visitor<String>() {
            @Override
            public String column(ColumnDescription column) {
                return read(column);
            }

            @Override
            public String group(GroupDescription group) {
                return group.isNullable() ? readMethod(group) + "(row)" : construct(group);
            }

            @Override
            public String relation(RelationDescription relation) {
                return constants.notLoaded(relation.name());
            }
        });
    }

    private String read(ColumnDescription column) {
        int index = indexOf(column);
        if (column.type().isPrimitive() && column.mapping().isConstant()) {
            String primitive = column.type().code().toLowerCase(Locale.ROOT);
            return "row.get" + Identifiers.capitalized(primitive) + "(" + index + ")";
        }
        String method = column.nullness().isNullableComponent() ? ".read(row, " : ".require(row, ";
        return handles.typeOf(column) + method + index + ")";
    }

    private int indexOf(ColumnDescription column) {
        return columnIndexes.getOrDefault(column.path(), -1);
    }

    private static String readMethod(GroupDescription group) {
        return "read" + Identifiers.capitalizedPath(group.path());
    }

    private String construct(GroupDescription group) {
        return "new " + group.type() + "("
                + group.members().stream().map(this::value).collect(Collectors.joining(", ")) + ")";
    }

    /** A record that may be missing is missing when all its columns are NULL. */
    private void nullableGroup(GroupDescription group) {
        file.blank();
        file.open("private static " + JavaType.of(group.type()).nullable() + " " + readMethod(group) + "(" + Library.ROW
                + " row)");
        String isMissing = group.columns().stream()
                .map(column -> handles.typeOf(column) + ".read(row, " + indexOf(column) + ") == null")
                .collect(Collectors.joining("\n&& "));
        file.line("return " + isMissing + "\n? null\n: " + construct(group) + ";");
        file.close();
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
