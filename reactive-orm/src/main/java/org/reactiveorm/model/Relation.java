package org.reactiveorm.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How rows of one entity find rows of another. What differs between the kinds is asked here; nobody else switches on them.
 *
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 */
public sealed interface Relation<E, C> permits ToOne, InverseToOne, ToMany, ToManyThrough {

    /** Both ends. */
    Ends<E, C> ends();

    /** The same relation as this entity's, at this place among its relations. */
    Relation<E, C> at(String owner, int position);

    /** How the related rows are found. */
    Link<C> link();

    /** The handle for a parent whose related rows are all here. */
    Object whole(List<C> related);

    /** The handle for a parent of whose related rows some may have been left out. */
    Object part(List<C> related);

    /** Answers by kind of relation. */
    <R extends @Nullable Object> R accept(Visitor<E, C, R> visitor);

    /** Whether the foreign key is in this table. */
    default boolean hasForeignKey() {
        return false;
    }

    /** Whether there is at most one related row. */
    default boolean isToOne() {
        return false;
    }

    /** The component's name. */
    default String name() {
        return ends().name();
    }

    /** The simple name of the entity that has the relation. */
    default String owner() {
        return ends().owner();
    }

    /** The place among the entity's relations, counted from 0. */
    default int index() {
        return ends().index();
    }

    /** This side's properties that meet the link. */
    default List<Property<E, ?>> sourceKey() {
        return ends().sourceKey();
    }

    /** The related entity. */
    default EntityModel<C> target() {
        return ends().target();
    }

    /** One case for each kind of relation. */
    interface Visitor<E, C, R extends @Nullable Object> {
        /** The foreign key is here. */
        R toOne(ToOne<E, C> relation);

        /** The foreign key is in the other table, at most one row has it. */
        R inverseToOne(InverseToOne<E, C> relation);

        /** The foreign key is in the other table. */
        R toMany(ToMany<E, C> relation);

        /** The keys are in a join table. */
        R manyToMany(ToManyThrough<E, C> relation);
    }
}
