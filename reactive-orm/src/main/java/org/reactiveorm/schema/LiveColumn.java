package org.reactiveorm.schema;

/**
 * A column as the database has it.
 *
 * @param name the column
 * @param type its type
 * @param base the type that it stores: of a domain the type below, otherwise the same
 * @param isNullable whether NULL is allowed
 * @param hasDefault whether the database makes a value when an insert gives none
 * @param isComputed whether it is a generated column, whose value an insert cannot give
 */
record LiveColumn(
        String name, LiveType type, LiveType base, boolean isNullable, boolean hasDefault, boolean isComputed) {}
