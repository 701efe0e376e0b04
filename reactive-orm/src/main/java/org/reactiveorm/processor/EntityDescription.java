package org.reactiveorm.processor;

import java.util.List;
import java.util.Set;

/**
 * An entity that has been checked.
 *
 * @param names the entity's and the generated types' names
 * @param isRecord whether it is made by its constructor, not by setters
 * @param table the table
 * @param idName the component that is the id
 * @param members all components or fields, in the order of declaration
 * @param keys the primary key, then unique constraints and indexes
 * @param packageTypes the simple names of the package's types
 */
record EntityDescription(
        EntityNames names,
        boolean isRecord,
        TableDescription table,
        String idName,
        List<MemberDescription> members,
        List<KeyDescription> keys,
        Set<String> packageTypes) {

    EntityDescription {
        members = List.copyOf(members);
        keys = List.copyOf(keys);
    }

    TypeName type() {
        return names.type();
    }

    /** All columns in the order of the select list. */
    List<ColumnDescription> columns() {
        return GroupDescription.columnsOf(members);
    }

    List<RelationDescription> relations() {
        return members.stream()
                .filter(RelationDescription.class::isInstance)
                .map(RelationDescription.class::cast)
                .toList();
    }

    /** The id: a column, or a group for a composite one. */
    MemberDescription id() {
        return members.stream()
                .filter(member -> member.name().equals(idName))
                .findFirst()
                .orElseThrow();
    }
}
