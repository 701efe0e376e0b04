package org.reactiveorm.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The code that reads members from a row, by the index of their columns. */
final class RowCode {

    private final List<MemberDescription> members;
    private final ConstantNames constants;
    private final Map<String, Integer> indexes = new HashMap<>();

    RowCode(List<MemberDescription> members, ConstantNames constants) {
        this.members = members;
        this.constants = constants;
        GroupDescription.columnsOf(members).forEach(column -> indexes.put(column.path(), indexes.size()));
    }

    /** The groups, also those in groups. */
    List<GroupDescription> groups() {
        List<GroupDescription> groups = new ArrayList<>();
        collectGroups(members, groups);
        return groups;
    }

    private static void collectGroups(List<MemberDescription> members, List<GroupDescription> groups) {
        for (MemberDescription member : members) {
            if (member instanceof GroupDescription group) {
                groups.add(group);
                collectGroups(group.members(), groups);
            }
        }
    }

    /** The constants that hold the column types which the library has no constant for. */
    void typeConstants(SourceFile file) {
        for (ColumnDescription column : GroupDescription.columnsOf(members)) {
            Mapping mapping = column.mapping();
            Mapping element = mapping.element();
            if (element != null && !element.isConstant()) {
                String name = constants.element(column.path());
                constant(file, name, element);
                mapping = mapping.as(mapping.expression().replace(element.expression(), name));
            }
            if (!mapping.isConstant()) {
                constant(file, constants.type(column.path()), mapping);
            }
        }
    }

    private static void constant(SourceFile file, String name, Mapping mapping) {
        file.blank();
        file.line("private static final " + Library.COLUMN_TYPE + "<"
                + mapping.type().boxed() + "> " + name + " =\n" + mapping.expression() + ";");
    }

    /** The column's {@code ColumnType}. */
    String typeOf(ColumnDescription column) {
        return column.mapping().isConstant() ? column.mapping().expression() : constants.type(column.path());
    }

    /** Reads the arguments of a constructor with these members. */
    String arguments() {
        return members.stream().map(this::value).collect(Collectors.joining(",\n", "\n", ""));
    }

    /** Reads one member. */
    String value(MemberDescription member) {
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
        return typeOf(column) + method + index + ")";
    }

    private int indexOf(ColumnDescription column) {
        return indexes.getOrDefault(column.path(), -1);
    }

    private static String readMethod(GroupDescription group) {
        return "read" + Identifiers.capitalizedPath(group.path());
    }

    private String construct(GroupDescription group) {
        return "new " + group.type() + "("
                + group.members().stream().map(this::value).collect(Collectors.joining(", ")) + ")";
    }

    /** The methods that read records which may be missing: they are when all their columns are NULL. */
    void nullableGroups(SourceFile file) {
        groups().stream().filter(GroupDescription::isNullable).forEach(group -> {
            file.blank();
            file.open("private static " + JavaType.of(group.type()).nullable() + " " + readMethod(group) + "("
                    + Library.ROW + " row)");
            String isMissing = group.columns().stream()
                    .map(column -> typeOf(column) + ".read(row, " + indexOf(column) + ") == null")
                    .collect(Collectors.joining("\n&& "));
            file.line("return " + isMissing + "\n? null\n: " + construct(group) + ";");
            file.close();
        });
    }
}
