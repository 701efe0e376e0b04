package org.reactiveorm.query;

import java.util.Arrays;
import java.util.Collection;

/**
 * Something that holds for a row of {@code E} or does not, with SQL's three-valued logic. A value: it can be kept, combined
 * and used in any number of queries.
 *
 * @param <E> the entity; a condition on another entity does not compile
 */
public sealed interface Condition<E>
        permits ArrayMatch,
                Comparison,
                Constant,
                IsNull,
                Junction,
                Membership,
                Negation,
                Related,
                RowComparison,
                RowMembership,
                SqlCondition,
                TextMatch {

    /** Answers by kind of condition. */
    <R> R accept(Visitor<E, R> visitor);

    /** Holds for every row. */
    @SuppressWarnings("unchecked") // says nothing about the entity
    static <E> Condition<E> always() {
        return (Condition<E>) Constant.TRUE;
    }

    /** Holds for no row. */
    @SuppressWarnings("unchecked") // says nothing about the entity
    static <E> Condition<E> never() {
        return (Condition<E>) Constant.FALSE;
    }

    /**
     * Holds where all of them hold; of none: everywhere.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if one is null
     */
    @SafeVarargs
    static <E> Condition<E> all(Condition<E>... conditions) {
        return all(Arrays.asList(Operands.given(conditions)));
    }

    /** {@link #all(Condition[])} of any number. */
    static <E> Condition<E> all(Collection<? extends Condition<E>> conditions) {
        return Junction.of(Junction.Kind.AND, conditions);
    }

    /** Holds where at least one of them holds; of none: nowhere. */
    static <E> Condition<E> any(Collection<? extends Condition<E>> conditions) {
        return Junction.of(Junction.Kind.OR, conditions);
    }

    /** Holds where none of them holds; of none: everywhere. */
    static <E> Condition<E> none(Collection<? extends Condition<E>> conditions) {
        return any(conditions).not();
    }

    /**
     * SQL of the caller with a {@code ?} for each argument; arguments that are columns are rendered in place, other values
     * are bound: {@code Condition.sql("length(?) > ?", USER.username, 3)}. An enum constant is bound as the column among the
     * arguments that holds it has it: {@code Condition.sql("? = any(?)", Role.ADMIN, USER.roles)}.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if an argument is null or cannot be bound
     */
    static <E> Condition<E> sql(String sql, Object... arguments) {
        return new SqlCondition<>(SqlFragment.of(sql, arguments));
    }

    /** Both hold. */
    default Condition<E> and(Condition<E> other) {
        return all(Arrays.asList(this, other));
    }

    /** At least one holds. */
    default Condition<E> or(Condition<E> other) {
        return any(Arrays.asList(this, other));
    }

    /** SQL NOT: unknown stays unknown. */
    default Condition<E> not() {
        return Negation.of(this);
    }

    /** One case for each kind of condition. */
    interface Visitor<E, R> {
        /** True or false for every row. */
        R constant(Constant<E> constant);

        /** AND or OR. */
        R junction(Junction<E> junction);

        /** NOT. */
        R negation(Negation<E> negation);

        /** Two expressions. */
        <T> R comparison(Comparison<E, T> comparison);

        /** NULL or not. */
        R isNull(IsNull<E> isNull);

        /** One of many values. */
        <T> R membership(Membership<E, T> membership);

        /** Several expressions. */
        R rowComparison(RowComparison<E> comparison);

        /** One of many keys. */
        R rowMembership(RowMembership<E> membership);

        /** Part of a text. */
        R textMatch(TextMatch<E> match);

        /** Elements of an array. */
        <T> R arrayMatch(ArrayMatch<E, T> match);

        /** Related rows. */
        <C> R related(Related<E, C> related);

        /** SQL of the caller. */
        R sql(SqlCondition<E> condition);
    }
}
