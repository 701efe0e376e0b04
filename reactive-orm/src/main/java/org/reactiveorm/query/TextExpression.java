package org.reactiveorm.query;

import java.util.List;
import org.reactiveorm.model.ColumnTypes;

/**
 * An expression whose values are text. Where a method takes a literal operand, {@code %}, {@code _} and {@code \} in it
 * stand for themselves, and the empty operand matches every text that is not NULL.
 *
 * @param <E> the entity
 */
public sealed interface TextExpression<E> extends ComparableExpression<E, String> permits TextColumn, TextTerm {

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

    /** Matches a regular expression somewhere (PostgreSQL, chapter 9.7.3); one that is invalid is an error of the server. */
    default Condition<E> matchesRegex(String pattern) {
        return condition("? ~ ?", Operands.present(this, pattern));
    }

    /** Matches a regular expression somewhere, in any case. */
    default Condition<E> matchesRegexIgnoreCase(String pattern) {
        return condition("? ~* ?", Operands.present(this, pattern));
    }

    /**
     * Has the words of a search as people type it: {@code "an exact phrase" or this -notthat} (PostgreSQL, chapter 12.3.2,
     * {@code websearch_to_tsquery}), in the language that the database is configured for. More in {@link FullText}.
     */
    default Condition<E> matches(String search) {
        return FullText.of(this).matches(search);
    }

    /** In small letters. */
    default TextExpression<E> lower() {
        return new TextTerm<>(SqlExpression.of(ColumnTypes.STRING, "lower(?)", this));
    }

    /** In capital letters. */
    default TextExpression<E> upper() {
        return new TextTerm<>(SqlExpression.of(ColumnTypes.STRING, "upper(?)", this));
    }

    /** The number of characters. */
    default IntegerExpression<E, Integer> length() {
        return new IntegerTerm<>(SqlExpression.of(ColumnTypes.INTEGER, "length(?)", this));
    }

    /** The texts of a group in a row, separated, in no particular order; NULL without any. */
    default TextExpression<Grouped<E>> joined(String separator) {
        return Operands.joined(this, separator, List.of());
    }

    /** The texts of a group in a row, separated, in this order; NULL without any. */
    default TextExpression<Grouped<E>> joined(String separator, Order<E> order) {
        return Operands.joined(this, separator, Operands.inOrder(this, order));
    }

    private Condition<E> condition(String sql, String operand) {
        return new SqlCondition<>(SqlFragment.of(sql, this, operand));
    }

    @Override
    default TextExpression<Grouped<E>> min() {
        return new TextTerm<>(Aggregate.of(Aggregate.Function.MIN, this, type()));
    }

    @Override
    default TextExpression<Grouped<E>> max() {
        return new TextTerm<>(Aggregate.of(Aggregate.Function.MAX, this, type()));
    }

    @Override
    default TextExpression<Grouped<E>> key() {
        return new TextTerm<>(new GroupKey<>(this));
    }

    @Override
    default TextExpression<E> orElse(String value) {
        return new TextTerm<>(Operands.coalesced(this, value));
    }

    @Override
    default TextExpression<E> when(Condition<E> condition) {
        return new TextTerm<>(new Conditional<>(condition, this));
    }
}
