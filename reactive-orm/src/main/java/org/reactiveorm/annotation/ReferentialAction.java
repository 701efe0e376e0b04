package org.reactiveorm.annotation;

/** What happens to a referring row (PostgreSQL, chapter 5.5.5). */
public enum ReferentialAction {
    /** The change is refused at the end of the statement, or of the transaction if the constraint is deferred. */
    NO_ACTION,
    /** The change is refused at once. */
    RESTRICT,
    /** The referring row is deleted or its key follows. */
    CASCADE,
    /** The referring key becomes NULL. */
    SET_NULL,
    /** The referring key takes its column default. */
    SET_DEFAULT
}
