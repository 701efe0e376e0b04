package org.reactiveorm.schema;

/**
 * A type as {@code pg_catalog} knows it.
 *
 * @param oid its number; 0 for a type that the database does not have
 * @param name its name with length, precision and scale, as {@code format_type} writes it
 */
record LiveType(long oid, String name) {}
