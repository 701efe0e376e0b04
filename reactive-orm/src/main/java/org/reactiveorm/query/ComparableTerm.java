package org.reactiveorm.query;

/**
 * A computed value that has an order.
 *
 * @param value what is computed
 * @param <E> the entity
 * @param <T> the Java type of the value
 */
record ComparableTerm<E, T>(Expression<E, T> value) implements ComparableExpression<E, T>, Term<E, T> {

    @Override
    public String toString() {
        return Operands.label(value);
    }
}
