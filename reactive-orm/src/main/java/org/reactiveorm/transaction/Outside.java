package org.reactiveorm.transaction;

import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/**
 * What is around a transaction.
 *
 * @param key what sessions are kept under in contexts
 * @param session the session there, or null
 */
record Outside(Object key, @Nullable Session session) {

    boolean isTransaction() {
        return session != null;
    }

    /** A context of within the transaction, as it would be outside; outside of all that are given up. */
    Context leave(Context inside) {
        if (session == null) {
            return inside.delete(key);
        }
        return session instanceof Transaction around
                        && around.state().isGivenUp().get()
                ? around.outside().leave(inside)
                : inside.put(key, session);
    }
}
