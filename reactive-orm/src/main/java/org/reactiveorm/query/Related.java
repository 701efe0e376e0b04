package org.reactiveorm.query;

import org.reactiveorm.model.Relation;

/**
 * A condition on related rows.
 *
 * @param relation the relation
 * @param quantifier how many of the related rows it has to hold for
 * @param condition what has to hold; all of it for the same related row
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 */
public record Related<E, C>(Relation<E, C> relation, Quantifier quantifier, Condition<C> condition)
        implements Condition<E> {

    /** How many of the related rows. */
    public enum Quantifier {
        /** At least one. */
        SOME,
        /** All: there is none for which the condition is false. True without related rows; unknown is not false. */
        EVERY,
        /** None. True without related rows. */
        NONE
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.related(this);
    }
}
