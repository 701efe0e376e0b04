package org.reactiveorm.schema;

import org.jspecify.annotations.Nullable;

/**
 * One place where the database is not what the model needs.
 *
 * @param kind what differs
 * @param entity the simple name of the entity; of a join table the relation ({@code User.roles})
 * @param property the property, several of a key separated by commas, or null where none is concerned
 * @param table the table, with its schema if the entity names one
 * @param column the column, several of a key separated by commas, or null where the whole table is concerned
 * @param expected what the model needs
 * @param found what the database has
 */
public record SchemaDifference(
        Kind kind,
        String entity,
        @Nullable String property,
        String table,
        @Nullable String column,
        String expected,
        String found) {

    /** What can differ. */
    public enum Kind {
        /** A PostgreSQL enum is not there. */
        MISSING_ENUM,
        /** A PostgreSQL enum has other labels, or has them in another order. */
        DIFFERENT_ENUM_LABELS,
        /** The table is not there, or not visible on the {@code search_path}. */
        MISSING_TABLE,
        /** The column is not there. */
        MISSING_COLUMN,
        /** The column has another type, or the same with another length, precision or scale. */
        DIFFERENT_TYPE,
        /** The column allows NULL and the property does not, or the other way round. */
        DIFFERENT_NULLABILITY,
        /** Inserts leave the column to the database, which has no default, identity or sequence for it. */
        MISSING_DEFAULT,
        /** The database computes the column and the property is given by inserts, or the other way round. */
        DIFFERENT_COMPUTATION,
        /** The primary key is not there, or has other columns. */
        MISSING_PRIMARY_KEY,
        /** No unique constraint or unique index has these columns. */
        MISSING_UNIQUE_KEY,
        /** The foreign key is not there. */
        MISSING_FOREIGN_KEY,
        /** The foreign key does something else when the referred row is deleted or its key changes. */
        DIFFERENT_FOREIGN_KEY_ACTION,
        /** No index serves in place of one that the entity declares, or that its foreign key needs. */
        MISSING_INDEX,
        /** The table has a column that is NOT NULL without a default, and that inserts do not fill because the entity does not know it. */
        UNKNOWN_REQUIRED_COLUMN
    }

    /** {@code User.age (users.age): expected int4, found text}. */
    @Override
    public String toString() {
        return entity + (property == null ? "" : property.contains(",") ? ".(" + property + ")" : "." + property)
                + " (" + table + (column == null ? "" : column.contains(",") ? ".(" + column + ")" : "." + column)
                + "): expected " + expected + ", found " + found;
    }
}
