package org.reactiveorm.twin;

import static org.reactiveorm.twin.Comparisons.lifted;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.reactiveorm.query.TextExpression;

/** Every way to match a text, and what is made of one. */
final class Texts {

    /** Patterns of LIKE; one that ends with a single backslash is an error of PostgreSQL. */
    static final List<String> PATTERNS =
            List.of("", "%", "_", "a%", "%b", "A_", "%ä%", "a\\%", "\\_", "a\\_b", "\\\\%", "_\\\\_", "o'%", "\\a%");
    /** Regular expressions that mean the same to Java. */
    static final List<String> REGEXES =
            List.of("", "^$", "a", "^A", "b$", "^[aä].$", "a|ß", "^.{1,2}$", "%", "\\\\", "^\\S+$");

    private Texts() {}

    /** With a text that is taken literally. */
    static <E, R> List<Twin<E, R>> literally(Value<E, R, String> left, String operand) {
        TextExpression<E> text = (TextExpression<E>) left.expression();
        String lower = lower(operand);
        return List.of(
                lifted(text.contains(operand), left, value -> value.contains(operand)),
                lifted(text.startsWith(operand), left, value -> value.startsWith(operand)),
                lifted(text.endsWith(operand), left, value -> value.endsWith(operand)),
                lifted(
                        text.containsIgnoreCase(operand),
                        left,
                        value -> lower(value).contains(lower)),
                lifted(
                        text.startsWithIgnoreCase(operand),
                        left,
                        value -> lower(value).startsWith(lower)),
                lifted(
                        text.endsWithIgnoreCase(operand),
                        left,
                        value -> lower(value).endsWith(lower)),
                lifted(text.eqIgnoreCase(operand), left, value -> lower(value).equals(lower)));
    }

    /** With patterns and regular expressions. */
    static <E, R> List<Twin<E, R>> byPattern(Value<E, R, String> left) {
        TextExpression<E> text = (TextExpression<E>) left.expression();
        List<Twin<E, R>> twins = new ArrayList<>();
        for (String pattern : PATTERNS) {
            twins.add(lifted(text.like(pattern), left, value -> isLike(value, pattern)));
            twins.add(lifted(text.ilike(pattern), left, value -> isLike(lower(value), lower(pattern))));
        }
        for (String regex : REGEXES) {
            Pattern exact = Pattern.compile(regex, Pattern.DOTALL);
            Pattern anyCase = Pattern.compile(regex, Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            twins.add(lifted(
                    text.matchesRegex(regex),
                    left,
                    value -> exact.matcher(value).find()));
            twins.add(lifted(
                    text.matchesRegexIgnoreCase(regex),
                    left,
                    value -> anyCase.matcher(value).find()));
        }
        return twins;
    }

    private static boolean isLike(String text, String pattern) {
        StringBuilder regex = new StringBuilder();
        int[] points = pattern.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            switch (points[i]) {
                case '%' -> regex.append(".*");
                case '_' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(points[i] == '\\' ? points[++i] : points[i])));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
    }

    static String lower(String text) {
        return mapped(text, Character::toLowerCase);
    }

    static String upper(String text) {
        return mapped(text, Character::toUpperCase);
    }

    private static String mapped(String text, IntUnaryOperator change) {
        return text.codePoints()
                .map(change)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
