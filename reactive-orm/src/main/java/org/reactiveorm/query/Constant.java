package org.reactiveorm.query;

/**
 * True or false for every row.
 *
 * @param value which
 * @param <E> the entity
 */
public record Constant<E>(boolean value) implements Condition<E> {

    static final Constant<?> TRUE = new Constant<>(true);
    static final Constant<?> FALSE = new Constant<>(false);

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.constant(this);
    }
}
