package org.reactiveorm.query;

/**
 * An expression whose values are true or false.
 *
 * @param <E> the entity
 */
public sealed interface BooleanExpression<E> extends Expression<E, Boolean> permits BooleanColumn, BooleanTerm {

    /** True; not for NULL. */
    default Condition<E> isTrue() {
        return eq(true);
    }

    /** False; not for NULL. */
    default Condition<E> isFalse() {
        return eq(false);
    }

    @Override
    default BooleanExpression<Grouped<E>> key() {
        return new BooleanTerm<>(new GroupKey<>(this));
    }

    @Override
    default BooleanExpression<E> orElse(Boolean value) {
        return new BooleanTerm<>(Operands.coalesced(this, value));
    }

    @Override
    default BooleanExpression<E> when(Condition<E> condition) {
        return new BooleanTerm<>(new Conditional<>(condition, this));
    }
}
