package org.reactiveorm.sqlstate;

import io.r2dbc.postgresql.api.ErrorDetails;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.CheckViolationException;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.ExclusionViolationException;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.error.NotNullViolationException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.sqlstate.Clue.Key.Fault;

/** Says which constraint of the model does not hold (SQLSTATE class 23), in the model's words. */
final class Violations {

    private final ErrorDetails details;
    private final ErrorSubject subject;
    private final Throwable error;
    private final @Nullable String constraint;

    private Violations(ErrorDetails details, ErrorSubject subject, Throwable error) {
        this.details = details;
        this.subject = subject;
        this.error = error;
        this.constraint = details.getConstraintName().orElse(null);
    }

    static OrmException of(ErrorDetails details, ErrorSubject subject, Throwable error) {
        return new Violations(details, subject, error).exception();
    }

    private OrmException exception() {
        return switch (details.getCode()) {
            case "23505" -> unique();
            case "23503", "23001" -> foreignKey();
            case "23502" -> notNull();
            case "23514" -> check();
            case "23P01" -> exclusion();
            default ->
                new DatabaseException(
                        "A constraint of %s does not hold (SQLSTATE %s)%s."
                                .formatted(entity(), details.getCode(), named()),
                        context(ofRow(new Clue.Nothing(), this::column)),
                        error);
        };
    }

    private OrmException unique() {
        Violation unique = ofRow(key(Fault.TAKEN), this::keyColumns);
        String message = "%s with the same %s exists%s. Use another value, or an upsert on this key."
                .formatted(article(entity()), listed(unique.properties, "key"), named());
        return new UniqueViolationException(unique.message(message), context(unique), error);
    }

    private OrmException notNull() {
        Violation missing = ofRow(Clue.FailingRow.of(details), this::column);
        String message =
                "%s must not be null. Give it a value, or drop NOT NULL.".formatted(qualified(missing.properties));
        return new NotNullViolationException(missing.message(message), context(missing), error);
    }

    private OrmException check() {
        Violation check = ofRow(Clue.FailingRow.of(details), List::of);
        // without a constraint it is the partitions' bounds, which only the server's text says
        String reason = constraint == null ? details.getMessage() : "the values do not fulfil its condition";
        String message = "%s breaks a check%s: %s.".formatted(article(entity()), named(), reason);
        return new CheckViolationException(check.message(message), context(check), error);
    }

    private OrmException exclusion() {
        Violation exclusion = ofRow(key(Fault.TAKEN), this::keyColumns);
        String message = "%s conflicts with another row%s.".formatted(article(entity()), named());
        return new ExclusionViolationException(exclusion.message(message), context(exclusion), error);
    }

    /**
     * What does not hold.
     *
     * @param entity the entity
     * @param properties its properties
     * @param relation the relation of a foreign key
     * @param culprit the row
     */
    private record Violation(
            @Nullable String entity,
            List<String> properties,
            @Nullable String relation,
            Culprit culprit) {

        String message(String text) {
            return culprit.named(text);
        }
    }

    private ErrorContext context(Violation violation) {
        return ErrorContext.none()
                .withEntity(violation.entity)
                .withSql(subject.sql())
                .withSqlState(details.getCode())
                .withConstraint(constraint)
                .withProperties(violation.properties)
                .withRelation(violation.relation)
                .withRow(violation.culprit.position());
    }

    /** A row of the table that the server names breaks a constraint. */
    private Violation ofRow(Clue clue, Supplier<List<String>> columns) {
        return new Violation(subject.entity(), properties(columns), null, culprit(clue));
    }

    private Culprit culprit(Clue clue) {
        return subject.culprit(details.getTableName().orElse(null), clue);
    }

    private List<String> properties(Supplier<List<String>> columns) {
        List<String> known = constraint == null ? List.of() : subject.propertiesOf(constraint);
        return known.isEmpty() ? columns.get().stream().map(subject::propertyOf).toList() : known;
    }

    private List<String> column() {
        return details.getColumnName().map(List::of).orElse(List.of());
    }

    private List<String> keyColumns() {
        return key(Fault.MISSING) instanceof Clue.Key key ? key.columns() : List.of();
    }

    private Clue key(Fault fault) {
        return Clue.Key.of(details, fault);
    }

    // Foreign keys

    /** Of both directions the server names the referring table; RESTRICT has a state of its own since PostgreSQL 18. */
    private OrmException foreignKey() {
        boolean isReferred = details.getCode().equals("23001")
                || details.getDetail()
                        .filter(detail -> detail.contains("referenced from"))
                        .isPresent();
        Reference reference = constraint == null
                ? null
                : subject.reference(
                        details.getTableName().orElse(""), constraint, isReferred ? List.of() : keyColumns());
        return isReferred ? stillReferred(reference) : missing(reference);
    }

    private OrmException missing(@Nullable Reference reference) {
        Violation broken = reference == null
                ? ofRow(key(Fault.MISSING), this::keyColumns)
                : new Violation(
                        reference.owner(), reference.properties(), reference.relation(), culprit(key(Fault.MISSING)));
        String target = reference == null ? "a row" : articleInside(reference.target());
        String what = reference == null ? qualified(broken.properties) : reference.relation();
        return new ForeignKeyViolationException(
                broken.message("%s %s %s that does not exist%s. Create it first, or use the key of one that exists."
                        .formatted(
                                what,
                                reference != null && reference.isLink() ? "links" : "refers to",
                                target,
                                named(broken.properties))),
                context(broken),
                error);
    }

    private OrmException stillReferred(@Nullable Reference reference) {
        Violation held = reference == null
                ? new Violation(subject.entity(), properties(this::keyColumns), null, Culprit.unknown())
                : new Violation(
                        reference.target(), reference.targetProperties(), reference.relation(), Culprit.unknown());
        String row = held.entity == null ? "The row" : article(held.entity);
        if (reference == null) {
            return new ForeignKeyViolationException(
                    "%s cannot be deleted or change its key: rows of %s still refer to it%s. Delete those first, or give the foreign key an ON DELETE action."
                            .formatted(row, details.getTableName().orElse("another table"), named()),
                    context(held),
                    error);
        }
        return new ForeignKeyViolationException(
                "%s cannot be deleted or change its key: %s still %s it%s. Delete %s first, or choose another action for the relation."
                        .formatted(
                                row,
                                reference.relation(),
                                reference.isLink() ? "links" : "refers to",
                                named(),
                                reference.isLink() ? "the links" : "what refers to it"),
                context(held),
                error);
    }

    // Words

    private String entity() {
        String entity = subject.entity();
        return entity != null
                ? entity
                : details.getTableName().map(table -> "row of " + table).orElse("row");
    }

    /** {@code Post.userId}, {@code Post.a and b}, or a word for it when no column is known. */
    private String qualified(List<String> properties) {
        String owner = Objects.requireNonNullElseGet(
                subject.entity(), () -> details.getTableName().orElse("row"));
        return properties.isEmpty() ? "A column of " + owner : owner + "." + listed(properties, "");
    }

    private static String listed(List<String> properties, String nothing) {
        return properties.isEmpty() ? nothing : String.join(" and ", properties);
    }

    private String named() {
        return named(List.of());
    }

    private String named(List<String> properties) {
        String key = properties.isEmpty() ? "" : "key " + listed(properties, "");
        String name = constraint == null ? "" : "constraint " + constraint;
        String separator = key.isEmpty() || name.isEmpty() ? "" : ", ";
        return key.isEmpty() && name.isEmpty() ? "" : " (" + key + separator + name + ")";
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
