package org.reactiveorm.processor;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A shape that has been checked.
 *
 * @param names the shape's and the generated type's names
 * @param entity the entity whose properties it names, or null if it is for SQL
 * @param members columns and groups, in the order of the components
 * @param packageTypes the simple names of the package's types
 */
record ShapeDescription(
        EntityNames names, @Nullable EntityNames entity, List<MemberDescription> members, Set<String> packageTypes) {

    ShapeDescription {
        members = List.copyOf(members);
    }

    TypeName type() {
        return names.type();
    }

    List<ColumnDescription> columns() {
        return GroupDescription.columnsOf(members);
    }
}
