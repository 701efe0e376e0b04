package org.reactiveorm.query;

/**
 * An expression whose values are text. Where a method takes a literal operand, {@code %}, {@code _} and {@code \} in it
 * stand for themselves, and the empty operand matches every text that is not NULL.
 *
 * @param <E> the entity
 */
public sealed interface TextExpression<E> extends ComparableExpression<E, String> permits TextColumn {

    /** Contains the literal text. */
    default Condition<E> contains(String text) {
        return TextMatch.of(this, TextMatch.Kind.CONTAINS, TextMatch.Case.SENSITIVE, text);
    }

    /** Contains the literal text in any case. */
    default Condition<E> containsIgnoreCase(String text) {
        return TextMatch.of(this, TextMatch.Kind.CONTAINS, TextMatch.Case.IGNORED, text);
    }

    /** Starts with the literal text. */
    default Condition<E> startsWith(String text) {
        return TextMatch.of(this, TextMatch.Kind.STARTS_WITH, TextMatch.Case.SENSITIVE, text);
    }

    /** Starts with the literal text in any case. */
    default Condition<E> startsWithIgnoreCase(String text) {
        return TextMatch.of(this, TextMatch.Kind.STARTS_WITH, TextMatch.Case.IGNORED, text);
    }

    /** Ends with the literal text. */
    default Condition<E> endsWith(String text) {
        return TextMatch.of(this, TextMatch.Kind.ENDS_WITH, TextMatch.Case.SENSITIVE, text);
    }

    /** Ends with the literal text in any case. */
    default Condition<E> endsWithIgnoreCase(String text) {
        return TextMatch.of(this, TextMatch.Kind.ENDS_WITH, TextMatch.Case.IGNORED, text);
    }

    /** Equal to the literal text in any case. */
    default Condition<E> eqIgnoreCase(String text) {
        return TextMatch.of(this, TextMatch.Kind.EQUALS, TextMatch.Case.IGNORED, text);
    }

    /** Matches a {@code LIKE} pattern, in which {@code %} and {@code _} are wildcards (PostgreSQL, chapter 9.7.1). */
    default Condition<E> like(String pattern) {
        return TextMatch.of(this, TextMatch.Kind.PATTERN, TextMatch.Case.SENSITIVE, pattern);
    }

    /** Matches a {@code LIKE} pattern in any case. */
    default Condition<E> ilike(String pattern) {
        return TextMatch.of(this, TextMatch.Kind.PATTERN, TextMatch.Case.IGNORED, pattern);
    }
}
