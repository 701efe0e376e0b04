package org.reactiveorm.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.Property;

/**
 * Writes keys of one or several columns as array parameters, one for each column, so that the text does not depend on how many
 * keys there are.
 *
 * @param writer where to
 * @param types the types of the key's columns
 * @param values for each column its values, in the same order
 */
record KeySet(
        SqlWriter writer,
        List<? extends ColumnType<?>> types,
        List<? extends List<? extends @Nullable Object>> values) {

    /** Values of these properties. */
    static <E> KeySet of(SqlWriter writer, List<Property<E, ?>> key, List<List<Object>> values) {
        return new KeySet(writer, key.stream().map(Property::type).toList(), values);
    }

    /** Columns of choices. */
    static KeySet of(SqlWriter writer, List<KeyedRows.Column> columns) {
        List<ColumnType<?>> types = new ArrayList<>();
        List<List<? extends @Nullable Object>> values = new ArrayList<>();
        for (KeyedRows.Column column : columns) {
            types.add(column.type());
            values.add(column.values());
        }
        return new KeySet(writer, types, values);
    }

    /** {@code t.k = any($1)}, for several key columns {@code (t.a, t.b) in (select k.k0, k.k1 from unnest($1, $2) …)}. */
    SqlWriter contains(Qualifier keyed, List<String> columns) {
        if (columns.size() == 1) {
            writer.column(keyed, columns.get(0));
        } else {
            row(keyed, columns);
        }
        return contained();
    }

    /** What follows the columns that are one of the keys: {@code  = any($1)}, {@code  in (select …)}. */
    SqlWriter contained() {
        if (types.size() == 1) {
            writer.append(" = any(");
            return bindArray(types.get(0), values.get(0)).append(")");
        }
        writer.append(" in (select ");
        return selected(writer.newAlias()).append(")");
    }

    /** {@code (t.a, t.b) in (select k.k0, k.k1 from k)}. */
    SqlWriter containsOf(String table, Qualifier keyed, List<String> columns) {
        row(keyed, columns).append(" in (select ");
        for (int i = 0; i < types.size(); i++) {
            writer.append(i == 0 ? "" : ", ").append(table + ".k" + i);
        }
        return writer.append(" from ").append(table).append(")");
    }

    private SqlWriter row(Qualifier keyed, List<String> columns) {
        String separator = "(";
        for (String column : columns) {
            writer.append(separator).column(keyed, column);
            separator = ", ";
        }
        return writer.append(")");
    }

    /** {@code k.k0, k.k1 from unnest($1, $2) as k(k0, k1)}, elements cast to the key's types. */
    private SqlWriter selected(String table) {
        columns(table).append(" from ");
        return unnest(table);
    }

    /** {@code k.k0, k.k1}, elements cast to the key's types. */
    SqlWriter columns(String table) {
        for (int i = 0; i < types.size(); i++) {
            writer.append(i == 0 ? "" : ", ").append(column(table, i));
        }
        return writer;
    }

    /** {@code unnest($1, $2) as k(k0, k1)}. */
    SqlWriter unnest(String table) {
        writer.append("unnest(");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            writer.append(i == 0 ? "" : ", ");
            bindUnnest(types.get(i), values.get(i));
            names.add("k" + i);
        }
        return writer.append(") as ").append(table).names(names);
    }

    /** {@code t.a = k.k0 and t.b = k.k1}, from one of the unnested columns on. */
    SqlWriter equal(String alias, List<String> columns, String table, int first) {
        for (int i = 0; i < columns.size(); i++) {
            writer.append(i == 0 ? "" : " and ")
                    .column(alias, columns.get(i))
                    .append(" = ")
                    .append(column(table, first + i));
        }
        return writer;
    }

    /** A column of the unnested keys, of the property's type. */
    String column(String table, int i) {
        return types.get(i).array().unnested(table + ".k" + i);
    }

    @SuppressWarnings("unchecked") // whoever made the lists took values of this type
    private <T> SqlWriter bindArray(ColumnType<T> type, List<? extends @Nullable Object> elements) {
        return writer.bindArray(type, (List<@Nullable T>) elements);
    }

    @SuppressWarnings("unchecked") // whoever made the lists took values of this type
    private <T> SqlWriter bindUnnest(ColumnType<T> type, List<? extends @Nullable Object> elements) {
        return writer.bindUnnest(type, (List<@Nullable T>) elements);
    }
}
