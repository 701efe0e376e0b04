package org.reactiveorm.query;

/**
 * A computed truth value.
 *
 * @param value what is computed
 * @param <E> the entity
 */
record BooleanTerm<E>(Expression<E, Boolean> value) implements BooleanExpression<E>, Term<E, Boolean> {

    @Override
    public String toString() {
        return Operands.label(value);
    }
}
