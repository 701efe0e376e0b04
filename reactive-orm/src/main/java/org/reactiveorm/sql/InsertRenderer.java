package org.reactiveorm.sql;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.JoinTable;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.ValueSource;

/**
 * Renders inserts that answer with all columns of the new rows. Many rows are one array parameter for each column, so the
 * text depends on the columns only.
 */
public final class InsertRenderer {

    private static final String INPUT = "i";

    /** RETURNING sees the new row alone. */
    private static final Qualifier ONLY = Qualifier.implied("");

    /** One row, whose columns that are left out take their defaults. */
    public <E> Sql one(InsertBatch<E> batch) {
        SqlWriter writer = new SqlWriter();
        into(writer, batch);
        if (batch.columns().isEmpty()) {
            writer.append(" default values");
        } else {
            columns(writer, batch).append(" values ");
            String separator = "(";
            for (int i = 0; i < batch.columns().size(); i++) {
                writer.append(separator);
                separator = ", ";
                Property<E, ?> column = batch.columns().get(i);
                bind(writer, column, batch.rows().get(0).get(column));
            }
            writer.append(")");
        }
        return returning(writer, batch).toSql(batch.entity());
    }

    /**
     * Many rows in the order of the batch. The answer's order is not promised by PostgreSQL: identities and sequences are
     * drawn in the order of the input, so that the caller can sort by them; given keys identify the rows.
     */
    public <E> Sql many(InsertBatch<E> batch) {
        SqlWriter writer = new SqlWriter();
        into(writer, batch);
        columns(writer, batch).append(" select ");
        inputColumns(writer, batch).append(" from ");
        input(writer, batch).append(" order by ").append(INPUT).append(".n");
        return returning(writer, batch).toSql(batch.entity());
    }

    /**
     * Many rows whose key the database computes without an order ({@code gen_random_uuid()}): the key is computed with the
     * input, so that the new rows can be joined with it and come back in its order.
     */
    public <E> Sql manyWithComputedKey(InsertBatch<E> batch) {
        SqlWriter writer = new SqlWriter();
        List<Property<E, ?>> key = batch.entity().primaryKey().properties();
        List<Property<E, ?>> computed = key.stream()
                .filter(property -> !batch.columns().contains(property))
                .toList();
        writer.append("with keyed as materialized (select ").append(INPUT).append(".*");
        for (Property<E, ?> property : computed) {
            writer.append(", ").append(expression(property)).append(" as ").append(computedName(property));
        }
        writer.append(" from ");
        input(writer, batch).append("), inserted as (");
        into(writer, batch);
        columns(writer, batch.columns(), computed).append(" select ");
        inputColumns(writer, batch);
        String separator = batch.columns().isEmpty() ? "" : ", ";
        for (Property<E, ?> property : computed) {
            writer.append(separator).append(INPUT).append(".").append(computedName(property));
            separator = ", ";
        }
        writer.append(" from keyed as ").append(INPUT).append(" returning *) select ");
        String alias = writer.newAlias();
        writer.selected(Qualifier.of(alias), batch.entity().properties())
                .append(" from inserted ")
                .append(alias);
        writer.append(" join keyed as ").append(INPUT).append(" on ");
        separator = "";
        for (Property<E, ?> property : key) {
            writer.append(separator)
                    .column(alias, property.column())
                    .append(" = ")
                    .append(inputOf(batch, property));
            separator = " and ";
        }
        return writer.append(" order by ").append(INPUT).append(".n").toSql(batch.entity());
    }

    private static String computedName(Property<?, ?> property) {
        return "k" + property.index();
    }

    private static <E> String inputOf(InsertBatch<E> batch, Property<E, ?> property) {
        int given = batch.columns().indexOf(property);
        return given < 0
                ? INPUT + "." + computedName(property)
                : property.type().array().unnested(INPUT + ".c" + given);
    }

    /** Rows of a join table; those that are there already stay. */
    public <E, C> Sql links(
            JoinTable join,
            List<Property<E, ?>> source,
            List<Property<C, ?>> target,
            List<List<@Nullable Object>> keys) {
        SqlWriter writer = new SqlWriter();
        writer.append("insert into ").table(join.table()).append(" ");
        writer.names(Stream.concat(join.sourceColumns().stream(), join.targetColumns().stream())
                .toList());
        List<ColumnType<?>> types = Stream.<Property<?, ?>>concat(source.stream(), target.stream())
                .<ColumnType<?>>map(Property::type)
                .toList();
        writer.append(" select ");
        unnestedColumns(writer, types).append(" from ");
        unnest(writer, types, keys).append(" on conflict do nothing");
        return writer.toSql(null);
    }

    private static String expression(Property<?, ?> property) {
        ValueSource source = property.source();
        return source.kind() == ValueSource.Kind.DATABASE_UUID
                ? "gen_random_uuid()"
                : "(" + source.expression() + ")::" + property.type().sqlType();
    }

    private static <E> void into(SqlWriter writer, InsertBatch<E> batch) {
        writer.append("insert into ").table(batch.entity().table());
    }

    private static <E> SqlWriter columns(SqlWriter writer, InsertBatch<E> batch) {
        return columns(writer, batch.columns(), List.of());
    }

    private static <E> SqlWriter columns(SqlWriter writer, List<Property<E, ?>> given, List<Property<E, ?>> more) {
        if (given.isEmpty() && more.isEmpty()) {
            return writer;
        }
        String separator = names(writer, " (", given);
        names(writer, separator, more);
        return writer.append(")");
    }

    /** Answers what has to stand before the next name. */
    private static <E> String names(SqlWriter writer, String first, List<Property<E, ?>> properties) {
        String separator = first;
        for (Property<E, ?> property : properties) {
            writer.append(separator).name(property.column());
            separator = ", ";
        }
        return separator;
    }

    private static <E> SqlWriter returning(SqlWriter writer, InsertBatch<E> batch) {
        return writer.append(" returning ").selected(ONLY, batch.entity().properties());
    }

    private static <E> SqlWriter inputColumns(SqlWriter writer, InsertBatch<E> batch) {
        return unnestedColumns(writer, types(batch));
    }

    /** {@code unnest($1, $2) with ordinality as i(c0, c1, n)}; without columns, as many numbers as there are rows. */
    private static <E> SqlWriter input(SqlWriter writer, InsertBatch<E> batch) {
        if (batch.columns().isEmpty()) {
            return writer.append("generate_series(1, ")
                    .bindRows(batch.rows().size())
                    .append(") as ")
                    .append(INPUT + "(n)");
        }
        List<List<@Nullable Object>> values = batch.columns().stream()
                .<List<@Nullable Object>>map(batch::values)
                .toList();
        return unnest(writer, types(batch), values);
    }

    private static <E> List<ColumnType<?>> types(InsertBatch<E> batch) {
        return batch.columns().stream().<ColumnType<?>>map(Property::type).toList();
    }

    private static SqlWriter unnestedColumns(SqlWriter writer, List<ColumnType<?>> types) {
        for (int i = 0; i < types.size(); i++) {
            writer.append(i == 0 ? "" : ", ").append(types.get(i).array().unnested(INPUT + ".c" + i));
        }
        return writer;
    }

    private static SqlWriter unnest(SqlWriter writer, List<ColumnType<?>> types, List<List<@Nullable Object>> values) {
        writer.append("unnest(");
        for (int i = 0; i < types.size(); i++) {
            writer.append(i == 0 ? "" : ", ");
            bindUnnest(writer, types.get(i), values.get(i));
        }
        writer.append(") with ordinality as ").append(INPUT).append("(");
        for (int i = 0; i < types.size(); i++) {
            writer.append("c" + i + ", ");
        }
        return writer.append("n)");
    }

    @SuppressWarnings("unchecked") // the values were given for this property
    private static <E, T> SqlWriter bind(SqlWriter writer, Property<E, T> property, @Nullable Object value) {
        return writer.bind(property.type(), (@Nullable T) value);
    }

    @SuppressWarnings("unchecked") // the values were given for a property of this type
    private static <T> SqlWriter bindUnnest(SqlWriter writer, ColumnType<T> type, List<@Nullable Object> values) {
        return writer.bindUnnest(type, (List<@Nullable T>) values);
    }
}
