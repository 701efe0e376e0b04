package org.reactiveorm.transaction;

import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;

/**
 * What a transaction begins with.
 *
 * @param options how it is begun
 * @param settings the statement that sets its session variables, or empty
 */
record Opening(TransactionOptions options, String settings) {

    /** All of it travels in one message. */
    String sql() {
        return settings.isEmpty() ? options.begin() : options.begin() + "; " + settings;
    }

    /** Refuses a statement that has other variables. */
    void require(String ofStatement) {
        require(settings, ofStatement);
    }

    static void require(String ofTransaction, String ofStatement) {
        if (!ofTransaction.equals(ofStatement)) {
            throw new InvalidQueryException(
                    "The statement has other session variables than its transaction began with. Write what they come from into the context of the whole transaction: orm.transaction(…).contextWrite(…).",
                    ErrorContext.none());
        }
    }
}
