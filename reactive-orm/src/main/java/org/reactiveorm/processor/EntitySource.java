package org.reactiveorm.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * An entity of which everything but the relations has been read.
 *
 * @param element the class
 * @param names its and the generated types' names
 * @param table its table
 * @param members the members in order
 * @param columns columns and groups by name; those with mistakes are missing
 * @param relations relations by name; those with mistakes are missing
 * @param idName the id's name, empty if there is none
 */
record EntitySource(
        TypeElement element,
        EntityNames names,
        TableDescription table,
        List<Member> members,
        Map<String, MemberDescription> columns,
        Map<String, RelationSource> relations,
        String idName) {

    String simpleName() {
        return names.simpleName();
    }

    /** All columns by their paths, in order. */
    Map<String, ColumnDescription> columnsByPath() {
        Map<String, ColumnDescription> byPath = new LinkedHashMap<>();
        GroupDescription.columnsOf(List.copyOf(columns.values())).forEach(column -> byPath.put(column.path(), column));
        return byPath;
    }

    /** The columns with these paths; those with mistakes are missing. */
    List<ColumnDescription> columns(List<String> paths) {
        Map<String, ColumnDescription> byPath = columnsByPath();
        return paths.stream().filter(byPath::containsKey).map(byPath::get).toList();
    }

    /** The class of the id, boxed; {@code Object} if it has mistakes. */
    String idType() {
        MemberDescription id = columns.get(idName);
        return id == null ? Library.java("Object").toString() : id.valueType();
    }

    /** The columns of the id; empty if it has mistakes. */
    List<ColumnDescription> idColumns() {
        return Optional.ofNullable(columns.get(idName))
                .map(id -> GroupDescription.columnsOf(List.of(id)))
                .orElse(List.of());
    }
}
