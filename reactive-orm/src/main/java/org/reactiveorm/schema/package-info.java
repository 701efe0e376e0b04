/**
 * Models become DDL, and are held against a live database. The schema is data first (definitions of tables, columns and
 * keys), then text by one renderer, or compared with what {@code pg_catalog} says.
 */
@NullMarked
package org.reactiveorm.schema;

import org.jspecify.annotations.NullMarked;
