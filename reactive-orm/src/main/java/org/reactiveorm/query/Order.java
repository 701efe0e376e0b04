package org.reactiveorm.query;

/**
 * One term of an ORDER BY.
 *
 * @param expression what to order by
 * @param direction which way
 * @param nulls where NULL goes
 * @param <E> the entity
 */
public record Order<E>(Expression<E, ?> expression, Direction direction, Nulls nulls) {

    /** Which way. */
    public enum Direction {
        /** Smallest first. */
        ASCENDING,
        /** Largest first. */
        DESCENDING
    }

    /** Where NULL goes. */
    public enum Nulls {
        /** As if NULL were larger than every value: PostgreSQL's default (chapter 7.5). */
        AS_LARGEST,
        /** Before every value. */
        FIRST,
        /** After every value. */
        LAST
    }

    static <E> Order<E> ascending(Expression<E, ?> expression) {
        return new Order<>(expression, Direction.ASCENDING, Nulls.AS_LARGEST);
    }

    static <E> Order<E> descending(Expression<E, ?> expression) {
        return new Order<>(expression, Direction.DESCENDING, Nulls.AS_LARGEST);
    }

    /** The same with NULL before every value. */
    public Order<E> nullsFirst() {
        return new Order<>(expression, direction, Nulls.FIRST);
    }

    /** The same with NULL after every value. */
    public Order<E> nullsLast() {
        return new Order<>(expression, direction, Nulls.LAST);
    }

    /** The same the other way round, NULL included. */
    public Order<E> reversed() {
        return new Order<>(
                expression,
                direction == Direction.ASCENDING ? Direction.DESCENDING : Direction.ASCENDING,
                switch (nulls) {
                    case AS_LARGEST -> Nulls.AS_LARGEST;
                    case FIRST -> Nulls.LAST;
                    case LAST -> Nulls.FIRST;
                });
    }

    /** Whether NULL comes before every value. */
    public boolean hasNullsFirst() {
        return nulls == Nulls.FIRST || (nulls == Nulls.AS_LARGEST && direction == Direction.DESCENDING);
    }
}
