package org.reactiveorm.query;

import java.util.List;

/**
 * A change of a part of a JSON document.
 *
 * @param <E> the entity
 */
public sealed interface JsonEdit<E> {

    /** The keys ({@code String}) and positions ({@code Integer}) that lead to the part. */
    List<Object> steps();

    /** Answers by kind of change. */
    <R> R accept(Visitor<E, R> visitor);

    /**
     * Another value at a place, which is made where it is missing.
     *
     * @param steps the keys and positions, at least one
     * @param value the value, JSON and never NULL
     * @param <E> the entity
     */
    record Put<E>(List<Object> steps, Expression<E, ?> value) implements JsonEdit<E> {

        /** Keeps its own copy. */
        public Put {
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(Visitor<E, R> visitor) {
            return visitor.put(this);
        }
    }

    /**
     * The keys of an object put into the object at a place, which is made where it is missing.
     *
     * @param steps the keys and positions; none for the whole document
     * @param object a JSON object
     * @param <E> the entity
     */
    record Merge<E>(List<Object> steps, Expression<E, ?> object) implements JsonEdit<E> {

        /** Keeps its own copy. */
        public Merge {
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(Visitor<E, R> visitor) {
            return visitor.merge(this);
        }
    }

    /**
     * The removal of a key or an element.
     *
     * @param steps the keys and positions, at least one
     * @param <E> the entity
     */
    record Removal<E>(List<Object> steps) implements JsonEdit<E> {

        /** Keeps its own copy. */
        public Removal {
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(Visitor<E, R> visitor) {
            return visitor.removal(this);
        }
    }

    /** One case for each kind of change. */
    interface Visitor<E, R> {
        /** Another value. */
        R put(Put<E> put);

        /** More keys. */
        R merge(Merge<E> merge);

        /** Nothing any more. */
        R removal(Removal<E> removal);
    }
}
