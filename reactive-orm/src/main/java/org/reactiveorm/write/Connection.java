package org.reactiveorm.write;

import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;

/**
 * Rows that are connected by the key that the caller gave, and so are not looked for: the foreign key finds out whether they are
 * there, also if they are removed in the meantime.
 *
 * @param relation the relation, for messages
 * @param target the related entity
 * @param key the foreign key, in the names that an error has for it
 */
record Connection(String relation, String target, List<String> key) {

    /** By a foreign key of the entity itself. */
    static <E> Connection byKey(Relation<E, ?> relation) {
        return new Connection(
                label(relation),
                relation.target().name(),
                relation.sourceKey().stream().<String>map(Property::name).toList());
    }

    /** By columns of a join table. */
    static Connection byJoinTable(Relation<?, ?> relation, List<String> columns) {
        return new Connection(label(relation), relation.target().name(), columns);
    }

    private static String label(Relation<?, ?> relation) {
        return relation.owner() + "." + relation.name();
    }

    /** What a broken foreign key means if it is one of these connections; what is deleted is there, and referred to. */
    static OrmException explained(ForeignKeyViolationException error, List<Connection> connections) {
        String sql = error.context().sql();
        if (sql != null && sql.startsWith("delete")) {
            return error;
        }
        for (Connection connection : connections) {
            if (connection.key().equals(error.context().properties())) {
                ErrorContext context = error.context();
                return new NotFoundException(
                        "%s: there is no %s with the key that was given to connect."
                                .formatted(connection.relation(), connection.target()),
                        context);
            }
        }
        return error;
    }
}
