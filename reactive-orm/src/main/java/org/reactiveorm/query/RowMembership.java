package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;

/**
 * Several expressions that are together equal to one of many rows of values. Each expression's values are one array parameter, so
 * that the SQL text does not depend on their number.
 *
 * @param left the expressions
 * @param values for each expression its values, at least one and in the same order
 * @param <E> the entity
 */
public record RowMembership<E>(List<Expression<E, ?>> left, List<List<Object>> values) implements Condition<E> {

    /** Keeps its own copies. */
    public RowMembership {
        left = List.copyOf(left);
        values = List.copyOf(values);
    }

    /** The rows of these entities, of which there is at least one. */
    public static <E> RowMembership<E> of(EntityModel<E> entity, Collection<E> rows) {
        List<Expression<E, ?>> key = new ArrayList<>();
        List<List<Object>> values = new ArrayList<>();
        for (Property<E, ?> property : entity.primaryKey().properties()) {
            key.add(new ValueColumn<>(entity.name(), property));
            values.add(rows.stream()
                    .<Object>map(row -> Objects.requireNonNull(property.get(row), property.name()))
                    .toList());
        }
        return new RowMembership<>(key, values);
    }

    /** The rows with these primary keys, of which there is at least one, given column by column. */
    public static <E> RowMembership<E> ofKeys(EntityModel<E> entity, List<List<Object>> byColumn) {
        List<Expression<E, ?>> key = new ArrayList<>();
        for (Property<E, ?> property : entity.primaryKey().properties()) {
            key.add(new ValueColumn<>(entity.name(), property));
        }
        return new RowMembership<>(key, byColumn);
    }

    /** Equal to one of the rows that {@code parts} take apart; of none: false. */
    static <E, V> Condition<E> of(Collection<? extends V> rows, List<Part<E, V, ?>> parts) {
        InvalidQueryException.requireGiven(rows, "The values are null. Give an empty collection for none.");
        return rows.isEmpty()
                ? Condition.never()
                : new RowMembership<>(
                        parts.stream().<Expression<E, ?>>map(Part::expression).toList(),
                        parts.stream().map(part -> part.valuesOf(rows)).toList());
    }

    /**
     * An expression, and the value in a row that it is compared with.
     *
     * @param expression what is compared
     * @param value takes the value out of a row
     */
    record Part<E, V, T>(Expression<E, T> expression, Function<? super V, ? extends T> value) {

        List<Object> valuesOf(Collection<? extends V> rows) {
            return rows.stream()
                    .<Object>map(row -> Operands.fitting(expression, value.apply(row)))
                    .toList();
        }
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.rowMembership(this);
    }
}
