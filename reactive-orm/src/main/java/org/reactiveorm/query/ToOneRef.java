package org.reactiveorm.query;

import java.util.function.Supplier;
import org.reactiveorm.model.Relation;

/**
 * A typed relation to at most one row.
 *
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 */
public final class ToOneRef<E, C> implements RelationRef<E, C> {

    private final Relation<E, C> relation;
    private final Supplier<? extends EntityRef<C, ?>> target;

    /** Used by generated code; the target is looked up on first use, because two entities usually refer to each other. */
    public ToOneRef(Relation<E, C> relation, Supplier<? extends EntityRef<C, ?>> target) {
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

    /** The related row is there and all conditions hold for it. */
    @SafeVarargs
    public final Condition<E> is(Condition<C>... conditions) {
        return new Related<>(relation, Related.Quantifier.SOME, Condition.all(conditions));
    }

    /** The related row is missing, or the conditions do not all hold for it. */
    @SafeVarargs
    public final Condition<E> isNot(Condition<C>... conditions) {
        return new Related<>(relation, Related.Quantifier.NONE, Condition.all(conditions));
    }

    /** There is no related row. */
    public Condition<E> isNull() {
        return isNot();
    }

    /** There is a related row. */
    public Condition<E> isNotNull() {
        return is();
    }

    /** A value of the related row, to compare, to order by or to read; NULL without such a row. */
    public <T> Expression<E, T> get(Expression<C, T> value) {
        return new RelatedValue<>(relation, value);
    }

    /** {@link #get(Expression)}. */
    public TextExpression<E> get(TextExpression<C> value) {
        return new TextTerm<>(new RelatedValue<>(relation, value));
    }

    /** {@link #get(Expression)}. */
    public <N extends Number> IntegerExpression<E, N> get(IntegerExpression<C, N> value) {
        return new IntegerTerm<>(new RelatedValue<>(relation, value));
    }

    /** {@link #get(Expression)}. */
    public <N extends Number> DecimalExpression<E, N> get(DecimalExpression<C, N> value) {
        return new DecimalTerm<>(new RelatedValue<>(relation, value));
    }

    /** {@link #get(Expression)}. */
    public <N extends Number> FloatExpression<E, N> get(FloatExpression<C, N> value) {
        return new FloatTerm<>(new RelatedValue<>(relation, value));
    }

    /** {@link #get(Expression)}. */
    public <T> TimeExpression<E, T> get(TimeExpression<C, T> value) {
        return new TimeTerm<>(new RelatedValue<>(relation, value));
    }

    /** {@link #get(Expression)}. */
    public BooleanExpression<E> get(BooleanExpression<C> value) {
        return new BooleanTerm<>(new RelatedValue<>(relation, value));
    }

    /** {@link #get(Expression)}. */
    public <T> ComparableExpression<E, T> get(ComparableExpression<C, T> value) {
        return new ComparableTerm<>(new RelatedValue<>(relation, value));
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
