package org.reactiveorm.query;

import java.util.Arrays;
import java.util.Collection;
import org.reactiveorm.model.ColumnType;

/**
 * A value that the database computes for a row of {@code E}: a column, a number of related rows, an arithmetic term.
 *
 * @param <E> the entity whose row it is
 * @param <T> the Java type of the value (boxed)
 */
public sealed interface Expression<E, T> permits ArrayChange, Arithmetic, Column, ComparableExpression, Literal {

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

        /** The number of related rows. */
        <C> R relationCount(RelationCount<E, C> count);
    }
}
