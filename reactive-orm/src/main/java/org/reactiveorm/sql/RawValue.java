package org.reactiveorm.sql;

import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;

/** A value in SQL of the caller, whose type follows from its class. */
record RawValue(Object value) {

    void writeTo(SqlWriter writer) {
        typed().writeTo(writer);
    }

    NamedSql.Value<?> typed() {
        try {
            return typed(ColumnTypes.of(value));
        } catch (IllegalArgumentException unmapped) {
            throw new InvalidQueryException(String.valueOf(unmapped.getMessage()), ErrorContext.none());
        }
    }

    private <T> NamedSql.Value<T> typed(ColumnType<T> type) {
        return new NamedSql.Value<>(type, type.convert(value));
    }
}
