package org.reactiveorm.sql;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** What can be told of a statement's text without the server. */
public final class QueryText {

    private static final Set<String> FIRST_WORDS =
            Set.of("select", "insert", "update", "delete", "merge", "values", "with", "table");

    private QueryText() {}

    /** Whether it reads or changes rows, so that it has a plan; not one that creates a table, and not several statements. */
    public static boolean isQuery(String sql) {
        int i = 0;
        while (i < sql.length() && (SqlTokens.isBlank(sql, i) || sql.charAt(i) == '(')) {
            i = Math.max(SqlTokens.skip(sql, i), i + 1);
        }
        String first = i == sql.length() ? "" : sql.substring(i, SqlTokens.skip(sql, i));
        return FIRST_WORDS.contains(first.toLowerCase(Locale.ROOT))
                && !NamedSql.parse(sql).hasSeveralStatements();
    }

    /** The text with something else in the place of each {@code $n}. */
    public static String replaceParameters(Sql sql, Function<Sql.Parameter, String> replacement) {
        String text = sql.text();
        StringBuilder replaced = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int end = SqlTokens.endOfNumber(text, i);
            if (end > i) {
                int number = Integer.parseInt(text.substring(i + 1, end));
                replaced.append(replacement.apply(sql.parameters().get(number - 1)));
            } else {
                end = Math.max(SqlTokens.skip(text, i), i + 1);
                replaced.append(text, i, end);
            }
            i = end;
        }
        return replaced.toString();
    }
}
