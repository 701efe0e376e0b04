package org.reactiveorm.query;

/**
 * A computed floating-point number.
 *
 * @param value what is computed
 * @param <E> the entity
 * @param <N> the Java type of the value
 */
record FloatTerm<E, N extends Number>(Expression<E, N> value) implements FloatExpression<E, N>, Term<E, N> {

    @Override
    public String toString() {
        return Operands.label(value);
    }
}
