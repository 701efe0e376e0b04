package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Property;

/** Tells whether a condition can hold for at most one row, because it gives a value for a whole unique key. */
public final class UniqueMatch {

    private UniqueMatch() {}

    /** Whether the condition equates all columns of the primary key, or of a unique constraint, with values. */
    public static <E> boolean isUnique(EntityModel<E> entity, Condition<E> condition) {
        List<Condition<E>> conjuncts = conjuncts(condition);
        for (Key<E> key : entity.keys()) {
            if (values(key, conjuncts) != null) {
                return true;
            }
        }
        return false;
    }

    /** The row that the condition means, if it equates the columns of one unique key with values and says nothing else. */
    static <E> Optional<KeyMatch<E>> of(EntityModel<E> entity, Condition<E> condition) {
        List<Condition<E>> conjuncts = conjuncts(condition);
        for (Key<E> key : entity.keys()) {
            List<Object> values = values(key, conjuncts);
            if (values != null && values.size() == conjuncts.size()) {
                return Optional.of(new KeyMatch<>(key.properties(), values));
            }
        }
        return Optional.empty();
    }

    private static <E> List<Condition<E>> conjuncts(Condition<E> condition) {
        return condition instanceof Junction<E> junction && junction.kind() == Junction.Kind.AND
                ? junction.conditions()
                : List.of(condition);
    }

    private static <E> @Nullable List<Object> values(Key<E> key, List<Condition<E>> conjuncts) {
        List<Object> values = new ArrayList<>(key.properties().size());
        for (Property<E, ?> property : key.properties()) {
            Object value = equated(property, conjuncts);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    private static <E> @Nullable Object equated(Property<E, ?> property, List<Condition<E>> conjuncts) {
        for (Condition<E> conjunct : conjuncts) {
            if (conjunct instanceof Comparison<E, ?> comparison
                    && comparison.operator() == Comparison.Operator.EQ
                    && comparison.left() instanceof Column<E, ?> column
                    && column.property() == property
                    && comparison.right() instanceof Literal<E, ?> literal) {
                return literal.value();
            }
        }
        return null;
    }
}
