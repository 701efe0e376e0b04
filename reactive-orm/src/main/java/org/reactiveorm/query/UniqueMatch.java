package org.reactiveorm.query;

import java.util.List;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Property;

/** Tells whether a condition can hold for at most one row, because it gives a value for a whole unique key. */
public final class UniqueMatch {

    private UniqueMatch() {}

    /** Whether the condition equates all columns of the primary key, or of a unique constraint, with values. */
    public static <E> boolean isUnique(EntityModel<E> entity, Condition<E> condition) {
        List<Condition<E>> conjuncts = conjuncts(condition);
        if (isEquated(entity.primaryKey(), conjuncts)) {
            return true;
        }
        for (Key<E> key : entity.uniqueKeys()) {
            if (isEquated(key, conjuncts)) {
                return true;
            }
        }
        return false;
    }

    private static <E> List<Condition<E>> conjuncts(Condition<E> condition) {
        return condition instanceof Junction<E> junction && junction.kind() == Junction.Kind.AND
                ? junction.conditions()
                : List.of(condition);
    }

    private static <E> boolean isEquated(Key<E> key, List<Condition<E>> conjuncts) {
        for (Property<E, ?> property : key.properties()) {
            if (!isEquated(property, conjuncts)) {
                return false;
            }
        }
        return true;
    }

    private static <E> boolean isEquated(Property<E, ?> property, List<Condition<E>> conjuncts) {
        for (Condition<E> conjunct : conjuncts) {
            if (conjunct instanceof Comparison<E, ?> comparison
                    && comparison.operator() == Comparison.Operator.EQ
                    && comparison.left() instanceof Column<E, ?> column
                    && column.property() == property
                    && comparison.right() instanceof Literal<E, ?>) {
                return true;
            }
        }
        return false;
    }
}
