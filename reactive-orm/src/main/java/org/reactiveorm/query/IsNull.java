package org.reactiveorm.query;

/**
 * NULL.
 *
 * @param expression what is NULL
 * @param <E> the entity
 */
public record IsNull<E>(Expression<E, ?> expression) implements Condition<E> {

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.isNull(this);
    }
}
