package org.reactiveorm.processor;

import java.util.List;
import java.util.stream.Stream;

/**
 * A property of an entity, or of one that relations to one row lead to.
 *
 * @param steps the relations on the way
 * @param owner the entity that has the property
 * @param property a column or a group
 * @param absence whether there may be no value
 */
record PropertyPath(List<PathStep> steps, EntitySource owner, MemberDescription property, Absence absence) {

    PropertyPath {
        steps = List.copyOf(steps);
    }

    /** {@code Post.author.name}, for messages. */
    String label() {
        String root = (steps.isEmpty() ? owner : steps.get(0).entity()).simpleName();
        return String.join(
                ".",
                Stream.of(
                                Stream.of(root),
                                steps.stream().map(step -> step.relation().name()),
                                Stream.of(pathOfProperty()))
                        .flatMap(part -> part)
                        .toList());
    }

    private String pathOfProperty() {
        return property.accept(new MemberDescription.Visitor<String>() {
            @Override
            public String column(ColumnDescription column) {
                return column.path();
            }

            @Override
            public String group(GroupDescription group) {
                return group.path();
            }

            @Override
            public String relation(RelationDescription relation) {
                return relation.name();
            }
        });
    }

    /** The columns of the property. */
    List<ColumnDescription> columns() {
        return GroupDescription.columnsOf(List.of(property));
    }

    /** The typed column itself: {@code USER.name}. */
    String column(ColumnDescription column) {
        return column.handle(owner.names().type(), handle(column));
    }

    private String handle(ColumnDescription column) {
        return owner.names().modelConstant() + "." + column.path();
    }

    /** The value as an expression of the first entity: {@code POST.author.get(USER.name)}. */
    String code(ColumnDescription column) {
        String code = handle(column);
        for (int i = steps.size() - 1; i >= 0; i--) {
            code = steps.get(i).code() + ".get(" + code + ")";
        }
        return code;
    }
}
