package org.reactiveorm.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.Literal;

/**
 * SQL of the caller with {@code :name} parameters. A colon inside a string, a quoted name, a dollar-quoted text or a comment
 * is no parameter, neither is a cast ({@code ::}); {@code \:} stands for a colon before a letter (an array slice).
 */
public final class NamedSql {

    private static final Set<String> CHANGING = Set.of("insert", "update", "delete", "merge", "call");

    private final List<String> texts;
    private final List<String> names;
    private final boolean mayChange;

    private NamedSql(List<String> texts, List<String> names, boolean mayChange) {
        this.texts = texts;
        this.names = names;
        this.mayChange = mayChange;
    }

    /** Finds the parameters. */
    public static NamedSql parse(String sql) {
        List<String> texts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean mayChange = false;
        int i = 0;
        while (i < sql.length()) {
            int skipped = SqlTokens.skip(sql, i);
            if (skipped > i) {
                text.append(sql, i, skipped);
                mayChange |= CHANGING.contains(sql.substring(i, skipped).toLowerCase(Locale.ROOT));
                i = skipped;
            } else if (sql.startsWith("\\:", i)) {
                text.append(':');
                i += 2;
            } else if (SqlTokens.isParameter(sql, i)) {
                int end = SqlTokens.endOfName(sql, i + 1);
                texts.add(text.toString());
                text.setLength(0);
                names.add(sql.substring(i + 1, end));
                i = end;
            } else {
                text.append(sql.charAt(i++));
            }
        }
        texts.add(text.toString());
        return new NamedSql(List.copyOf(texts), List.copyOf(names), mayChange);
    }

    /**
     * Whether one of its words is of a statement that changes rows. A select that locks rows ({@code for update}) has such a
     * word too; one that calls a function which changes rows has none.
     */
    public boolean mayChange() {
        return mayChange;
    }

    /**
     * The statement with these values, null for NULL; a name that stands several times is one parameter.
     *
     * @throws InvalidQueryException naming the parameters without a value and the values without a parameter
     */
    public Sql bind(Map<String, @Nullable Literal<?, ?>> values) {
        requireSameNames(values.keySet());
        SqlWriter writer = new SqlWriter();
        Map<String, String> placeholders = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            writer.append(texts.get(i));
            String known = placeholders.get(name);
            if (known == null) {
                int start = writer.length();
                write(writer, values.get(name));
                placeholders.put(name, writer.since(start));
            } else {
                writer.append(known);
            }
        }
        return writer.append(texts.get(names.size())).toSql(List.of());
    }

    private void requireSameNames(Set<String> given) {
        Set<String> missing = new TreeSet<>(names);
        missing.removeAll(given);
        Set<String> unknown = new TreeSet<>(given);
        names.forEach(unknown::remove);
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new InvalidQueryException(
                    (missing.isEmpty() ? "" : "No value was bound for " + missing + ". ")
                            + (unknown.isEmpty() ? "" : "The SQL has no parameter " + unknown + ". ")
                            + "Its parameters are " + new TreeSet<>(names) + ".",
                    ErrorContext.none());
        }
    }

    /** NULL as the keyword, which is of every type; a parameter would have to be of one. */
    private static <T> void write(SqlWriter writer, @Nullable Literal<?, T> value) {
        if (value == null) {
            writer.append("null");
        } else {
            writer.bind(value.type(), value.value());
        }
    }
}
