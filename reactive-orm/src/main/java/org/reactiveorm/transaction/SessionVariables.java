package org.reactiveorm.transaction;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import reactor.util.context.ContextView;

/**
 * Settings of the server that policies for row security read ({@code current_setting('app.tenant')}), for each transaction by
 * the subscriber's context. They end with the transaction, so that nobody else who uses the connection has them.
 */
public final class SessionVariables {

    private static final SessionVariables NONE = new SessionVariables(context -> Map.of());

    /** What PostgreSQL takes for a setting that is not its own. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*(\\.[A-Za-z_][A-Za-z0-9_$]*)+");

    private final Function<? super ContextView, ? extends Map<String, String>> variables;

    private SessionVariables(Function<? super ContextView, ? extends Map<String, String>> variables) {
        this.variables = variables;
    }

    /** None. */
    public static SessionVariables none() {
        return NONE;
    }

    /** What the function answers, which has to depend on the context alone; no variables for none. */
    public static SessionVariables of(Function<? super ContextView, ? extends Map<String, String>> variables) {
        return new SessionVariables(InvalidQueryException.requireGiven(
                variables, "The function that answers session variables is null. Leave it out for none."));
    }

    boolean isNone() {
        return this == NONE;
    }

    /**
     * The statement that sets them until the end of the transaction, or empty.
     *
     * @throws InvalidQueryException if there is no map, a name is no name of a setting with a dot in it, or a value is null or
     *     contains U+0000
     */
    String at(ContextView context) {
        Map<String, String> given = InvalidQueryException.requireGiven(
                variables.apply(context), "The session variables are null. Give an empty map for none.");
        StringBuilder sql = new StringBuilder();
        // ordered, because texts are compared
        new TreeMap<>(given).forEach((name, value) -> {
            sql.append(sql.isEmpty() ? "select set_config('" : ", set_config('")
                    .append(checked(name))
                    .append("', ");
            literal(sql, name, value);
            sql.append(", true)");
        });
        return sql.toString();
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw refused(
                    "'%s' is no name of a session variable. Give two or more words of letters, digits and underscores with a dot between them, for example app.tenant."
                            .formatted(name));
        }
        return name;
    }

    /** With E in front a backslash has to be doubled, whatever {@code standard_conforming_strings} says. */
    private static void literal(StringBuilder sql, String name, String value) {
        if (InvalidQueryException.requireGiven(
                                value,
                                "The session variable %s is null. Leave it out, or give an empty text.".formatted(name))
                        .indexOf('\0')
                >= 0) {
            throw refused("The session variable %s contains U+0000, which PostgreSQL does not take.".formatted(name));
        }
        sql.append(value.indexOf('\\') < 0 ? "'" : "E'")
                .append(value.replace("\\", "\\\\").replace("'", "''"))
                .append('\'');
    }

    private static InvalidQueryException refused(String message) {
        return new InvalidQueryException(message, ErrorContext.none());
    }
}
