package org.reactiveorm.schema;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a statement of the caller.
 *
 * @param kind what is wrong
 * @param sql the text as it is sent
 * @param column the column of the result, or null where the whole statement is concerned
 * @param expected what is needed
 * @param found what the database says
 */
public record SqlDifference(Kind kind, String sql, @Nullable String column, String expected, String found) {

    /** What can be wrong. */
    public enum Kind {
        /** The server does not take the statement: a mistake in it, an unknown table or column, an operator for other types. */
        REFUSED,
        /** The rows do not have what they are read into: a column is missing, or a scalar is read of several. */
        UNREADABLE,
        /** A column's values cannot be read as what they are read as, or not all of them. */
        DIFFERENT_TYPE,
        /** A column can be NULL, and what it is read into cannot. */
        NULLABLE
    }

    /** {@code column 'uses' expected Integer, found bigint in: select …}. */
    @Override
    public String toString() {
        return (column == null ? "" : "column '" + column + "' ") + "expected " + expected + ", found " + found
                + " in: " + onOneLine(sql);
    }

    static String onOneLine(String sql) {
        return sql.strip().replaceAll("\\s+", " ");
    }
}
