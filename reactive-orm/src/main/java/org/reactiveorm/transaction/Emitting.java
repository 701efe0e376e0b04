package org.reactiveorm.transaction;

/** When the values of a transaction are emitted. */
public enum Emitting {
    /** When {@code COMMIT} is acknowledged: nobody ever sees a value of a transaction that was rolled back. Many are collected. */
    AFTER_COMMIT,
    /** As they come, with back-pressure: for reading more than can be collected. An error may come after values, also that of {@code COMMIT}. */
    EARLY
}
