package org.reactiveorm.query;

/**
 * An expression whose values are numbers.
 *
 * @param <E> the entity
 * @param <N> the Java type of the number
 */
public sealed interface NumberExpression<E, N extends Number> extends ComparableExpression<E, N>
        permits NumberColumn, RelationCount {}
