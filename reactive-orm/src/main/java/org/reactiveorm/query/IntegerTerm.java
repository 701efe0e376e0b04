package org.reactiveorm.query;

/**
 * A computed small whole number.
 *
 * @param value what is computed
 * @param <E> the entity
 * @param <N> the Java type of the value
 */
record IntegerTerm<E, N extends Number>(Expression<E, N> value) implements IntegerExpression<E, N>, Term<E, N> {

    @Override
    public String toString() {
        return Operands.label(value);
    }
}
