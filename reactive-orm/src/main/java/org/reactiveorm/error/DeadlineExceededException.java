package org.reactiveorm.error;

import org.jspecify.annotations.Nullable;

/** The server ended a statement or a transaction because its time was over. Nothing of it remains. */
public final class DeadlineExceededException extends OrmException {

    private static final long serialVersionUID = 1L;

    private final Deadline deadline;

    /** Says which of the time limits was hit. */
    public DeadlineExceededException(
            String message, Deadline deadline, ErrorContext context, @Nullable Throwable cause) {
        super(message, context, cause);
        this.deadline = deadline;
    }

    /** Which of the time limits was hit. */
    public Deadline deadline() {
        return deadline;
    }

    /** The time limits that PostgreSQL knows (chapter 19.11.1). */
    public enum Deadline {
        /** {@code statement_timeout}, or a cancel request (57014). */
        STATEMENT,
        /** {@code lock_timeout}, or {@code NOWAIT} (55P03). */
        LOCK,
        /** {@code transaction_timeout} (25P04) or {@code idle_in_transaction_session_timeout} (25P03). */
        TRANSACTION
    }
}
