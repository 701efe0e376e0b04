package org.reactiveorm.query;

import java.util.function.Supplier;
import org.reactiveorm.model.Relation;

/**
 * A typed relation to exactly one row, whose key this row must have: it can be changed and exchanged, not taken away.
 *
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 * @param <I> the type of the related entity's id
 */
public final class ToOneRef<E, C, I> implements ToOneRelation<E, C, I> {

    private final Relation<E, C> relation;
    private final Supplier<? extends EntityRef<C, I>> target;

    /** Used by generated code; the target is looked up on first use, because two entities usually refer to each other. */
    public ToOneRef(Relation<E, C> relation, Supplier<? extends EntityRef<C, I>> target) {
        this.relation = relation;
        this.target = target;
    }

    @Override
    public Relation<E, C> relation() {
        return relation;
    }

    @Override
    public EntityRef<C, I> target() {
        return target.get();
    }

    /** The related row is there and all conditions hold for it. */
    @SafeVarargs
    public final Condition<E> is(Condition<C>... conditions) {
        return is(Condition.all(conditions));
    }

    /** The related row is missing, or the conditions do not all hold for it. */
    @SafeVarargs
    public final Condition<E> isNot(Condition<C>... conditions) {
        return isNot(Condition.all(conditions));
    }

    /** Loads the related row for which all conditions hold. */
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
     * The related row is changed; without one the whole call fails with {@link org.reactiveorm.error.NotFoundException}.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a change is null
     */
    @SafeVarargs
    public final RelatedChange<E, C> update(Change<C>... changes) {
        return new RelatedChange.Update<>(relation, KeyMatch.only(), Operands.changes(changes));
    }

    @Override
    public String toString() {
        return relation.owner() + "." + relation.name();
    }
}
