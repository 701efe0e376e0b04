package org.reactiveorm.error;

import org.jspecify.annotations.Nullable;

/** The row has another version than the one the change was based on, or is gone. Nothing was changed. In HTTP: 412. */
public final class StaleEntityException extends OrmException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object id;
    private final transient @Nullable Object expectedVersion;

    /** Says which row and which version was expected. */
    public StaleEntityException(String entity, Object id, Object expectedVersion) {
        this(
                "%s %s has been changed or deleted since version %s was read. Read it again and repeat the change."
                        .formatted(entity, id, expectedVersion),
                ErrorContext.of(entity),
                id,
                expectedVersion);
    }

    private StaleEntityException(
            @Nullable String message, ErrorContext context, @Nullable Object id, @Nullable Object expectedVersion) {
        super(message == null ? "" : message, context, null);
        this.id = id;
        this.expectedVersion = expectedVersion;
    }

    /** The same for the first of several rows that were to be changed together, of which so many are stale. */
    public StaleEntityException among(long stale, long rows) {
        String extent = rows == 1 ? "" : " %d of the %d rows are stale; none was changed.".formatted(stale, rows);
        return with(getMessage() + extent, context());
    }

    /** The same with more to say. */
    StaleEntityException with(String message, ErrorContext context) {
        return new StaleEntityException(message, context, id, expectedVersion);
    }

    /** The row's id, of several columns as a list of their values, binary values as hexadecimal text; null if the exception was deserialised. */
    public @Nullable Object id() {
        return id;
    }

    /** The version that was expected; null if the exception was deserialised. */
    public @Nullable Object expectedVersion() {
        return expectedVersion;
    }
}
