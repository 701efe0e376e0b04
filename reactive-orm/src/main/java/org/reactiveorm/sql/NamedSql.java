package org.reactiveorm.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;

/**
 * SQL of the caller with {@code :name} parameters. A colon inside a string, a quoted name, a dollar-quoted text or a comment
 * is no parameter, neither is a cast ({@code ::}); {@code \:} stands for a colon before a letter (an array slice).
 */
public final class NamedSql {

    private final List<String> texts;
    private final List<String> names;

    private NamedSql(List<String> texts, List<String> names) {
        this.texts = texts;
        this.names = names;
    }

    /** Finds the parameters. */
    public static NamedSql parse(String sql) {
        List<String> texts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < sql.length()) {
            int skipped = SqlTokens.skip(sql, i);
            if (skipped > i) {
                text.append(sql, i, skipped);
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
        return new NamedSql(List.copyOf(texts), List.copyOf(names));
    }

    /**
     * The statement with these values; a name that stands several times is one parameter.
     *
     * @throws InvalidQueryException naming the parameters without a value and the values without a parameter
     */
    public Sql bind(Map<String, Value<?>> values) {
        requireSameNames(values.keySet());
        SqlWriter writer = new SqlWriter();
        Map<String, String> placeholders = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            writer.append(texts.get(i));
            String known = placeholders.get(name);
            if (known == null) {
                int start = writer.length();
                Objects.requireNonNull(values.get(name)).writeTo(writer);
                placeholders.put(name, writer.since(start));
            } else {
                writer.append(known);
            }
        }
        return writer.append(texts.get(names.size())).toSql(null);
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

    /**
     * A value and how it travels.
     *
     * @param type how the value travels
     * @param value the value, or null for NULL
     * @param <T> the Java type
     */
    public record Value<T>(ColumnType<T> type, @Nullable T value) {

        /**
         * A value whose type follows from its class; NULL is bound as text, which PostgreSQL converts where it knows the type.
         *
         * @throws InvalidQueryException if the class has no mapping
         */
        public static Value<?> of(@Nullable Object value) {
            return value == null ? new Value<>(ColumnTypes.STRING, null) : new RawValue(value).typed();
        }

        void writeTo(SqlWriter writer) {
            writer.bind(type, value);
        }
    }
}
