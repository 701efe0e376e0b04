package org.reactiveorm.query;

/**
 * A computed date or time.
 *
 * @param value what is computed
 * @param <E> the entity
 * @param <T> the Java type of the value
 */
record TimeTerm<E, T>(Expression<E, T> value) implements TimeExpression<E, T>, Term<E, T> {

    @Override
    public String toString() {
        return Operands.label(value);
    }
}
