package org.reactiveorm.query;

import java.util.function.Supplier;
import org.reactiveorm.model.Relation;

/**
 * A typed relation to any number of rows.
 *
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 */
public final class ToManyRef<E, C> implements RelationRef<E, C> {

    private final Relation<E, C> relation;
    private final Supplier<? extends EntityRef<C, ?>> target;

    /** Used by generated code; the target is looked up on first use, because two entities usually refer to each other. */
    public ToManyRef(Relation<E, C> relation, Supplier<? extends EntityRef<C, ?>> target) {
        this.relation = relation;
        this.target = target;
    }

    @Override
    public Relation<E, C> relation() {
        return relation;
    }

    @Override
    public EntityRef<C, ?> target() {
        return target.get();
    }

    /** At least one related row for which all conditions hold together. */
    @SafeVarargs
    public final Condition<E> some(Condition<C>... conditions) {
        return related(Related.Quantifier.SOME, conditions);
    }

    /** No related row for which the conditions are false; true without related rows. */
    @SafeVarargs
    public final Condition<E> every(Condition<C>... conditions) {
        return related(Related.Quantifier.EVERY, conditions);
    }

    /** No related row for which all conditions hold together; true without related rows. */
    @SafeVarargs
    public final Condition<E> none(Condition<C>... conditions) {
        return related(Related.Quantifier.NONE, conditions);
    }

    /** The number of related rows for which all conditions hold; of no conditions: of all related rows. */
    @SafeVarargs
    public final DecimalExpression<E, Long> count(Condition<C>... conditions) {
        return aggregate(new DecimalTerm<>(Aggregate.rows(Condition.always())), conditions);
    }

    /**
     * A value computed from the related rows for which all conditions hold, to compare, to order by or to read: {@code
     * USER.posts.aggregate(POST.likes.sum())}. NULL without such rows, except for counts.
     */
    @SafeVarargs
    public final <T> Expression<E, T> aggregate(Expression<Grouped<C>, T> value, Condition<C>... conditions) {
        return new RelatedAggregate<>(relation, value, Condition.all(conditions));
    }

    /** {@link #aggregate(Expression, Condition[])}. */
    @SafeVarargs
    public final TextExpression<E> aggregate(TextExpression<Grouped<C>> value, Condition<C>... conditions) {
        return new TextTerm<>(new RelatedAggregate<>(relation, value, Condition.all(conditions)));
    }

    /** {@link #aggregate(Expression, Condition[])}. */
    @SafeVarargs
    public final <N extends Number> IntegerExpression<E, N> aggregate(
            IntegerExpression<Grouped<C>, N> value, Condition<C>... conditions) {
        return new IntegerTerm<>(new RelatedAggregate<>(relation, value, Condition.all(conditions)));
    }

    /** {@link #aggregate(Expression, Condition[])}. */
    @SafeVarargs
    public final <N extends Number> DecimalExpression<E, N> aggregate(
            DecimalExpression<Grouped<C>, N> value, Condition<C>... conditions) {
        return new DecimalTerm<>(new RelatedAggregate<>(relation, value, Condition.all(conditions)));
    }

    /** {@link #aggregate(Expression, Condition[])}. */
    @SafeVarargs
    public final <N extends Number> FloatExpression<E, N> aggregate(
            FloatExpression<Grouped<C>, N> value, Condition<C>... conditions) {
        return new FloatTerm<>(new RelatedAggregate<>(relation, value, Condition.all(conditions)));
    }

    /** {@link #aggregate(Expression, Condition[])}. */
    @SafeVarargs
    public final <T> TimeExpression<E, T> aggregate(TimeExpression<Grouped<C>, T> value, Condition<C>... conditions) {
        return new TimeTerm<>(new RelatedAggregate<>(relation, value, Condition.all(conditions)));
    }

    /** {@link #aggregate(Expression, Condition[])}. */
    @SafeVarargs
    public final BooleanExpression<E> aggregate(BooleanExpression<Grouped<C>> value, Condition<C>... conditions) {
        return new BooleanTerm<>(new RelatedAggregate<>(relation, value, Condition.all(conditions)));
    }

    /** {@link #aggregate(Expression, Condition[])}. */
    @SafeVarargs
    public final <T> ComparableExpression<E, T> aggregate(
            ComparableExpression<Grouped<C>, T> value, Condition<C>... conditions) {
        return new ComparableTerm<>(new RelatedAggregate<>(relation, value, Condition.all(conditions)));
    }

    /** Loads each parent's related rows in this order. */
    @SafeVarargs
    public final Include<E, C> orderBy(Order<C>... terms) {
        return Include.of(relation).orderBy(terms);
    }

    /** Loads each parent's related rows but the first ones. */
    public Include<E, C> skip(long rows) {
        return Include.of(relation).skip(rows);
    }

    /** Loads at most so many related rows for each parent. */
    public Include<E, C> take(long rows) {
        return Include.of(relation).take(rows);
    }

    private Condition<E> related(Related.Quantifier quantifier, Condition<C>[] conditions) {
        return new Related<>(relation, quantifier, Condition.all(conditions));
    }

    /** Loads the related rows for which all conditions hold. */
    @SafeVarargs
    public final Include<E, C> where(Condition<C>... conditions) {
        return asInclude().where(conditions);
    }

    /** Loads the related entities together with relations of theirs. */
    @SafeVarargs
    public final Include<E, C> include(Includable<C>... relations) {
        return asInclude().include(relations);
    }

    /**
     * {@link Include#recursive}.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the depth is not positive, or the related entity is another one
     */
    public Include<E, C> recursive(int levels) {
        return asInclude().recursive(levels);
    }

    @Override
    public String toString() {
        return relation.owner() + "." + relation.name();
    }
}
