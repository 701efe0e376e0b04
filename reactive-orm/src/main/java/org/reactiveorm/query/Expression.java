package org.reactiveorm.query;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;

/**
 * A value that the database computes for a row of {@code E}: a column, a number of related rows, an arithmetic term.
 *
 * @param <E> the entity whose row it is
 * @param <T> the Java type of the value (boxed)
 */
public sealed interface Expression<E, T>
        permits Aggregate,
                Arithmetic,
                ArrayChange,
                BooleanExpression,
                Column,
                ComparableExpression,
                Conditional,
                Excluded,
                GroupKey,
                JsonChange,
                JsonPlace,
                Literal,
                RelatedAggregate,
                RelatedValue,
                SqlExpression,
                Term {

    /** How the value travels. */
    ColumnType<T> type();

    /** Answers by kind of expression. */
    <R> R accept(Visitor<E, R> visitor);

    /** Equal to the value; never true for NULL. */
    default Condition<E> eq(T value) {
        return compare(Comparison.Operator.EQ, value);
    }

    /** Different from the value; as in SQL not true for NULL, see {@link #isDistinctFrom}. */
    default Condition<E> ne(T value) {
        return compare(Comparison.Operator.NE, value);
    }

    /** Equal to another expression of the same row. */
    default Condition<E> eq(Expression<E, T> other) {
        return new Comparison<>(this, Comparison.Operator.EQ, other);
    }

    /** Different from another expression of the same row; not true where one of them is NULL. */
    default Condition<E> ne(Expression<E, T> other) {
        return new Comparison<>(this, Comparison.Operator.NE, other);
    }

    /** Different from the value, where NULL is different from every value. */
    default Condition<E> isDistinctFrom(T value) {
        return compare(Comparison.Operator.IS_DISTINCT_FROM, value);
    }

    /** Different from another expression of the same row, where NULL is a value like any other. */
    default Condition<E> isDistinctFrom(Expression<E, T> other) {
        return new Comparison<>(this, Comparison.Operator.IS_DISTINCT_FROM, other);
    }

    /** Equal to the value; false for NULL, where {@link #eq} is unknown. */
    default Condition<E> isNotDistinctFrom(T value) {
        return compare(Comparison.Operator.IS_NOT_DISTINCT_FROM, value);
    }

    /** Equal to another expression of the same row, or both are NULL. */
    default Condition<E> isNotDistinctFrom(Expression<E, T> other) {
        return new Comparison<>(this, Comparison.Operator.IS_NOT_DISTINCT_FROM, other);
    }

    /** Equal to one of the values; of no values: false. Any number of values is one parameter. */
    default Condition<E> in(Collection<? extends T> values) {
        return Membership.of(this, Membership.Kind.IN, values);
    }

    /** Equal to one of the values. */
    @SuppressWarnings("unchecked") // only read
    default Condition<E> in(T... values) {
        return in(Arrays.asList(Operands.present(this, values)));
    }

    /** Different from all of the values; as in SQL not true for NULL, but true for every row when there are no values. */
    default Condition<E> notIn(Collection<? extends T> values) {
        return Membership.of(this, Membership.Kind.NOT_IN, values);
    }

    /** Different from all of the values. */
    @SuppressWarnings("unchecked") // only read
    default Condition<E> notIn(T... values) {
        return notIn(Arrays.asList(Operands.present(this, values)));
    }

    /** NULL. */
    default Condition<E> isNull() {
        return new IsNull<>(this);
    }

    /** Not NULL. */
    default Condition<E> isNotNull() {
        return new IsNull<>(this).not();
    }

    /** Smallest first, NULL last. */
    default Order<E> asc() {
        return Order.ascending(this);
    }

    /** Largest first, NULL first (PostgreSQL's default); see {@link Order#nullsLast()}. */
    default Order<E> desc() {
        return Order.descending(this);
    }

    /** The value where the condition holds, NULL elsewhere: what an aggregate leaves out. */
    default Expression<E, T> when(Condition<E> condition) {
        return new Conditional<>(condition, this);
    }

    /** The value, or the given one where it is NULL. */
    default Expression<E, T> orElse(T value) {
        return Operands.coalesced(this, value);
    }

    /** What the rows of a group have in common, where they are grouped by this expression. */
    default Expression<Grouped<E>, T> key() {
        return new GroupKey<>(this);
    }

    /** How many rows of a group have a value that is not NULL. */
    default DecimalExpression<Grouped<E>, Long> count() {
        return new DecimalTerm<>(Aggregate.of(Aggregate.Function.COUNT, this, ColumnTypes.LONG));
    }

    /** How many different values that are not NULL the rows of a group have. */
    default DecimalExpression<Grouped<E>, Long> countDistinct() {
        return new DecimalTerm<>(Aggregate.of(Aggregate.Function.COUNT_DISTINCT, this, ColumnTypes.LONG));
    }

    /** The values of a group that are not NULL, in no particular order; NULL without any. */
    default Expression<Grouped<E>, List<T>> collected() {
        return Operands.collected(this, List.of());
    }

    /** The values of a group that are not NULL, in this order; NULL without any. */
    default Expression<Grouped<E>, List<T>> collected(Order<E> order) {
        return Operands.collected(this, Operands.inOrder(this, order));
    }

    /** A comparison with a value that is not null. */
    private Condition<E> compare(Comparison.Operator operator, T value) {
        return new Comparison<>(this, operator, Literal.operand(this, value));
    }

    /** One case for each kind of expression. */
    interface Visitor<E, R> {
        /** A column of the row. */
        <T> R column(Column<E, T> column);

        /** A value of the caller. */
        <T> R literal(Literal<E, T> literal);

        /** A term of two numbers. */
        <T> R arithmetic(Arithmetic<E, T> arithmetic);

        /** An array with elements added or removed. */
        <T> R arrayChange(ArrayChange<E, T> change);

        /** A value of the row that a to-one relation leads to. */
        <C, T> R relatedValue(RelatedValue<E, C, T> value);

        /** A value computed from related rows. */
        <C, T> R relatedAggregate(RelatedAggregate<E, C, T> aggregate);

        /** A value that an upsert would have inserted. */
        <T> R excluded(Excluded<E, T> excluded);

        /** A value under a condition. */
        <T> R conditional(Conditional<E, T> conditional);

        /** SQL of the library or of the caller. */
        <T> R sql(SqlExpression<E, T> sql);

        /** What a path in JSON leads to. */
        <T> R jsonPlace(JsonPlace<E, T> place);

        /** JSON with parts of it changed. */
        <T> R jsonChange(JsonChange<E, T> change);

        /** A value computed from the rows of a group; {@code E} is {@code Grouped<C>}. */
        <C, T> R aggregate(Aggregate<C, T> aggregate);

        /** What the rows of a group have in common; {@code E} is {@code Grouped<C>}. */
        <C, T> R groupKey(GroupKey<C, T> key);
    }
}
