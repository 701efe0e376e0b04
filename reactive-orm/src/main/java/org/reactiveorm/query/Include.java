package org.reactiveorm.query;

import java.util.List;
import org.reactiveorm.model.Relation;

/**
 * A relation that is loaded with the entities that have it, at the cost of one statement whatever their number. Filter,
 * order and limits apply to each parent's related rows on their own.
 *
 * @param relation the relation
 * @param query which of the related rows, in which order, with which further relations
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 */
public record Include<E, C>(Relation<E, C> relation, Query<C> query) implements Includable<E> {

    /** All related rows. */
    public static <E, C> Include<E, C> of(Relation<E, C> relation) {
        return new Include<>(relation, Query.of(relation.target()));
    }

    /** Only related rows for which all conditions hold. */
    @SafeVarargs
    public final Include<E, C> where(Condition<C>... conditions) {
        return new Include<>(relation, query.and(Condition.all(conditions)));
    }

    /** Each parent's related rows in this order. */
    @SafeVarargs
    public final Include<E, C> orderBy(Order<C>... terms) {
        return new Include<>(relation, query.thenBy(terms));
    }

    /** Leaves out so many of each parent's related rows at the beginning. */
    public Include<E, C> skip(long rows) {
        return new Include<>(relation, query.within(query.window().withSkip(rows)));
    }

    /** At most so many related rows for each parent. */
    public Include<E, C> take(long rows) {
        return new Include<>(relation, query.within(query.window().withTake(rows)));
    }

    /** Loads relations of the related entities too. */
    @SafeVarargs
    public final Include<E, C> include(Includable<C>... relations) {
        return new Include<>(relation, query.including(all(relations)));
    }

    @Override
    public Include<E, ?> asInclude() {
        return this;
    }

    /** Whether related rows may be left out. */
    public boolean isPartial() {
        return query.window().isLimited() || !query.where().equals(Condition.always());
    }

    /**
     * The includes that these are or stand for.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if one is null
     */
    @SafeVarargs
    public static <E> List<Include<E, ?>> all(Includable<E>... relations) {
        return Operands.allGiven(relations, "A relation to include is null. Leave it out.").stream()
                .<Include<E, ?>>map(Includable::asInclude)
                .toList();
    }
}
