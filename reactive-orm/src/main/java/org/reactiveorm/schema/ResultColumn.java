package org.reactiveorm.schema;

/**
 * A column of a statement's result.
 *
 * @param name the name
 * @param displayedType the type as SQL writes it
 * @param type what its values are sent as
 * @param nullability what is known of NULL
 */
record ResultColumn(String name, String displayedType, WireForm type, Nullability nullability) {

    /** Whether there can be a NULL. */
    enum Nullability {
        /** The column of a table that may be NULL, or of the optional side of an outer join. */
        NULLABLE,
        /** The column of a table that may not, or something computed. */
        UNKNOWN
    }

    /**
     * A type, or that of an array's elements; of a domain what it is made of.
     *
     * @param name the name in {@code pg_type}
     * @param isArray whether there are many of it
     * @param isText whether it is a text, or an enum, which comes as one
     */
    record WireForm(String name, boolean isArray, boolean isText) {}
}
