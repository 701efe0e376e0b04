package org.reactiveorm.query;

import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.Relation;

/**
 * A relation that is loaded with the entities that have it, at the cost of one statement whatever their number. Filter,
 * order and limits apply to each parent's related rows on their own.
 *
 * @param relation the relation
 * @param query which of the related rows, in which order, with which further relations
 * @param depth how often the relation is followed: 1, or more for a relation of an entity with itself
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 */
public record Include<E, C>(Relation<E, C> relation, Query<C> query, int depth) implements Includable<E> {

    /**
     * Checks the depth.
     *
     * @throws InvalidQueryException if it is not positive, or is more than 1 where the related entity does not have the relation
     *     itself, or where only some of each parent's rows are read
     */
    public Include {
        if (depth < 1) {
            throw refused(relation, "is followed %d times. Give a depth of at least 1.".formatted(depth));
        }
        if (depth > 1 && !relation.owner().equals(relation.target().name())) {
            throw refused(
                    relation,
                    "leads to %s, which does not have this relation, so that it cannot be followed again."
                            .formatted(relation.target().name()));
        }
        if (depth > 1 && query.window().isLimited()) {
            throw refused(
                    relation, "is followed again and again, for all related rows. Leave out skip(…) and take(…).");
        }
        if (depth > 1
                && query.includes().stream()
                        .anyMatch(include -> include.relation().equals(relation))) {
            throw refused(relation, "is followed again and again already. Leave it out inside of itself.");
        }
    }

    private static InvalidQueryException refused(Relation<?, ?> relation, String reason) {
        return new InvalidQueryException(
                relation.owner() + "." + relation.name() + " " + reason,
                ErrorContext.of(relation.owner()).withProperties(List.of(relation.name())));
    }

    /** All related rows. */
    public static <E, C> Include<E, C> of(Relation<E, C> relation) {
        return new Include<>(relation, Query.of(relation.target()), 1);
    }

    /** Only related rows for which all conditions hold. */
    @SafeVarargs
    public final Include<E, C> where(Condition<C>... conditions) {
        return with(query.and(Condition.all(conditions)));
    }

    /** Each parent's related rows in this order. */
    @SafeVarargs
    public final Include<E, C> orderBy(Order<C>... terms) {
        return with(query.thenBy(terms));
    }

    /** Leaves out so many of each parent's related rows at the beginning. */
    public Include<E, C> skip(long rows) {
        return with(query.within(query.window().withSkip(rows)));
    }

    /** At most so many related rows for each parent. */
    public Include<E, C> take(long rows) {
        return with(query.within(query.window().withTake(rows)));
    }

    /** Loads relations of the related entities too. */
    @SafeVarargs
    public final Include<E, C> include(Includable<C>... relations) {
        return with(query.including(all(relations)));
    }

    /**
     * Follows the relation of an entity with itself again from each related row, so many levels deep, by the same one statement:
     * {@code CATEGORY.children.recursive(5)}. On the last level it is not loaded. Neither is it where it would lead to a row again
     * that is above in the same branch, so that data in circles come to an end. Conditions, orders and further relations
     * are those of every level; below a row for which a condition does not hold nothing is loaded. Beyond 1,000 levels all rows
     * that can be reached are read, and those that lie deeper are left out.
     *
     * @throws InvalidQueryException if the depth is not positive, the related entity is another one, or {@code skip} or {@code
     *     take} was called
     */
    public Include<E, C> recursive(int levels) {
        return new Include<>(relation, query, levels);
    }

    /** Whether the relation is followed again from the related rows. */
    public boolean isRecursive() {
        return depth > 1;
    }

    private Include<E, C> with(Query<C> other) {
        return new Include<>(relation, other, depth);
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
