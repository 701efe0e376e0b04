package org.reactiveorm.query;

import java.util.function.Supplier;
import org.reactiveorm.model.Relation;

/**
 * A typed relation to any number of rows, which must have the key of this one: they can be moved and removed, not left behind.
 *
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 * @param <I> the type of the related entity's id
 */
public final class ToManyRef<E, C, I> implements ToManyRelation<E, C, I> {

    private final Relation<E, C> relation;
    private final Supplier<? extends EntityRef<C, I>> target;

    /** Used by generated code; the target is looked up on first use, because two entities usually refer to each other. */
    public ToManyRef(Relation<E, C> relation, Supplier<? extends EntityRef<C, I>> target) {
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

    /** At least one related row for which all conditions hold together. */
    @SafeVarargs
    public final Condition<E> some(Condition<C>... conditions) {
        return some(Condition.all(conditions));
    }

    /** No related row for which the conditions are false; true without related rows. */
    @SafeVarargs
    public final Condition<E> every(Condition<C>... conditions) {
        return every(Condition.all(conditions));
    }

    /** No related row for which all conditions hold together; true without related rows. */
    @SafeVarargs
    public final Condition<E> none(Condition<C>... conditions) {
        return none(Condition.all(conditions));
    }

    /** Loads each parent's related rows in this order. */
    @SafeVarargs
    public final Include<E, C> orderBy(Order<C>... terms) {
        return asInclude().orderBy(terms);
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
     * The related row with this id is changed; if it is missing or belongs to another row, the whole call fails with {@link
     * org.reactiveorm.error.NotFoundException}. A row that several of the changed rows share is changed for each of them.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the id or a change is null
     */
    @SafeVarargs
    public final RelatedChange<E, C> update(I id, Change<C>... changes) {
        return new RelatedChange.Update<>(relation, KeyMatch.byId(target(), id), Operands.changes(changes));
    }

    /**
     * {@link #update(Object, Change[])} by another unique key.
     *
     * @throws org.reactiveorm.error.InvalidQueryException unless the condition gives values for exactly one unique key
     */
    @SafeVarargs
    public final RelatedChange<E, C> update(Condition<C> key, Change<C>... changes) {
        return new RelatedChange.Update<>(relation, KeyMatch.by(target().model(), key), Operands.changes(changes));
    }

    /**
     * All related rows for which the condition holds are changed, each once, however many of the changed rows share it.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the condition or an assignment is null
     */
    @SafeVarargs
    public final RelatedChange<E, C> updateAll(Condition<C> where, Assignment<C>... assignments) {
        return new RelatedChange.UpdateAll<>(relation, Operands.given(where), Operands.assignments(assignments));
    }

    /**
     * The related row with this id is changed, and a new one created and related where none of the related rows has it.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the id, the new row or a change is null
     */
    @SafeVarargs
    public final RelatedChange<E, C> upsert(I id, Nested<C> related, Change<C>... changes) {
        return new RelatedChange.Upsert<>(
                relation, KeyMatch.byId(target(), id), Operands.draft(related), Operands.changes(changes));
    }

    /**
     * {@link #upsert(Object, Nested, Change[])} by another unique key.
     *
     * @throws org.reactiveorm.error.InvalidQueryException unless the condition gives values for exactly one unique key
     */
    @SafeVarargs
    public final RelatedChange<E, C> upsert(Condition<C> key, Nested<C> related, Change<C>... changes) {
        return new RelatedChange.Upsert<>(
                relation, KeyMatch.by(target().model(), key), Operands.draft(related), Operands.changes(changes));
    }

    @Override
    public String toString() {
        return relation.owner() + "." + relation.name();
    }
}
