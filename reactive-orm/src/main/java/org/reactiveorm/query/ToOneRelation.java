package org.reactiveorm.query;

/**
 * A typed relation to at most one row: conditions on that row, and its values.
 *
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 * @param <I> the type of the related entity's id
 */
public sealed interface ToOneRelation<E, C, I> extends AttachableRef<E, C, I>
        permits ToOneRef, OptionalToOneRef, OwnedToOneRef {

    /** The related row is there and the condition holds for it. */
    default Condition<E> is(Condition<C> condition) {
        return new Related<>(relation(), Related.Quantifier.SOME, Operands.given(condition));
    }

    /** The related row is missing, or the condition does not hold for it. */
    default Condition<E> isNot(Condition<C> condition) {
        return new Related<>(relation(), Related.Quantifier.NONE, Operands.given(condition));
    }

    /** There is no related row. */
    default Condition<E> isNull() {
        return isNot(Condition.always());
    }

    /** There is a related row. */
    default Condition<E> isNotNull() {
        return is(Condition.always());
    }

    /** A value of the related row, to compare, to order by or to read; NULL without such a row. */
    default <T> Expression<E, T> get(Expression<C, T> value) {
        return new RelatedValue<>(relation(), value);
    }

    /** {@link #get(Expression)}. */
    default TextExpression<E> get(TextExpression<C> value) {
        return new TextTerm<>(new RelatedValue<>(relation(), value));
    }

    /** {@link #get(Expression)}. */
    default <N extends Number> IntegerExpression<E, N> get(IntegerExpression<C, N> value) {
        return new IntegerTerm<>(new RelatedValue<>(relation(), value));
    }

    /** {@link #get(Expression)}. */
    default <N extends Number> DecimalExpression<E, N> get(DecimalExpression<C, N> value) {
        return new DecimalTerm<>(new RelatedValue<>(relation(), value));
    }

    /** {@link #get(Expression)}. */
    default <N extends Number> FloatExpression<E, N> get(FloatExpression<C, N> value) {
        return new FloatTerm<>(new RelatedValue<>(relation(), value));
    }

    /** {@link #get(Expression)}. */
    default <T> TimeExpression<E, T> get(TimeExpression<C, T> value) {
        return new TimeTerm<>(new RelatedValue<>(relation(), value));
    }

    /** {@link #get(Expression)}. */
    default BooleanExpression<E> get(BooleanExpression<C> value) {
        return new BooleanTerm<>(new RelatedValue<>(relation(), value));
    }

    /** {@link #get(Expression)}. */
    default <T> ComparableExpression<E, T> get(ComparableExpression<C, T> value) {
        return new ComparableTerm<>(new RelatedValue<>(relation(), value));
    }
}
