package org.reactiveorm.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything that the library signals. The subclass says what the caller can do next; {@link #context()}
 * says where it happened.
 */
public abstract sealed class OrmException extends RuntimeException
        permits CommitOutcomeUnknownException,
                ConnectionLostException,
                ConstraintViolationException,
                DatabaseException,
                DeadlineExceededException,
                InvalidQueryException,
                InvalidValueException,
                MappingException,
                NotFoundException,
                NotLoadedException,
                NotUniqueException,
                PoolExhaustedException,
                SchemaMismatchException,
                StaleEntityException,
                TransactionConflictException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorContext context;

    OrmException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, cause);
        this.context = context;
    }

    /** Where it happened: entity, SQL text, SQLSTATE, constraint and properties as far as they are known. */
    public ErrorContext context() {
        // transient: a deserialised exception has its message only
        return context == null ? ErrorContext.none() : context;
    }
}
