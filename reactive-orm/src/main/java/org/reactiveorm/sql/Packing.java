package org.reactiveorm.sql;

import java.util.List;
import java.util.function.Consumer;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;

/**
 * A select around a statement, that packs its rows: up to {@value #ROWS} of them come as one row, in which each column is
 * the array of their values. What the driver does for each value and each row it then does for each array, which saves a
 * quarter to a half of the client's CPU; the server numbers and sorts the rows for it. Packs are small, so that no message holds a
 * large result.
 */
final class Packing {

    private static final long ROWS = 200;

    /** With fewer rows the longer text, which the driver splits into tokens each time, costs more than the rows. */
    private static final long WORTHWHILE = 20;

    private Packing() {}

    /**
     * The statement that answers an entity's rows, packed if that is worth it and if they can be: PostgreSQL has no arrays of
     * arrays of different lengths.
     *
     * @param expected how many rows there may be
     * @param columns the names of the columns that {@code rows} has, for messages
     * @param rows writes the inner statement, a select or a change that returns rows
     */
    static Sql of(EntityModel<?> entity, List<String> columns, long expected, Consumer<SqlWriter> rows) {
        SqlWriter writer = new SqlWriter();
        if (expected < WORTHWHILE || hasArrays(entity)) {
            rows.accept(writer);
            return writer.toSql(entity);
        }
        open(writer, columns.size());
        rows.accept(writer);
        close(writer, columns);
        return writer.toPackedSql(entity);
    }

    private static boolean hasArrays(EntityModel<?> entity) {
        for (Property<?, ?> property : entity.properties()) {
            if (property.type().sqlType().endsWith("[]")) {
                return true;
            }
        }
        return false;
    }

    private static void open(SqlWriter writer, int columns) {
        for (int i = 0; i < columns; i++) {
            writer.append(i == 0 ? "with r (c" : ", c").append(Integer.toString(i));
        }
        writer.append(") as (");
    }

    /** The rows keep their order, in packs and within them. */
    private static void close(SqlWriter writer, List<String> columns) {
        for (int i = 0; i < columns.size(); i++) {
            // coalesce makes a value of a domain one of its base type, as it is in a select list (chapter 10.5)
            writer.append(i == 0 ? ") select array_agg(coalesce(c" : ", array_agg(coalesce(c")
                    .append(Integer.toString(i))
                    .append(", null)) as ")
                    .name(columns.get(i));
        }
        writer.append(" from (select r.*, (row_number() over () - 1) / ")
                .bindRows(ROWS)
                .append(" as pack, row_number() over () as place from r order by pack, place) as r")
                .append(" group by pack order by pack");
    }
}
