package org.reactiveorm.sqlstate;

import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.CommitOutcomeUnknownException;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.DeadlineExceededException;
import org.reactiveorm.error.DeadlineExceededException.Deadline;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.error.TransactionConflictException;

/**
 * The one place that decides what an error of the driver means. It looks at the SQLSTATE; the driver's exception classes
 * do not tell a statement timeout from a dead connection.
 */
public final class DatabaseErrors {

    /** After errors of these severities the server closes the connection (PostgreSQL, table 19.2). */
    private static final Set<String> SESSION_ENDING = Set.of("FATAL", "PANIC");

    private DatabaseErrors() {}

    /**
     * What to signal instead of {@code error}: an {@link OrmException} for errors of the driver and the connection;
     * anything else, also what is an {@link OrmException} already, unchanged. Messages never carry row values.
     */
    public static Throwable translate(Throwable error, ErrorSubject subject) {
        if (error instanceof OrmException) {
            return error;
        }
        if (error instanceof PostgresqlException answer) {
            return ofServer(error, answer.getErrorDetails(), subject);
        }
        if (error instanceof R2dbcException driver && driver.getSqlState() != null) {
            return ofServer(error, ErrorDetails.fromCodeAndMessage(driver.getSqlState(), messageOf(error)), subject);
        }
        if (error instanceof R2dbcNonTransientResourceException
                || error instanceof R2dbcTransientResourceException
                || error instanceof IOException) {
            return lost(error, context(subject, null));
        }
        return error instanceof R2dbcException ? other(error, messageOf(error), context(subject, null)) : error;
    }

    /**
     * The same, but where the connection was lost and the server has not answered, as it does when it ends a session itself: what a
     * statement that is a transaction of its own writes may be committed then.
     */
    public static Throwable unanswered(Throwable translated) {
        if (!(translated instanceof ConnectionLostException lost)
                || isEndedByServer(lost.context().sqlState())) {
            return translated;
        }
        return new CommitOutcomeUnknownException(
                "The connection was lost before the server answered: what the statement writes may or may not be committed. Look before trying again.",
                lost.context(),
                lost.getCause());
    }

    private static boolean isEndedByServer(@Nullable String state) {
        return state != null && state.startsWith("57P");
    }

    /**
     * What to signal instead of {@code error}, which the driver has thrown when it was given a statement: it does not find
     * the placeholders in the text that the values are for. The driver's message may quote a value, so it is only the cause's.
     */
    public static Throwable unsent(Throwable error, ErrorSubject subject) {
        Throwable translated = translate(error, subject);
        return translated instanceof RuntimeException && !(translated instanceof OrmException)
                ? new InvalidQueryException(
                        "The driver does not take the statement%s (%s). Look in its SQL for a comment or a string that swallows the parameters behind it."
                                .formatted(of(subject), error.getClass().getSimpleName()),
                        context(subject, null),
                        error)
                : translated;
    }

    /** Whether {@code error} comes from the driver, which then knows that the statement is over on the server. */
    public static boolean isAnswer(Throwable error) {
        return driverError(error) != null;
    }

    /** Whether {@code error} says that the session is gone or about to go, so that its connection is of no use any more. */
    public static boolean isEndOfSession(Throwable error) {
        R2dbcException driver = driverError(error);
        @Nullable
        String severity = driver instanceof PostgresqlException answer
                ? answer.getErrorDetails().getSeverityNonLocalized()
                : null;
        if (severity != null) {
            return SESSION_ENDING.contains(severity);
        }
        // what the driver itself finds, when nothing comes from the server any more
        return driver instanceof R2dbcNonTransientResourceException;
    }

    /** Whether the server has refused a statement with it, and with it all that follow in the transaction or savepoint. */
    public static boolean isOfServer(Throwable error) {
        return driverError(error) instanceof PostgresqlException answer
                && answer.getErrorDetails().getSeverityNonLocalized() != null;
    }

    /** What has caused {@code error} in the end; what is behind an unknown host is only how the name server has said so. */
    public static Throwable rootOf(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && !(root instanceof UnknownHostException)) {
            root = root.getCause();
        }
        return root;
    }

    private static @Nullable R2dbcException driverError(Throwable error) {
        Throwable original = error instanceof OrmException ? error.getCause() : error;
        return original instanceof R2dbcException driver ? driver : null;
    }

    private static OrmException ofServer(Throwable error, ErrorDetails details, ErrorSubject statement) {
        String state = details.getCode();
        ErrorSubject subject = details.getTableName()
                .map(table -> statement.inTable(details.getSchemaName().orElse(null), table))
                .orElse(statement);
        ErrorContext context = context(subject, state);
        String message = details.getMessage();
        return switch (state) {
            case "57014" -> late(Deadline.STATEMENT, "The statement took too long or was cancelled", context, error);
            case "55P03" -> late(Deadline.LOCK, "A lock was not free in time", context, error);
            case "25P03", "25P04" -> late(Deadline.TRANSACTION, "The transaction took too long", context, error);
            case "57P01", "57P02", "57P03" -> lost(error, context);
            case "40001", "40P01" -> conflict(state, context, error);
            case "42P01", "42703" -> schemaMismatch(message, subject, context, error);
            case "26000", "42P05" -> preparedElsewhere(message, context, error);
            default ->
                switch (state.length() < 2 ? state : state.substring(0, 2)) {
                    case "08" -> lost(error, context);
                    case "22" -> InvalidValues.of(details, subject, error);
                    case "23" -> Violations.of(details, subject, error);
                    case "28", "3D" ->
                        new ConnectionLostException(
                                "The database refused the connection: %s. Check user, password and database name."
                                        .formatted(message),
                                context,
                                error);
                    default -> other(error, message, context);
                };
        };
    }

    private static DeadlineExceededException late(
            Deadline deadline, String what, ErrorContext context, Throwable error) {
        return new DeadlineExceededException(
                "%s (%s). Nothing of it remains; raise the limit or make it shorter."
                        .formatted(what, context.sqlState()),
                deadline,
                context,
                error);
    }

    private static ConnectionLostException lost(Throwable error, ErrorContext context) {
        return new ConnectionLostException(
                "The connection to the database was lost: %s. Try again later.".formatted(messageOf(error)),
                context,
                error);
    }

    private static TransactionConflictException conflict(String state, ErrorContext context, Throwable error) {
        String what = state.equals("40001")
                ? "The transaction could not be put in order with others that ran at the same time"
                : "The transaction and another one waited for each other";
        return new TransactionConflictException(
                "%s (%s). Nothing was changed; run the whole transaction again.".formatted(what, state),
                context,
                error);
    }

    private static DatabaseException schemaMismatch(
            String message, ErrorSubject subject, ErrorContext context, Throwable error) {
        return new DatabaseException(
                "The schema does not match%s: %s. Create the schema from the entities, or validate them against it to see every difference."
                        .formatted(
                                subject.entity() == null ? " the statement" : " the entity " + subject.entity(),
                                message),
                context,
                error);
    }

    private static DatabaseException preparedElsewhere(String message, ErrorContext context, Throwable error) {
        return new DatabaseException(
                "The server's prepared statements are not those of this connection: %s (%s). Behind a pooler such as PgBouncer put preparedStatementCacheQueries=0 into the URL."
                        .formatted(message, context.sqlState()),
                context,
                error);
    }

    private static DatabaseException other(Throwable error, String message, ErrorContext context) {
        String state = context.sqlState();
        return new DatabaseException(
                "The database refused the statement: %s%s."
                        .formatted(message, state == null ? "" : " (SQLSTATE " + state + ")"),
                context,
                error);
    }

    private static String of(ErrorSubject subject) {
        return subject.entity() == null ? "" : " of " + subject.entity();
    }

    private static String messageOf(Throwable error) {
        String message = error.getMessage();
        return message == null ? error.getClass().getSimpleName() : message;
    }

    static ErrorContext context(ErrorSubject subject, @Nullable String state) {
        return ErrorContext.none()
                .withEntity(subject.entity())
                .withSql(subject.sql())
                .withSqlState(state);
    }
}
