package org.reactiveorm.error;

import org.jspecify.annotations.Nullable;

/** No connection became free within the pool's acquire timeout. The message carries the pool's figures. */
public final class PoolExhaustedException extends OrmException {

    private static final long serialVersionUID = 1L;

    /** Says what happened, where and why. */
    public PoolExhaustedException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
