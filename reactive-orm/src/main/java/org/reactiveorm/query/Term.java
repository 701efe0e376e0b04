package org.reactiveorm.query;

import org.reactiveorm.model.ColumnType;

/**
 * What is computed, behind the face that says what can be done with its value.
 *
 * @param <E> the entity
 * @param <T> the Java type of the value
 */
sealed interface Term<E, T> extends Expression<E, T>
        permits BooleanTerm, ComparableTerm, DecimalTerm, FloatTerm, IntegerTerm, TextTerm, TimeTerm {

    /** What is computed. */
    Expression<E, T> value();

    @Override
    default ColumnType<T> type() {
        return value().type();
    }

    @Override
    default <R> R accept(Visitor<E, R> visitor) {
        return value().accept(visitor);
    }
}
