package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;

/**
 * What a transaction begins with.
 *
 * @param options how it is begun
 * @param settings the statement that sets its session variables, or empty
 * @param outside what is around it
 * @param deadlines for its statements, if they have a limit
 */
record Opening(
        TransactionOptions options,
        String settings,
        Outside outside,
        @Nullable Deadlines<SessionStatement<?>> deadlines) {

    /** The first version that has {@code transaction_timeout}. */
    private static final int ENDS_TRANSACTIONS = 17;

    /** All of it travels in one message. */
    String sql(Connection connection) {
        String begin = options.begin() + limits(connection);
        return settings.isEmpty() ? begin : begin + "; " + settings;
    }

    private String limits(Connection connection) {
        TimeLimits limits = options.limits();
        return limits.transaction() != null && majorVersion(connection) >= ENDS_TRANSACTIONS
                ? limits.sqlWithTransaction()
                : limits.sql();
    }

    private static int majorVersion(Connection connection) {
        String version = connection.getMetadata().getDatabaseVersion(); // 18.6, or 19beta1
        int digits = 0;
        while (digits < version.length() && Character.isDigit(version.charAt(digits))) {
            digits++;
        }
        return digits == 0 ? 0 : Integer.parseInt(version.substring(0, digits));
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
