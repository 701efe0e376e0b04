package org.reactiveorm.query;

/**
 * SQL NOT.
 *
 * @param condition what is negated
 * @param <E> the entity
 */
public record Negation<E>(Condition<E> condition) implements Condition<E> {

    static <E> Condition<E> of(Condition<E> condition) {
        if (condition instanceof Constant<E> constant) {
            return constant.value() ? Condition.never() : Condition.always();
        }
        return condition instanceof Negation<E> twice ? twice.condition : new Negation<>(condition);
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.negation(this);
    }
}
