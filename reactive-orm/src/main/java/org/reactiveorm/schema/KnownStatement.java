package org.reactiveorm.schema;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.sql.Sql;

/**
 * A statement of the caller.
 *
 * @param sql the statement with values, of which the types matter only
 * @param target what a row is read into, for messages
 * @param reader makes a reader of its rows, or null if they are counted only
 */
public record KnownStatement(
        Sql sql, String target, @Nullable Supplier<? extends RowReader<?>> reader) {

    /** A statement whose rows are counted and not read. */
    public static KnownStatement counted(Sql sql) {
        return new KnownStatement(sql, "a number of rows", null);
    }
}
