package org.reactiveorm.write;

/** What is done about a row that is not there. */
enum Absence {
    /** The whole call fails. */
    FAILS,
    /** It is left out. */
    IS_FINE
}
