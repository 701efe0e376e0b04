package org.reactiveorm.processor;

import java.util.List;

/**
 * What the names in an annotation's text mean.
 *
 * @param entity the entity that they are names of
 * @param paths finds them
 * @param parameters the parameters of the shape; those that a text names are added
 */
record TextScope(EntitySource entity, PathFinder paths, ShapeParameters parameters) {

    TextScope of(EntitySource other) {
        return new TextScope(other, paths, parameters);
    }

    /** A column, of this entity or of one that relations lead to. */
    ColumnTerm column(Token path) {
        try {
            PropertyPath property = paths.property(entity, path.text());
            if (property.property() instanceof ColumnDescription column) {
                return new ColumnTerm(property, column);
            }
            throw ShapeFault.of("%s is a record of several columns. Name one of them: %s."
                    .formatted(property.label(), String.join(", ", ForeignKeyReader.paths(property.columns()))));
        } catch (ShapeFault fault) {
            throw fault.at(path.position());
        }
    }

    /** The relations that a path of relations alone leads over; empty if it is another path. */
    List<PathStep> relations(Token path) {
        try {
            return paths.relations(entity, path.text());
        } catch (ShapeFault fault) {
            throw fault.at(path.position());
        }
    }

    /** The value of a parameter as the column has it. */
    String argument(Token parameter, ColumnTerm column) {
        parameters.add(parameter, column);
        return "arguments.value(" + Literal.text(parameter.text()) + ", " + column.handle() + ")";
    }

    /** The value of a parameter as it was given. */
    String argument(Token parameter) {
        parameters.add(parameter);
        return "arguments.value(" + Literal.text(parameter.text()) + ")";
    }
}
