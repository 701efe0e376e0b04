package org.reactiveorm.schema;

/**
 * An index as the database has it; keys are indexes too.
 *
 * @param kind what it promises
 * @param key its name and columns
 */
record LiveKey(Kind kind, KeyDefinition key) {

    enum Kind {
        PRIMARY,
        UNIQUE,
        /** Unique among some of the rows; which they are is not compared, because the server writes conditions in its own way. */
        PARTIALLY_UNIQUE,
        PLAIN
    }
}
