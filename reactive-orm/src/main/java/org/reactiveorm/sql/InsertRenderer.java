package org.reactiveorm.sql;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.ValueSource;
import org.reactiveorm.scope.Scopes;

/**
 * Renders the insert of one table. New entities are answered with all of their columns. Many rows are one array parameter for each column, so the
 * text depends on the columns only.
 */
public final class InsertRenderer {

    private static final String INPUT = InsertWriter.INPUT;

    /** RETURNING sees the new row alone. */
    private static final Qualifier ONLY = Qualifier.implied("");

    /** One row, whose columns that are left out take their defaults. Written without a node, because it is sent so often. */
    public <E> Sql one(InsertBatch<E> batch) {
        SqlWriter writer = new SqlWriter(Scopes.none());
        into(writer, batch);
        if (batch.columns().isEmpty()) {
            writer.append(" default values");
        } else {
            names(writer, batch.columns().stream()).append(" values ");
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
        SqlWriter writer = new SqlWriter(Scopes.none());
        InsertWriter.alone(writer, InsertNode.many(batch, List.of())).insert();
        return returning(writer, batch).toSql(batch.entity());
    }

    /**
     * Many rows whose key the database computes without an order ({@code gen_random_uuid()}): the key is computed with the
     * input, so that the new rows can be joined with it and come back in its order.
     */
    public <E> Sql manyWithComputedKey(InsertBatch<E> batch) {
        SqlWriter writer = new SqlWriter(Scopes.none());
        InsertWriter input = InsertWriter.alone(writer, InsertNode.many(batch, List.of()));
        List<Property<E, ?>> key = batch.entity().primaryKey().properties();
        List<Property<E, ?>> computed = key.stream()
                .filter(property -> !batch.columns().contains(property))
                .toList();
        writer.append("with keyed as materialized (select ").append(INPUT).append(".*");
        for (Property<E, ?> property : computed) {
            writer.append(", ").append(expression(property)).append(" as ").append(computedName(property));
        }
        writer.append(" from ");
        input.input();
        writer.append("), inserted as (");
        into(writer, batch);
        names(writer, Stream.concat(batch.columns().stream(), computed.stream()));
        writer.append(" select ");
        input.selected();
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
            int given = batch.columns().indexOf(property);
            writer.append(separator)
                    .column(alias, property.column())
                    .append(" = ")
                    .append(given < 0 ? INPUT + "." + computedName(property) : input.given(given));
            separator = " and ";
        }
        return writer.append(" order by ").append(INPUT).append(".n").toSql(batch.entity());
    }

    private static String computedName(Property<?, ?> property) {
        return "k" + property.index();
    }

    private static String expression(Property<?, ?> property) {
        ValueSource source = property.source();
        return source.kind() == ValueSource.Kind.DATABASE_UUID
                ? "gen_random_uuid()"
                : "(" + source.expression() + ")::" + property.type().sqlType();
    }

    /** Many rows, without those whose key is there already; the answer has only those that were made, in any order. */
    public <E> Sql missing(InsertBatch<E> batch, List<Property<E, ?>> key) {
        SqlWriter writer = new SqlWriter(Scopes.none());
        InsertWriter.alone(writer, InsertNode.many(batch, List.of())).insert();
        writer.append(" on conflict ").names(RelatedRows.columns(key)).append(" do nothing");
        return returning(writer, batch).toSql(batch.entity());
    }

    /** The same rows; the answer is their number. */
    public <E> Sql counted(InsertBatch<E> batch) {
        SqlWriter writer = new SqlWriter(Scopes.none());
        InsertNode node =
                batch.rows().size() == 1 ? InsertNode.one(batch, List.of()) : InsertNode.many(batch, List.of());
        return InsertWriter.alone(writer, node).insert().toSql(batch.entity());
    }

    /** Rows of a join table; those that are there already stay. */
    public Sql links(InsertNode links) {
        SqlWriter writer = new SqlWriter(Scopes.none());
        return InsertWriter.alone(writer, links).insert().toSql(List.of());
    }

    private static <E> void into(SqlWriter writer, InsertBatch<E> batch) {
        writer.append("insert into ").table(batch.entity().table());
    }

    private static <E> SqlWriter names(SqlWriter writer, Stream<Property<E, ?>> properties) {
        return writer.append(" ").names(properties.<String>map(Property::column).toList());
    }

    private static <E> SqlWriter returning(SqlWriter writer, InsertBatch<E> batch) {
        return writer.append(" returning ").selected(ONLY, batch.entity().properties());
    }

    @SuppressWarnings("unchecked") // the values were given for this property
    private static <E, T> SqlWriter bind(SqlWriter writer, Property<E, T> property, @Nullable Object value) {
        return writer.bind(property.type(), (@Nullable T) value);
    }
}
