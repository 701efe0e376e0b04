package org.reactiveorm.write;

import java.util.List;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.model.Relation;

/**
 * Rows that are connected by the key that the caller gave, and so are not looked for: the foreign key finds out whether they are
 * there, also if they are removed in the meantime.
 *
 * @param relation the relation, as an error names it
 * @param target the related entity
 */
record Connection(String relation, String target) {

    static Connection of(Relation<?, ?> relation) {
        return new Connection(
                relation.owner() + "." + relation.name(), relation.target().name());
    }

    /** What a broken foreign key means if it is one of these connections; what is deleted is there, and referred to. */
    static OrmException explained(ForeignKeyViolationException error, List<Connection> connections) {
        String sql = error.context().sql();
        if (sql != null && sql.startsWith("delete")) {
            return error;
        }
        for (Connection connection : connections) {
            if (connection.relation().equals(error.context().relation())) {
                return new NotFoundException(
                        "%s%s: there is no %s with the key that was given to connect."
                                .formatted(placeOf(error, connection), connection.relation(), connection.target()),
                        error.context());
            }
        }
        return error;
    }

    /** Which of several rows it is, as the error says before it names the relation. */
    private static String placeOf(ForeignKeyViolationException error, Connection connection) {
        String message = String.valueOf(error.getMessage());
        return message.substring(0, Math.max(0, message.indexOf(connection.relation() + " refers")));
    }
}
