package org.reactiveorm.schema;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EnumDefinition;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.ValueSource;

/**
 * A column.
 *
 * @param property the property that it holds, or null for a column of a join table
 * @param name the column's name, unquoted
 * @param type the PostgreSQL type as DDL names it
 * @param nullable whether NULL is allowed
 * @param source where the value comes from when an insert gives none
 * @param enumDefinition the PostgreSQL enum that the type needs, or null
 */
record ColumnDefinition(
        @Nullable String property,
        String name,
        String type,
        boolean nullable,
        ValueSource source,
        @Nullable EnumDefinition enumDefinition) {

    static ColumnDefinition of(Property<?, ?> property) {
        return new ColumnDefinition(
                property.name(),
                property.column(),
                property.type().sqlType(),
                property.isNullable(),
                property.source(),
                property.type().enumDefinition());
    }

    /** The column of a join table that equals {@code key}. */
    static ColumnDefinition referring(String name, Property<?, ?> key) {
        return new ColumnDefinition(
                null,
                name,
                key.type().sqlType(),
                false,
                ValueSource.given(),
                key.type().enumDefinition());
    }
}
