package org.reactiveorm;

import java.util.Collection;
import java.util.function.BiFunction;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityRef;

/**
 * The start of an {@code update} or {@code delete}, which has no terminal until it was said which rows are meant: an
 * unfiltered change does not compile by accident.
 *
 * @param <E> the entity
 * @param <I> the type of its id
 * @param <S> what comes next
 */
public final class ChangeRootSpec<E, I, S> {

    private final EntityRef<E, I> entity;
    private final BiFunction<Condition<E>, NotFound, S> next;

    ChangeRootSpec(EntityRef<E, I> entity, BiFunction<Condition<E>, NotFound, S> next) {
        this.entity = entity;
        this.next = next;
    }

    /**
     * The row with this id.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the id is null
     */
    public S byId(I id) {
        return next.apply(entity.hasId(entity.model().requireId(id)), NotFound.byId(entity, id));
    }

    /**
     * The rows with these ids, in one statement whose text does not depend on their number; of none: none. Ids that have no row are
     * passed over, and rows are answered in no order. {@code updateAll} and {@code deleteAll} of entities insist on every row, and
     * keep the order.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the collection or an id is null
     */
    public S byIds(Collection<? extends I> ids) {
        return next.apply(entity.hasIdIn(ids), NotFound.matching(entity.model()));
    }

    /**
     * The rows for which all conditions hold.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a condition is null, or there is none
     */
    @SafeVarargs
    public final S where(Condition<E>... conditions) {
        if (InvalidQueryException.requireGiven(conditions, "The conditions are null. Give at least one.").length == 0) {
            throw new InvalidQueryException(
                    "where() without a condition would be about all rows of %s. Give one, or say everything()."
                            .formatted(entity.model().name()),
                    ErrorContext.of(entity.model().name()));
        }
        return next.apply(Condition.all(conditions), NotFound.matching(entity.model()));
    }

    /** All rows of the table. */
    public S everything() {
        return next.apply(Condition.always(), NotFound.matching(entity.model()));
    }
}
