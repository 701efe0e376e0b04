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
        PLAIN
    }
}
