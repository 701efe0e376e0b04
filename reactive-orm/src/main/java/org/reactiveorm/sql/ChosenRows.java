package org.reactiveorm.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.query.Query;

/**
 * Writes the rows that a change is about as a WITH query, which locks them and which the change is joined with by their keys. The
 * server runs a WITH query once; a subquery of the condition it may run again, and lock and change more rows than were asked for.
 * What was locked is the row as it is, also where somebody else has changed it since the statement began.
 */
final class ChosenRows<E> {

    private final SqlWriter writer;
    private final EntityModel<E> entity;
    private final Qualifier chosen;
    private final @Nullable String place;

    private ChosenRows(SqlWriter writer, EntityModel<E> entity, @Nullable String place) {
        this.writer = writer;
        this.entity = entity;
        this.chosen = Qualifier.of(writer.newAlias());
        this.place = place;
    }

    /** {@code with t1_ as materialized (select … for update) }, with these columns, which the primary key is among. */
    static <E> ChosenRows<E> write(SqlWriter writer, Query<E> rows, List<Property<E, ?>> columns) {
        @Nullable String place = rows.orderBy().isEmpty() ? null : writer.newAlias();
        ChosenRows<E> chosen = new ChosenRows<>(writer, rows.entity(), place);
        writer.append("with ").append(chosen.chosen.alias()).append(" as materialized (");
        if (place == null) {
            chosen.select(rows, columns);
        } else {
            // FOR UPDATE and window functions do not go together
            String inner = writer.newAlias();
            writer.append("select " + inner + ".*, row_number() over () as " + place + " from (");
            chosen.select(rows, columns);
            writer.append(") " + inner);
        }
        writer.append(") ");
        return chosen;
    }

    private void select(Query<E> rows, List<Property<E, ?>> columns) {
        Qualifier table = Qualifier.implied(writer.newAlias());
        String separator = "select ";
        for (Property<E, ?> column : columns) {
            writer.append(separator).column(table, column.column());
            separator = ", ";
        }
        new SelectWriter<>(writer, rows, table)
                .from()
                .orderBy(SelectList.properties(columns))
                .end();
    }

    /** {@code t1_}. */
    Qualifier table() {
        return chosen;
    }

    /** {@code  where t0_.id = t1_.id}. */
    SqlWriter whereJoined(Qualifier changed) {
        List<String> key = RelatedRows.columns(entity.primaryKey().properties());
        writer.append(" where ");
        return new RelatedRows(writer).equal(changed.alias(), key, chosen.alias(), key);
    }

    /** The row's place in the order as one more column of the answer, if there is an order. */
    SqlWriter place() {
        return place == null ? writer : writer.append(", " + chosen.alias() + "." + place);
    }
}
