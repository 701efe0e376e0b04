package org.reactiveorm.transaction;

import io.r2dbc.postgresql.api.ErrorDetails;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.CheckViolationException;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.ExclusionViolationException;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.error.NotNullViolationException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.error.UniqueViolationException;

/** Says which constraint of the model does not hold (SQLSTATE class 23), in the model's words. */
final class Violations {

    /** {@code Key (a, b)=(1, 2) already exists.} The columns are wanted, the values never. */
    private static final Pattern KEY = Pattern.compile("^Key \\((.*?)\\)=\\(");

    private final ErrorDetails details;
    private final ErrorSubject subject;
    private final @Nullable String constraint;
    private final List<String> properties;

    private Violations(ErrorDetails details, ErrorSubject subject) {
        this.details = details;
        this.subject = subject;
        this.constraint = details.getConstraintName().orElse(null);
        this.properties = properties();
    }

    static OrmException of(ErrorDetails details, ErrorSubject subject, Throwable error) {
        return new Violations(details, subject).exception(error);
    }

    private OrmException exception(Throwable error) {
        ErrorContext context =
                new ErrorContext(subject.entity(), subject.sql(), details.getCode(), constraint, properties);
        return switch (details.getCode()) {
            case "23505" ->
                new UniqueViolationException(
                        "%s with the same %s exists%s. Use another value, or an upsert on this key."
                                .formatted(article(entity()), listed("key"), named()),
                        context,
                        error);
            case "23503" -> new ForeignKeyViolationException(foreignKey(), context, error);
            case "23502" ->
                new NotNullViolationException(
                        "%s must not be null. Give it a value, or drop NOT NULL.".formatted(qualified()),
                        context,
                        error);
            case "23514" ->
                new CheckViolationException(
                        "%s breaks a check%s: the values do not fulfil its condition."
                                .formatted(article(entity()), named()),
                        context,
                        error);
            case "23P01" ->
                new ExclusionViolationException(
                        "%s conflicts with another row%s.".formatted(article(entity()), named()), context, error);
            default ->
                new DatabaseException(
                        "A constraint of %s does not hold (SQLSTATE %s)%s."
                                .formatted(entity(), details.getCode(), named()),
                        context,
                        error);
        };
    }

    private String foreignKey() {
        String referred = constraint == null ? null : subject.referredBy(constraint);
        boolean stillReferred = details.getDetail()
                .filter(detail -> detail.contains("is still referenced"))
                .isPresent();
        if (stillReferred) {
            return "%s cannot be deleted or change its key: rows of %s still refer to it%s. Delete those first, or give the foreign key an ON DELETE action."
                    .formatted(article(entity()), details.getTableName().orElse("another table"), named());
        }
        return "%s refers to %s that does not exist%s. Create it first, or use the key of one that exists."
                .formatted(qualified(), referred == null ? "a row" : articleInside(referred), named());
    }

    private List<String> properties() {
        List<String> known = constraint == null ? List.of() : subject.propertiesOf(constraint);
        if (!known.isEmpty()) {
            return known;
        }
        return columns().map(subject::propertyOf).toList();
    }

    private Stream<String> columns() {
        if (details.getColumnName().isPresent()) {
            return details.getColumnName().stream();
        }
        return details.getDetail().map(KEY::matcher).filter(Matcher::find).stream()
                .flatMap(key -> Stream.of(key.group(1).split(", ", -1)));
    }

    private String entity() {
        String entity = subject.entity();
        return entity != null
                ? entity
                : details.getTableName().map(table -> "row of " + table).orElse("row");
    }

    /** {@code Post.userId}, {@code Post.a and b}, or a word for it when no column is known. */
    private String qualified() {
        String owner = subject.entity() != null
                ? subject.entity()
                : details.getTableName().orElse("row");
        return properties.isEmpty() ? "A column of " + owner : owner + "." + listed("");
    }

    private String listed(String nothing) {
        return properties.isEmpty() ? nothing : String.join(" and ", properties);
    }

    private String named() {
        return constraint == null ? "" : " (constraint " + constraint + ")";
    }

    private static String article(String entity) {
        return (startsWithVowel(entity) ? "An " : "A ") + entity;
    }

    private static String articleInside(String entity) {
        return (startsWithVowel(entity) ? "an " : "a ") + entity;
    }

    /** {@code User} and {@code Unit} are spoken with a consonant, as is most of what begins with a U. */
    private static boolean startsWithVowel(String word) {
        return "AEIOaeio".indexOf(word.charAt(0)) >= 0;
    }
}
