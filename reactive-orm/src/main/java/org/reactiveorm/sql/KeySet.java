package org.reactiveorm.sql;

import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.model.Property;

/**
 * Writes keys of one or several columns as array parameters, one for each column, so that the text does not depend on how many
 * keys there are.
 *
 * @param writer where to
 * @param key the key's properties
 * @param values for each property its values, in the same order
 * @param <E> the entity that has the key
 */
record KeySet<E>(SqlWriter writer, List<Property<E, ?>> key, List<List<Object>> values) {

    /** {@code t.k = any($1)}, for several key columns {@code (t.a, t.b) in (select * from unnest($1, $2))}. */
    SqlWriter contains(Qualifier keyed, List<String> columns) {
        if (columns.size() == 1) {
            writer.column(keyed, columns.get(0)).append(" = any(");
            return bindArray(key.get(0), values.get(0)).append(")");
        }
        row(keyed, columns).append(" in (select ");
        return selected(writer.newAlias()).append(")");
    }

    /** {@code (t.a, t.b) in (select k.k0, k.k1 from k)}. */
    SqlWriter containsOf(String table, Qualifier keyed, List<String> columns) {
        row(keyed, columns).append(" in (select ");
        for (int i = 0; i < key.size(); i++) {
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
        for (int i = 0; i < key.size(); i++) {
            writer.append(i == 0 ? "" : ", ").append(column(table, i));
        }
        return writer;
    }

    /** {@code unnest($1, $2) as k(k0, k1)}. */
    SqlWriter unnest(String table) {
        writer.append("unnest(");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            writer.append(i == 0 ? "" : ", ");
            bindUnnest(key.get(i), values.get(i));
            names.add("k" + i);
        }
        return writer.append(") as ").append(table).names(names);
    }

    /** A column of the unnested keys, of the property's type. */
    String column(String table, int i) {
        return key.get(i).type().array().unnested(table + ".k" + i);
    }

    @SuppressWarnings("unchecked") // whoever made the lists took the values from this property
    private <T> SqlWriter bindArray(Property<E, T> property, List<Object> elements) {
        return writer.bindArray(property.type(), (List<T>) elements);
    }

    @SuppressWarnings("unchecked") // whoever made the lists took the values from this property
    private <T> SqlWriter bindUnnest(Property<E, T> property, List<Object> elements) {
        return writer.bindUnnest(property.type(), (List<T>) elements);
    }
}
