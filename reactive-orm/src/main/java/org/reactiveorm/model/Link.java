package org.reactiveorm.model;

import java.util.List;

/**
 * How the related rows are found from the values of a relation's source key.
 *
 * @param <C> the related entity
 */
public sealed interface Link<C> {

    /** The related entity's properties that meet the source key, or the join table's target columns. */
    List<Property<C, ?>> targetKey();

    /** Answers by kind of link. */
    <R> R accept(Visitor<C, R> visitor);

    /**
     * The related rows carry the key themselves.
     *
     * @param targetKey the related entity's properties that equal the source key, in the same order
     * @param <C> the related entity
     */
    record Direct<C>(List<Property<C, ?>> targetKey) implements Link<C> {
        @Override
        public <R> R accept(Visitor<C, R> visitor) {
            return visitor.direct(this);
        }
    }

    /**
     * A join table carries both keys.
     *
     * @param joinTable the join table and its columns
     * @param targetKey the related entity's properties that the join table's target columns equal
     * @param <C> the related entity
     */
    record Through<C>(JoinTable joinTable, List<Property<C, ?>> targetKey) implements Link<C> {
        @Override
        public <R> R accept(Visitor<C, R> visitor) {
            return visitor.through(this);
        }
    }

    /** One case for each kind of link. */
    interface Visitor<C, R> {
        /** The related rows carry the key themselves. */
        R direct(Direct<C> link);

        /** A join table carries both keys. */
        R through(Through<C> link);
    }
}
