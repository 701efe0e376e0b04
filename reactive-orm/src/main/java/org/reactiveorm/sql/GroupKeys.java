package org.reactiveorm.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.GroupKey;

/**
 * What the rows of a statement are grouped by. A key is written the same way wherever it stands, with the same parameters:
 * the server takes {@code date_trunc($1, x)} and {@code date_trunc($2, x)} for different things.
 */
final class GroupKeys {

    /** Of a statement that groups nothing. */
    static final GroupKeys NONE = new GroupKeys(List.of());

    private final List<? extends Expression<?, ?>> keys;
    private final Map<Expression<?, ?>, String> written;

    GroupKeys(List<? extends Expression<?, ?>> keys) {
        this.keys = keys;
        this.written = keys.isEmpty() ? Map.of() : new HashMap<>();
    }

    /** Writes a key that a clause uses. */
    <E> SqlWriter write(SqlWriter writer, GroupKey<E, ?> key, ExpressionRenderer<E> rows) {
        if (!keys.contains(key.expression())) {
            throw new InvalidQueryException(
                    "%s is no key of the group, whose keys are %s. Add it to groupBy(…), or use an aggregate of it."
                            .formatted(key, keys.stream().map(GroupKey::new).toList()),
                    ErrorContext.none());
        }
        return write(writer, key.expression(), rows);
    }

    <E> SqlWriter write(SqlWriter writer, Expression<E, ?> key, ExpressionRenderer<E> rows) {
        @Nullable String known = written.get(key);
        if (known != null) {
            return writer.append(known);
        }
        int start = writer.length();
        rows.write(key);
        written.put(key, writer.since(start));
        return writer;
    }
}
