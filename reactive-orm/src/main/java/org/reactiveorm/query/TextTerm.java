package org.reactiveorm.query;

/**
 * A computed text.
 *
 * @param value what is computed
 * @param <E> the entity
 */
record TextTerm<E>(Expression<E, String> value) implements TextExpression<E>, Term<E, String> {

    @Override
    public String toString() {
        return Operands.label(value);
    }
}
