package org.reactiveorm.transaction;

import org.reactiveorm.sqlstate.ErrorSubject;

/**
 * What all transactions have in common.
 *
 * @param connections where connections come from
 * @param listener who hears of transactions
 * @param subject what an error of {@code COMMIT} can be about
 * @param limits what holds for transactions that have no limits of their own, and for statements outside of them
 */
public record Surroundings(
        ConnectionProvider connections, TransactionListener listener, ErrorSubject subject, TimeLimits limits) {}
