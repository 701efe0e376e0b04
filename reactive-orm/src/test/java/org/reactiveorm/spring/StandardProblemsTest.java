package org.reactiveorm.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactiveorm.error.CheckViolationException;
import org.reactiveorm.error.CommitOutcomeUnknownException;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.DeadlineExceededException;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.ExclusionViolationException;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.NotLoadedException;
import org.reactiveorm.error.NotNullViolationException;
import org.reactiveorm.error.NotUniqueException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.error.PoolExhaustedException;
import org.reactiveorm.error.SchemaMismatchException;
import org.reactiveorm.error.StaleEntityException;
import org.reactiveorm.error.TransactionConflictException;
import org.reactiveorm.error.UniqueViolationException;
import org.springframework.http.ProblemDetail;

class StandardProblemsTest {

    private static final String MESSAGE = "The message.";
    private static final ErrorContext WHERE = new ErrorContext(
            "User", "select secret from users", "12345", "users_email_key", List.of("email"), null, null);

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(400, "invalid-query", new InvalidQueryException(MESSAGE, WHERE)),
                Arguments.of(404, "not-found", new NotFoundException(MESSAGE, WHERE)),
                Arguments.of(409, "unique-violation", new UniqueViolationException(MESSAGE, WHERE, null)),
                Arguments.of(409, "foreign-key-violation", new ForeignKeyViolationException(MESSAGE, WHERE, null)),
                Arguments.of(409, "exclusion-violation", new ExclusionViolationException(MESSAGE, WHERE, null)),
                Arguments.of(409, "transaction-conflict", new TransactionConflictException(MESSAGE, WHERE, null)),
                Arguments.of(412, "stale-entity", new StaleEntityException("User", 1, 2)),
                Arguments.of(422, "not-null-violation", new NotNullViolationException(MESSAGE, WHERE, null)),
                Arguments.of(422, "check-violation", new CheckViolationException(MESSAGE, WHERE, null)),
                Arguments.of(422, "invalid-value", new InvalidValueException(MESSAGE, WHERE, null)),
                Arguments.of(
                        503,
                        "deadline-exceeded",
                        new DeadlineExceededException(MESSAGE, DeadlineExceededException.Deadline.LOCK, WHERE, null)),
                Arguments.of(503, "pool-exhausted", new PoolExhaustedException(MESSAGE, WHERE, null)),
                Arguments.of(503, "connection-lost", new ConnectionLostException(MESSAGE, WHERE, null)),
                Arguments.of(500, "commit-outcome-unknown", new CommitOutcomeUnknownException(MESSAGE, WHERE, null)),
                Arguments.of(500, null, new NotUniqueException(MESSAGE, WHERE)),
                Arguments.of(500, null, new NotLoadedException("User", "posts")),
                Arguments.of(500, null, new MappingException(MESSAGE, WHERE, null)),
                Arguments.of(500, null, new SchemaMismatchException(MESSAGE, WHERE)),
                Arguments.of(500, null, new DatabaseException(MESSAGE, WHERE, null)));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void everyErrorHasItsStatusAndItsType(int status, @Nullable String type, OrmException error) {
        ProblemDetail problem = OrmProblems.standard().of(error);
        assertThat(problem.getStatus()).isEqualTo(status);
        assertThat(problem.getType())
                .isEqualTo(type == null ? null : URI.create("urn:problem-type:reactive-orm:" + type));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void whatIsNotTheCallersFaultTellsNothingOfTheInside(int status, @Nullable String type, OrmException error) {
        ProblemDetail problem = OrmProblems.standard().of(error);
        assertThat(problem.toString()).doesNotContain("secret", "12345");
        if (status >= 500) {
            assertThat(problem.getDetail()).isNotEqualTo(error.getMessage());
            assertThat(problem.getProperties()).isNull();
        } else {
            assertThat(problem.getDetail()).isEqualTo(error.getMessage());
        }
    }

    @Test
    void theTestKnowsAllErrors() {
        List<Class<?>> all = new ArrayList<>();
        leaves(OrmException.class, all);
        Set<Class<?>> tested =
                errors().map(row -> row.get()[2].getClass()).collect(java.util.stream.Collectors.toSet());
        assertThat(tested).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void aViolationNamesEntityPropertiesAndConstraint() {
        ProblemDetail problem = OrmProblems.standard().of(new UniqueViolationException(MESSAGE, WHERE, null));
        assertThat(problem.getTitle()).isEqualTo("Already exists");
        assertThat(problem.getProperties())
                .isEqualTo(Map.of("entity", "User", "properties", List.of("email"), "constraint", "users_email_key"));
    }

    private static void leaves(Class<?> type, List<Class<?>> into) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        if (permitted == null) {
            into.add(type);
            return;
        }
        for (Class<?> each : permitted) {
            leaves(each, into);
        }
    }
}
