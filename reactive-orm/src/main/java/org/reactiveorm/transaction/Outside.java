package org.reactiveorm.transaction;

import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * What is around a transaction.
 *
 * @param key what sessions are kept under in contexts
 * @param session the session there, or null
 * @param entry what contexts there have under the key, or null; not the session if it is one that somebody else's context tells
 */
record Outside(
        Object key, @Nullable Session session, @Nullable Session entry) {

    /** What is around a transaction of a subscriber with this context. */
    static Outside of(Transactions key, @Nullable Session session, ContextView context) {
        return new Outside(key, session, context.getOrDefault(key, null));
    }

    boolean isTransaction() {
        return session != null;
    }

    /** A context of within the transaction, as it would be outside; outside of all that are given up. */
    Context leave(Context inside) {
        if (session instanceof Transaction around && around.state().gate().isGivenUp()) {
            return around.outside().leave(inside);
        }
        return entry == null ? inside.delete(key) : inside.put(key, entry);
    }
}
