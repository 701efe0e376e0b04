package org.reactiveorm.error;

import org.jspecify.annotations.Nullable;

/** A constraint of the database does not hold (SQLSTATE class 23). Nothing was changed. */
public abstract sealed class ConstraintViolationException extends OrmException
        permits CheckViolationException,
                ExclusionViolationException,
                ForeignKeyViolationException,
                NotNullViolationException,
                UniqueViolationException {

    private static final long serialVersionUID = 1L;

    ConstraintViolationException(String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
    }
}
