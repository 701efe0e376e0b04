package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;

/**
 * SQL of the caller with a {@code ?} for each argument ({@code ??} for a question mark). An argument that is an
 * {@link Expression} is rendered in place, any other value is bound: an enum constant as it is stored in the column among
 * the arguments that holds it.
 *
 * @param parts the text between the arguments, one more than there are arguments
 * @param arguments what stands between the parts
 */
public record SqlFragment(List<String> parts, List<Expression<?, ?>> arguments) {

    private static final String NO_FRAGMENT = "A fragment to join is null. Leave it out.";

    /** Keeps its own copies. */
    public SqlFragment {
        parts = List.copyOf(parts);
        arguments = List.copyOf(arguments);
    }

    /**
     * Splits the text at its placeholders.
     *
     * @throws InvalidQueryException if there is no text, the numbers of placeholders and arguments differ, an argument is null
     *     or cannot be bound, or is an enum constant and no argument is a column that holds it
     */
    public static SqlFragment of(String sql, Object... arguments) {
        List<String> parts = split(InvalidQueryException.requireGiven(
                sql, "The SQL of a fragment is null. Give it, with a ? for each argument."));
        InvalidQueryException.requireGiven(arguments, "The arguments of a fragment are null. Leave them out for none.");
        if (parts.size() != arguments.length + 1) {
            throw miscounted(sql, parts.size() - 1, arguments.length);
        }
        return new SqlFragment(parts, expressions(sql, Arrays.asList(arguments)));
    }

    private static InvalidQueryException miscounted(String sql, int placeholders, int arguments) {
        return new InvalidQueryException(
                "The fragment \"%s\" has %s, but %s given. Each ? is a placeholder, in a literal of the SQL too; a question mark is written ??."
                        .formatted(
                                sql,
                                placeholders == 1 ? "1 placeholder" : placeholders + " placeholders",
                                arguments == 1 ? "1 argument was" : arguments + " arguments were"),
                ErrorContext.none());
    }

    /**
     * Puts fragments one after the other; of none: nothing.
     *
     * @throws InvalidQueryException if one is null
     */
    public static SqlFragment join(String separator, Collection<SqlFragment> fragments) {
        List<String> parts = new ArrayList<>(List.of(""));
        List<Expression<?, ?>> arguments = new ArrayList<>();
        String between = "";
        for (SqlFragment each : InvalidQueryException.requireGiven(fragments, NO_FRAGMENT)) {
            SqlFragment fragment = InvalidQueryException.requireGiven(each, NO_FRAGMENT);
            int end = parts.size() - 1;
            parts.set(end, parts.get(end) + between + fragment.parts.get(0));
            parts.addAll(fragment.parts.subList(1, fragment.parts.size()));
            arguments.addAll(fragment.arguments);
            between = separator;
        }
        return new SqlFragment(parts, arguments);
    }

    private static List<Expression<?, ?>> expressions(String sql, List<Object> arguments) {
        List<Column<?, ?>> columns = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument instanceof Column<?, ?> column) {
                columns.add(column);
            }
        }
        EnumColumns enums = EnumColumns.of(columns);
        List<Expression<?, ?>> expressions = new ArrayList<>(arguments.size());
        for (Object argument : arguments) {
            if (argument == null) {
                throw new InvalidQueryException(
                        "Argument %d of the fragment \"%s\" is null. Write IS NULL or NULL into the fragment."
                                .formatted(expressions.size() + 1, sql),
                        ErrorContext.none());
            }
            expressions.add(
                    argument instanceof Expression<?, ?> expression
                            ? expression
                            : Literal.ofClass(argument, constant -> enums.typeIn(sql, constant)));
        }
        return expressions;
    }

    private static List<String> split(String sql) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c != '?') {
                part.append(c);
            } else if (i + 1 < sql.length() && sql.charAt(i + 1) == '?') {
                part.append('?');
                i++;
            } else {
                parts.add(part.toString());
                part.setLength(0);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
