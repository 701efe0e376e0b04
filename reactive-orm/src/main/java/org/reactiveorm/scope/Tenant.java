package org.reactiveorm.scope;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.InvalidQueryException;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** The tenant for whom a subscriber reads and writes: it travels in the Reactor context. */
public final class Tenant {

    private static final Object KEY = Tenant.class;

    private Tenant() {}

    /**
     * For {@code contextWrite}: everything above it is of this tenant, whose class is that of the {@code @TenantId} columns.
     *
     * @throws InvalidQueryException if it is null
     */
    public static Function<Context, Context> of(Object tenant) {
        Object given = InvalidQueryException.requireGiven(
                tenant, "The tenant is null. Give the value of the @TenantId columns, or leave contextWrite(…) out.");
        return context -> context.put(KEY, given);
    }

    /** The tenant of a subscriber with this context, or null. */
    public static @Nullable Object in(ContextView context) {
        return context.getOrDefault(KEY, null);
    }
}
