package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;

/**
 * A total order of rows, in which the values that a row is ordered by say where it stands: what comes after a row is a
 * condition on these values, which an index on them answers without reading what comes before.
 *
 * @param order the terms, the last of them those of the primary key
 * @param <E> the entity
 */
public record Keyset<E>(List<Order<E>> order) {

    /** Keeps its own copy. */
    public Keyset {
        order = List.copyOf(order);
    }

    /**
     * The order of a query, in which rows that are equal in it are told apart by their primary key, in the direction of the
     * least significant term, so that an index can serve all of it.
     */
    public static <E> Keyset<E> of(EntityModel<E> entity, List<Order<E>> terms) {
        List<Order<E>> order = new ArrayList<>(terms);
        Order.Direction direction = terms.isEmpty()
                ? Order.Direction.ASCENDING
                : terms.get(terms.size() - 1).direction();
        for (Property<E, ?> property : entity.primaryKey().properties()) {
            if (terms.stream().noneMatch(term -> isColumn(term.expression(), property))) {
                order.add(new Order<>(new ValueColumn<>(entity.name(), property), direction, Order.Nulls.AS_LARGEST));
            }
        }
        return new Keyset<>(order);
    }

    private static boolean isColumn(Expression<?, ?> expression, Property<?, ?> property) {
        return expression instanceof Column<?, ?> column && column.property().equals(property);
    }

    /** The order turned round. */
    public Keyset<E> reversed() {
        return new Keyset<>(order.stream().map(Order::reversed).toList());
    }

    /**
     * A place in the order.
     *
     * @param values for each term the value that the row there has, as PostgreSQL writes it as text, or null for NULL
     * @param bound whether the row itself is meant too
     */
    public record Place(List<@Nullable String> values, Bound bound) {

        private @Nullable String value(int i) {
            return values.get(i);
        }
    }

    /** Whether the row at a place is meant too. */
    public enum Bound {
        /** What lies beyond it. */
        EXCLUSIVE,
        /** The row as well. */
        INCLUSIVE
    }

    /** What comes after a place. */
    public Condition<E> after(Place place) {
        return after(0, place);
    }

    /**
     * What comes after a place, in one or two parts: where the first term may be NULL, those rows are
     * another range of an index than those with a value, and no scan covers both.
     */
    public List<Condition<E>> parts(Place place) {
        Order<E> first = order.get(0);
        Condition<E> isNull = first.expression().isNull();
        if (!isNullable(first) || (place.value(0) == null) != first.hasNullsFirst()) {
            return List.of(after(place));
        }
        return first.hasNullsFirst()
                ? List.of(isNull.and(after(1, place)), isNull.not())
                : List.of(among(0, place), isNull);
    }

    /** Whether the row, by the values it is ordered by, is in the second of two {@link #parts}. */
    public boolean isInSecondPart(List<@Nullable String> values) {
        return (values.get(0) == null) != order.get(0).hasNullsFirst();
    }

    private Condition<E> after(int i, Place place) {
        if (i == order.size()) {
            return place.bound() == Bound.INCLUSIVE ? Condition.always() : Condition.never();
        }
        if (isComparedAsRow(i)) {
            return compared(i, order.size(), place.bound() == Bound.INCLUSIVE ? from(i) : beyond(i), place);
        }
        Order<E> term = order.get(i);
        if (place.value(i) == null) {
            Condition<E> rest = after(i + 1, place);
            return term.hasNullsFirst()
                    ? term.expression().isNotNull().or(rest)
                    : term.expression().isNull().and(rest);
        }
        return isNullable(term) && !term.hasNullsFirst()
                ? among(i, place).or(term.expression().isNull())
                : among(i, place);
    }

    /** What comes after among the rows whose term {@code i} is not NULL. */
    private Condition<E> among(int i, Place place) {
        // the first half bounds a scan of an index, which the second one cannot
        return compared(i, i + 1, from(i), place)
                .and(compared(i, i + 1, beyond(i), place).or(after(i + 1, place)));
    }

    private Comparison.Operator from(int i) {
        return isDescending(i) ? Comparison.Operator.LTE : Comparison.Operator.GTE;
    }

    private Comparison.Operator beyond(int i) {
        return isDescending(i) ? Comparison.Operator.LT : Comparison.Operator.GT;
    }

    /** Whether the terms from here on have one direction and are never NULL. */
    private boolean isComparedAsRow(int from) {
        return order.subList(from, order.size()).stream()
                .allMatch(term ->
                        !isNullable(term) && term.direction() == order.get(from).direction());
    }

    private boolean isDescending(int i) {
        return order.get(i).direction() == Order.Direction.DESCENDING;
    }

    private static boolean isNullable(Order<?> term) {
        return !(term.expression() instanceof Column<?, ?> column)
                || column.property().isNullable();
    }

    private Condition<E> compared(int from, int to, Comparison.Operator operator, Place place) {
        List<Expression<E, ?>> left = new ArrayList<>();
        List<Literal<E, ?>> right = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Expression<E, ?> expression = order.get(i).expression();
            left.add(expression);
            right.add(new Literal<>(ColumnTypes.asText(expression.type()), place.value(i)));
        }
        return new RowComparison<>(left, operator, right);
    }
}
