package org.reactiveorm.query;

/**
 * SQL of the caller as a condition.
 *
 * @param fragment the text and its arguments
 * @param <E> the entity
 */
public record SqlCondition<E>(SqlFragment fragment) implements Condition<E> {

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.sql(this);
    }
}
