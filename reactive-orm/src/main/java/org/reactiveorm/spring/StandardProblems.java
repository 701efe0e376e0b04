package org.reactiveorm.spring;

import static java.util.Map.entry;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.CheckViolationException;
import org.reactiveorm.error.CommitOutcomeUnknownException;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.DeadlineExceededException;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.ExclusionViolationException;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.NotNullViolationException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.error.PoolExhaustedException;
import org.reactiveorm.error.StaleEntityException;
import org.reactiveorm.error.TransactionConflictException;
import org.reactiveorm.error.UniqueViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The table of {@link OrmProblems#standard()}. What is not in it is a mistake of the service, not of its caller. */
record StandardProblems() implements OrmProblems {

    private static final String TYPE = "urn:problem-type:reactive-orm:";

    private static final Answer MISTAKE =
            new Answer(HttpStatus.INTERNAL_SERVER_ERROR, null, "The service made a mistake.");

    private static final Map<Class<? extends OrmException>, Answer> ANSWERS = Map.ofEntries(
            entry(InvalidQueryException.class, Answer.open(HttpStatus.BAD_REQUEST, "Invalid query")),
            entry(NotFoundException.class, Answer.open(HttpStatus.NOT_FOUND, "Not found")),
            entry(UniqueViolationException.class, Answer.open(HttpStatus.CONFLICT, "Already exists")),
            entry(ForeignKeyViolationException.class, Answer.open(HttpStatus.CONFLICT, "Reference does not hold")),
            entry(ExclusionViolationException.class, Answer.open(HttpStatus.CONFLICT, "Conflicting row")),
            entry(TransactionConflictException.class, Answer.open(HttpStatus.CONFLICT, "Concurrent change")),
            entry(StaleEntityException.class, Answer.open(HttpStatus.PRECONDITION_FAILED, "Changed in the meantime")),
            entry(NotNullViolationException.class, Answer.open(HttpStatus.UNPROCESSABLE_CONTENT, "Value missing")),
            entry(CheckViolationException.class, Answer.open(HttpStatus.UNPROCESSABLE_CONTENT, "Check does not hold")),
            entry(InvalidValueException.class, Answer.open(HttpStatus.UNPROCESSABLE_CONTENT, "Invalid value")),
            entry(DeadlineExceededException.class, Answer.later("The database took too long. Try again later.")),
            entry(PoolExhaustedException.class, Answer.later("Too much is going on. Try again later.")),
            entry(ConnectionLostException.class, Answer.later("The database cannot be reached. Try again later.")),
            entry(
                    CommitOutcomeUnknownException.class,
                    new Answer(
                            HttpStatus.INTERNAL_SERVER_ERROR,
                            "Outcome unknown",
                            "It is not known whether the change was made. Look before you repeat it.")));

    @Override
    public ProblemDetail of(OrmException error) {
        Answer answer = ANSWERS.getOrDefault(error.getClass(), MISTAKE);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                answer.status, answer.detail == null ? error.getMessage() : answer.detail);
        if (answer.title != null) {
            problem.setType(typeOf(error));
            problem.setTitle(answer.title);
        }
        if (answer.detail == null) {
            describe(problem, error.context());
        }
        return problem;
    }

    private static void describe(ProblemDetail problem, ErrorContext context) {
        if (context.entity() != null) {
            problem.setProperty("entity", context.entity());
        }
        if (!context.properties().isEmpty()) {
            problem.setProperty("properties", context.properties());
        }
        if (context.constraint() != null) {
            problem.setProperty("constraint", context.constraint());
        }
        if (context.relation() != null) {
            problem.setProperty("relation", context.relation());
        }
        if (context.row() != null) {
            problem.setProperty("row", context.row());
        }
    }

    /** {@code UniqueViolationException} is {@code unique-violation}. */
    private static URI typeOf(OrmException error) {
        String name = error.getClass().getSimpleName().replaceFirst("Exception$", "");
        return URI.create(TYPE + name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT));
    }

    /**
     * What to say.
     *
     * @param title of its own, or null for that of the status, without a type
     * @param detail a fixed text, or null for the error's own message, which is meant for the caller
     */
    private record Answer(
            HttpStatus status,
            @Nullable String title,
            @Nullable String detail) {

        static Answer open(HttpStatus status, String title) {
            return new Answer(status, title, null);
        }

        static Answer later(String detail) {
            return new Answer(HttpStatus.SERVICE_UNAVAILABLE, "Temporarily unavailable", detail);
        }
    }
}
