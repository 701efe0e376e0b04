package org.reactiveorm.query;

/**
 * A computed exact number.
 *
 * @param value what is computed
 * @param <E> the entity
 * @param <N> the Java type of the value
 */
record DecimalTerm<E, N extends Number>(Expression<E, N> value) implements DecimalExpression<E, N>, Term<E, N> {

    @Override
    public String toString() {
        return Operands.label(value);
    }
}
