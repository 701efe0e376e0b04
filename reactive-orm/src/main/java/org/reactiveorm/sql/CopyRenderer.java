package org.reactiveorm.sql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.ArrayEncoding;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.scope.Scopes;

/** Renders rows in the text format of COPY (PostgreSQL, COPY, File Formats). Columns that are left out take their defaults. */
public final class CopyRenderer {

    /**
     * The rows of the batch, which gives at least one column.
     *
     * @throws org.reactiveorm.error.InvalidValueException if a value cannot be stored; it says which
     */
    public <E> Copy copy(InsertBatch<E> batch, InputRows input) {
        SqlWriter writer = new SqlWriter(Scopes.none());
        writer.append("copy ")
                .table(batch.entity().table())
                .append(" ")
                .names(batch.columns().stream().<String>map(Property::column).toList())
                .append(" from stdin");
        Sql sql = writer.toSql(batch.entity()).writing(() -> List.of(WrittenRows.of(batch, input)));
        return new Copy(sql, StandardCharsets.UTF_8.encode(text(batch)), input);
    }

    private static <E> String text(InsertBatch<E> batch) {
        List<Field<E, ?>> fields = new ArrayList<>();
        batch.columns().forEach(column -> fields.add(Field.of(column)));
        StringBuilder text = new StringBuilder(32 * fields.size() * batch.rows().size());
        int size = batch.rows().size();
        for (int i = 0; i < size; i++) {
            char separator = 0;
            for (Field<E, ?> field : fields) {
                if (separator != 0) {
                    text.append(separator);
                }
                separator = '\t';
                escape(field.text(batch.rows().get(i), i + 1, size), text);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static void escape(@Nullable String value, StringBuilder text) {
        if (value == null) {
            text.append("\\N");
            return;
        }
        int done = 0;
        for (int i = 0; i < value.length(); i++) {
            String escaped = escaped(value.charAt(i));
            if (escaped != null) {
                text.append(value, done, i).append(escaped);
                done = i + 1;
            }
        }
        text.append(value, done, value.length());
    }

    private static @Nullable String escaped(char c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> null;
        };
    }

    /** A column and the texts of its values. */
    private record Field<E, T>(Property<E, T> property, ArrayEncoding<T> encoding) {

        static <E, T> Field<E, T> of(Property<E, T> property) {
            return new Field<>(property, property.type().array());
        }

        @SuppressWarnings("unchecked") // the value was given for this property
        @Nullable
        String text(RowValues<E> row, int number, int size) {
            T value = (T) row.get(property);
            return value == null ? null : encoding.text(value, number, size);
        }
    }
}
