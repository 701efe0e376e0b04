package org.reactiveorm.write;

/**
 * An entity and what an upsert did to it.
 *
 * @param entity the entity as it is now
 * @param outcome what was done
 * @param <E> the entity
 */
public record Upserted<E>(E entity, Outcome outcome) {

    /** What became of a row. */
    public enum Outcome {
        /** It is new. */
        INSERTED,
        /** It was there and was changed, if only to what it was before. */
        UPDATED,
        /** It was there and was left as it is. */
        UNCHANGED
    }
}
