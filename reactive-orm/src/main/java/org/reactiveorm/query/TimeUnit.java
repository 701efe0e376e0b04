package org.reactiveorm.query;

/** A length of time that dates and times are cut off to (PostgreSQL, chapter 9.9.2). */
public enum TimeUnit {
    /** A second. */
    SECOND,
    /** A minute. */
    MINUTE,
    /** An hour. */
    HOUR,
    /** A day. */
    DAY,
    /** A week, which begins on Monday (ISO 8601). */
    WEEK,
    /** A month. */
    MONTH,
    /** A quarter of a year. */
    QUARTER,
    /** A year. */
    YEAR
}
