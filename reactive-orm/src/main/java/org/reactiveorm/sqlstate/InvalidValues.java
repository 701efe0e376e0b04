package org.reactiveorm.sqlstate;

import io.r2dbc.postgresql.api.ErrorDetails;
import java.util.regex.Pattern;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidValueException;

/** Says which value the database cannot take (SQLSTATE class 22), without the value. */
final class InvalidValues {

    /** From the first quote to the last one, since a value may have quotes and line breaks of its own. */
    private static final Pattern QUOTED = Pattern.compile(":? ?\".*\"", Pattern.DOTALL);

    private InvalidValues() {}

    static InvalidValueException of(ErrorDetails details, ErrorSubject subject, Throwable error) {
        Culprit culprit = subject.culprit(details.getTableName().orElse(null), clue(details));
        String entity = culprit.entity() == null ? subject.entity() : culprit.entity();
        ErrorContext context = ErrorContext.none()
                .withEntity(entity)
                .withSql(subject.sql())
                .withSqlState(details.getCode())
                .withProperties(culprit.properties())
                .withRow(culprit.position());
        String reason = "%s (%s)".formatted(withoutValue(details.getMessage()), details.getCode());
        String message = culprit.properties().isEmpty()
                ? "The database cannot take a value%s: %s.".formatted(entity == null ? "" : " of " + entity, reason)
                : "%s.%s cannot have such a value: %s."
                        .formatted(entity, String.join(" and ", culprit.properties()), reason);
        return new InvalidValueException(culprit.named(message), context, error);
    }

    private static Clue clue(ErrorDetails details) {
        return switch (details.getCode()) {
            case "22001", "22026" -> Clue.Length.of(details);
            case "22003" -> details.getDetail().isPresent() ? Clue.Digits.of(details) : Clue.Range.of(details);
            case "22P02", "22007", "22008" -> Clue.Text.of(details);
            default -> new Clue.Nothing();
        };
    }

    /** The server quotes a value where it has it as text, at any place of its message. */
    private static String withoutValue(String message) {
        String rest = QUOTED.matcher(message).replaceAll("").strip();
        return message.startsWith("\"") ? "it " + rest : rest;
    }
}
