package org.reactiveorm.query;

import org.jspecify.annotations.Nullable;

/**
 * What an update does with a row: a new value for a column, something about the rows that are related to it, or the version that it
 * has to have for all of that.
 *
 * @param <E> the entity
 */
public sealed interface Change<E> permits Assignment, RelatedChange, ExpectedVersion {

    /** Answers by kind of change. */
    <R extends @Nullable Object> R accept(Visitor<E, R> visitor);

    /** One case for each kind of change. */
    interface Visitor<E, R extends @Nullable Object> {
        /** A new value for a column. */
        R assignment(Assignment<E> assignment);

        /** The version that the row has to have. */
        R expected(ExpectedVersion<E> version);

        /** Something about related rows. */
        <C> R related(RelatedChange<E, C> change);
    }
}
