package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * AND or OR of at least two conditions, none of which is a constant.
 *
 * @param kind which
 * @param conditions the operands
 * @param <E> the entity
 */
public record Junction<E>(Kind kind, List<Condition<E>> conditions) implements Condition<E> {

    /** AND or OR. */
    public enum Kind {
        /** All hold. */
        AND,
        /** At least one holds. */
        OR
    }

    /**
     * Flattens nested junctions of the same kind and decides constants, so that the SQL does not depend on how it was built.
     * Refuses null: left out, it would widen a query.
     */
    static <E> Condition<E> of(Kind kind, Collection<? extends Condition<E>> conditions) {
        List<Condition<E>> operands = new ArrayList<>(Operands.given(conditions).size());
        for (Condition<E> each : conditions) {
            Condition<E> condition = Operands.given(each);
            if (condition instanceof Constant<E> constant) {
                if (constant.value() == (kind == Kind.OR)) {
                    return constant;
                }
            } else if (condition instanceof Junction<E> nested && nested.kind == kind) {
                operands.addAll(nested.conditions);
            } else {
                operands.add(condition);
            }
        }
        return switch (operands.size()) {
            case 0 -> kind == Kind.AND ? Condition.always() : Condition.never();
            case 1 -> operands.get(0);
            default -> new Junction<>(kind, List.copyOf(operands));
        };
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.junction(this);
    }
}
