package org.reactiveorm.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an error happened, as far as it is known. What is not known for sure is left out, never guessed.
 *
 * @param entity the simple name of the entity, or null
 * @param sql the statement's text with placeholders, never its values, or null when nothing was sent
 * @param sqlState the SQLSTATE that the server answered (PostgreSQL, appendix A), or null
 * @param constraint the violated constraint, or null
 * @param properties the entity's properties that take part, or the column names where no property matches
 * @param relation the relation whose foreign key does not hold, with the entity that has it ({@code Post.user}), or null
 * @param row the position, counted from 0, of the culprit among the rows that were given to the call, or null; of nested rows
 *     it is the position of the row that they are nested in
 */
public record ErrorContext(
        @Nullable String entity,
        @Nullable String sql,
        @Nullable String sqlState,
        @Nullable String constraint,
        List<String> properties,
        @Nullable String relation,
        @Nullable Integer row) {

    private static final ErrorContext NONE = new ErrorContext(null, null, null, null, List.of(), null, null);

    /** Keeps its own copy of {@code properties}. */
    public ErrorContext {
        properties = List.copyOf(properties);
    }

    /** Nothing is known. */
    public static ErrorContext none() {
        return NONE;
    }

    /** Only the entity is known. */
    public static ErrorContext of(String entity) {
        return NONE.withEntity(entity);
    }

    /** The same about another entity, or none. */
    public ErrorContext withEntity(@Nullable String name) {
        return new ErrorContext(name, sql, sqlState, constraint, properties, relation, row);
    }

    /** The same with another text of the statement, or none. */
    public ErrorContext withSql(@Nullable String text) {
        return new ErrorContext(entity, text, sqlState, constraint, properties, relation, row);
    }

    /** The same with another answer of the server, or none. */
    public ErrorContext withSqlState(@Nullable String state) {
        return new ErrorContext(entity, sql, state, constraint, properties, relation, row);
    }

    /** The same with another constraint, or none. */
    public ErrorContext withConstraint(@Nullable String name) {
        return new ErrorContext(entity, sql, sqlState, name, properties, relation, row);
    }

    /** The same with other properties. */
    public ErrorContext withProperties(List<String> names) {
        return new ErrorContext(entity, sql, sqlState, constraint, names, relation, row);
    }

    /** The same with another relation, or none. */
    public ErrorContext withRelation(@Nullable String name) {
        return new ErrorContext(entity, sql, sqlState, constraint, properties, name, row);
    }

    /** The same at another row, or none. */
    public ErrorContext withRow(@Nullable Integer position) {
        return new ErrorContext(entity, sql, sqlState, constraint, properties, relation, position);
    }
}
