package org.reactiveorm.query;

import java.util.Collection;
import java.util.List;

/**
 * A typed relation to any number of rows: conditions on those rows, what is computed from them, and changes of them.
 *
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 * @param <I> the type of the related entity's id
 */
public sealed interface ToManyRelation<E, C, I> extends AttachableRef<E, C, I> permits ToManyRef, OptionalToManyRef {

    /** At least one related row for which the condition holds. */
    default Condition<E> some(Condition<C> condition) {
        return new Related<>(relation(), Related.Quantifier.SOME, Operands.given(condition));
    }

    /** No related row for which the condition is false; true without related rows. */
    default Condition<E> every(Condition<C> condition) {
        return new Related<>(relation(), Related.Quantifier.EVERY, Operands.given(condition));
    }

    /** No related row for which the condition holds; true without related rows. */
    default Condition<E> none(Condition<C> condition) {
        return new Related<>(relation(), Related.Quantifier.NONE, Operands.given(condition));
    }

    /** The number of related rows. */
    default DecimalExpression<E, Long> count() {
        return count(Condition.always());
    }

    /** The number of related rows for which the condition holds. */
    default DecimalExpression<E, Long> count(Condition<C> condition) {
        return aggregate(new DecimalTerm<>(Aggregate.rows(Condition.always())), condition);
    }

    /**
     * A value computed from all related rows, to compare, to order by or to read: {@code USER.posts.aggregate(POST.likes.sum())}.
     * NULL without such rows, except for counts.
     */
    default <T> Expression<E, T> aggregate(Expression<Grouped<C>, T> value) {
        return aggregate(value, Condition.always());
    }

    /** A value computed from the related rows for which the condition holds. */
    default <T> Expression<E, T> aggregate(Expression<Grouped<C>, T> value, Condition<C> condition) {
        return new RelatedAggregate<>(relation(), value, Operands.given(condition));
    }

    /** {@link #aggregate(Expression)}. */
    default TextExpression<E> aggregate(TextExpression<Grouped<C>> value) {
        return aggregate(value, Condition.always());
    }

    /** {@link #aggregate(Expression, Condition)}. */
    default TextExpression<E> aggregate(TextExpression<Grouped<C>> value, Condition<C> condition) {
        return new TextTerm<>(new RelatedAggregate<>(relation(), value, Operands.given(condition)));
    }

    /** {@link #aggregate(Expression)}. */
    default <N extends Number> IntegerExpression<E, N> aggregate(IntegerExpression<Grouped<C>, N> value) {
        return aggregate(value, Condition.always());
    }

    /** {@link #aggregate(Expression, Condition)}. */
    default <N extends Number> IntegerExpression<E, N> aggregate(
            IntegerExpression<Grouped<C>, N> value, Condition<C> condition) {
        return new IntegerTerm<>(new RelatedAggregate<>(relation(), value, Operands.given(condition)));
    }

    /** {@link #aggregate(Expression)}. */
    default <N extends Number> DecimalExpression<E, N> aggregate(DecimalExpression<Grouped<C>, N> value) {
        return aggregate(value, Condition.always());
    }

    /** {@link #aggregate(Expression, Condition)}. */
    default <N extends Number> DecimalExpression<E, N> aggregate(
            DecimalExpression<Grouped<C>, N> value, Condition<C> condition) {
        return new DecimalTerm<>(new RelatedAggregate<>(relation(), value, Operands.given(condition)));
    }

    /** {@link #aggregate(Expression)}. */
    default <N extends Number> FloatExpression<E, N> aggregate(FloatExpression<Grouped<C>, N> value) {
        return aggregate(value, Condition.always());
    }

    /** {@link #aggregate(Expression, Condition)}. */
    default <N extends Number> FloatExpression<E, N> aggregate(
            FloatExpression<Grouped<C>, N> value, Condition<C> condition) {
        return new FloatTerm<>(new RelatedAggregate<>(relation(), value, Operands.given(condition)));
    }

    /** {@link #aggregate(Expression)}. */
    default <T> TimeExpression<E, T> aggregate(TimeExpression<Grouped<C>, T> value) {
        return aggregate(value, Condition.always());
    }

    /** {@link #aggregate(Expression, Condition)}. */
    default <T> TimeExpression<E, T> aggregate(TimeExpression<Grouped<C>, T> value, Condition<C> condition) {
        return new TimeTerm<>(new RelatedAggregate<>(relation(), value, Operands.given(condition)));
    }

    /** {@link #aggregate(Expression)}. */
    default BooleanExpression<E> aggregate(BooleanExpression<Grouped<C>> value) {
        return aggregate(value, Condition.always());
    }

    /** {@link #aggregate(Expression, Condition)}. */
    default BooleanExpression<E> aggregate(BooleanExpression<Grouped<C>> value, Condition<C> condition) {
        return new BooleanTerm<>(new RelatedAggregate<>(relation(), value, Operands.given(condition)));
    }

    /** {@link #aggregate(Expression)}. */
    default <T> ComparableExpression<E, T> aggregate(ComparableExpression<Grouped<C>, T> value) {
        return aggregate(value, Condition.always());
    }

    /** {@link #aggregate(Expression, Condition)}. */
    default <T> ComparableExpression<E, T> aggregate(
            ComparableExpression<Grouped<C>, T> value, Condition<C> condition) {
        return new ComparableTerm<>(new RelatedAggregate<>(relation(), value, Operands.given(condition)));
    }

    /** Loads each parent's related rows but the first ones. */
    default Include<E, C> skip(long rows) {
        return asInclude().skip(rows);
    }

    /** Loads at most so many related rows for each parent. */
    default Include<E, C> take(long rows) {
        return asInclude().take(rows);
    }

    /**
     * New rows are related; what is nested in them is created with them.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the collection or a row is null
     */
    default Attachment<E, C> createAll(Collection<? extends Nested<C>> related) {
        return new Attachment.Create<>(relation(), Operands.drafts(related));
    }

    /**
     * The rows with these ids are related, whatever they were related to before; if one is missing, the whole call fails with
     * {@link org.reactiveorm.error.NotFoundException}.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if an id is null
     */
    @SuppressWarnings("unchecked") // an id is of a class
    default Attachment<E, C> connect(I... ids) {
        return connectAll(Operands.ids(ids));
    }

    /** {@link #connect(Object[])} for any number of ids. */
    default Attachment<E, C> connectAll(Collection<? extends I> ids) {
        return new Attachment.Connect<>(relation(), KeyMatch.byIds(target(), ids));
    }

    /**
     * The related rows with these ids are removed; if one is missing or belongs to another row, the whole call fails with {@link
     * org.reactiveorm.error.NotFoundException}.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if an id is null
     */
    @SuppressWarnings("unchecked") // an id is of a class
    default RelatedChange<E, C> delete(I... ids) {
        return new RelatedChange.Delete<>(relation(), KeyMatch.byIds(target(), Operands.ids(ids)));
    }

    /**
     * {@link #delete(Object[])} by another unique key.
     *
     * @throws org.reactiveorm.error.InvalidQueryException unless the condition gives values for exactly one unique key
     */
    default RelatedChange<E, C> delete(Condition<C> key) {
        return new RelatedChange.Delete<>(relation(), List.of(KeyMatch.by(target().model(), key)));
    }

    /**
     * All related rows for which the condition holds are removed.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the condition is null
     */
    default RelatedChange<E, C> deleteAll(Condition<C> where) {
        return new RelatedChange.DeleteAll<>(relation(), Operands.given(where));
    }
}
