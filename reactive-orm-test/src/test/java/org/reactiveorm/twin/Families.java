package org.reactiveorm.twin;

import org.reactiveorm.query.BooleanExpression;
import org.reactiveorm.query.ComparableExpression;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.DecimalExpression;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.FloatExpression;
import org.reactiveorm.query.Grouped;
import org.reactiveorm.query.IntegerExpression;
import org.reactiveorm.query.TextExpression;
import org.reactiveorm.query.TimeExpression;
import org.reactiveorm.query.ToManyRelation;
import org.reactiveorm.query.ToOneRelation;

/** Calls the overload that the compiler would choose, where the family of an expression is known at run time only. */
@SuppressWarnings("unchecked") // each overload answers an expression of the type that it is given
final class Families {

    private Families() {}

    static <E, C, T> Expression<E, T> get(ToOneRelation<E, C, ?> relation, Expression<C, T> value) {
        if (value instanceof TextExpression<?> text) {
            return (Expression<E, T>) relation.get((TextExpression<C>) text);
        } else if (value instanceof IntegerExpression<?, ?> whole) {
            return (Expression<E, T>) relation.get((IntegerExpression<C, ?>) whole);
        } else if (value instanceof DecimalExpression<?, ?> decimal) {
            return (Expression<E, T>) relation.get((DecimalExpression<C, ?>) decimal);
        } else if (value instanceof FloatExpression<?, ?> real) {
            return (Expression<E, T>) relation.get((FloatExpression<C, ?>) real);
        } else if (value instanceof TimeExpression<?, ?> time) {
            return (Expression<E, T>) relation.get((TimeExpression<C, ?>) time);
        } else if (value instanceof BooleanExpression<?> flag) {
            return (Expression<E, T>) relation.get((BooleanExpression<C>) flag);
        } else if (value instanceof ComparableExpression<C, T> comparable) {
            return relation.get(comparable);
        }
        return relation.get(value);
    }

    static <E, C, T> Expression<E, T> aggregate(
            ToManyRelation<E, C, ?> relation, Expression<Grouped<C>, T> value, Condition<C> condition) {
        if (value instanceof TextExpression<?> text) {
            return (Expression<E, T>) relation.aggregate((TextExpression<Grouped<C>>) text, condition);
        } else if (value instanceof IntegerExpression<?, ?> whole) {
            return (Expression<E, T>) relation.aggregate((IntegerExpression<Grouped<C>, ?>) whole, condition);
        } else if (value instanceof DecimalExpression<?, ?> decimal) {
            return (Expression<E, T>) relation.aggregate((DecimalExpression<Grouped<C>, ?>) decimal, condition);
        } else if (value instanceof FloatExpression<?, ?> real) {
            return (Expression<E, T>) relation.aggregate((FloatExpression<Grouped<C>, ?>) real, condition);
        } else if (value instanceof TimeExpression<?, ?> time) {
            return (Expression<E, T>) relation.aggregate((TimeExpression<Grouped<C>, ?>) time, condition);
        } else if (value instanceof ComparableExpression<?, ?> comparable) {
            return (Expression<E, T>) relation.aggregate((ComparableExpression<Grouped<C>, ?>) comparable, condition);
        }
        return relation.aggregate(value, condition);
    }
}
