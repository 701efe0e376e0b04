package org.reactiveorm.query;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Property;

/** Tells whether a condition can hold for at most one row, because it gives a value for a whole unique key. */
public final class UniqueMatch {

    private UniqueMatch() {}

    /** Whether the condition equates all columns of the primary key, or of a unique constraint, with values. */
    public static <E> boolean isUnique(EntityModel<E> entity, Condition<E> condition) {
        Set<Property<E, ?>> equated = new HashSet<>();
        for (Condition<E> conjunct : conjuncts(condition)) {
            addEquated(conjunct, equated);
        }
        return covers(equated, entity.primaryKey())
                || entity.uniqueKeys().stream().anyMatch(key -> covers(equated, key));
    }

    private static <E> List<Condition<E>> conjuncts(Condition<E> condition) {
        return condition instanceof Junction<E> junction && junction.kind() == Junction.Kind.AND
                ? junction.conditions()
                : List.of(condition);
    }

    private static <E> void addEquated(Condition<E> condition, Set<Property<E, ?>> equated) {
        if (condition instanceof Comparison<E, ?> comparison
                && comparison.operator() == Comparison.Operator.EQ
                && comparison.left() instanceof Column<E, ?> column
                && comparison.right() instanceof Literal<E, ?>) {
            equated.add(column.property());
        }
    }

    private static <E> boolean covers(Set<Property<E, ?>> equated, Key<E> key) {
        return equated.containsAll(key.properties());
    }
}
