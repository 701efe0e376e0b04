package org.reactiveorm.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.model.Table;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Literal;
import org.reactiveorm.query.Update;
import org.reactiveorm.query.UpdateAll;
import org.reactiveorm.sql.InsertNode.Given;
import org.reactiveorm.sql.InsertNode.Taken;

/**
 * The values that a statement writes into one table. They are looked at only when it has failed, to find the one that the
 * server did not take.
 *
 * @param table the table
 * @param columns the columns that are given, with a value for each row; a column whose values are computed has none
 * @param taken the columns whose values come from other rows of the statement
 * @param input which rows of the caller these are
 */
public record WrittenRows(Table table, List<Given<?>> columns, List<String> taken, InputRows input) {

    /** The columns are not changed any more by whoever made them. */
    public WrittenRows {
        columns = Collections.unmodifiableList(columns);
        taken = List.copyOf(taken);
    }

    /** New rows. */
    public static WrittenRows of(InsertNode node, InputRows input) {
        return new WrittenRows(
                node.table(),
                node.given(),
                node.taken().stream().map(Taken::column).toList(),
                input);
    }

    /** New rows. */
    public static WrittenRows of(InsertBatch<?> batch, InputRows input) {
        return of(InsertNode.many(batch, List.of()), input);
    }

    /** The new values of rows that a condition finds. */
    public static <E> WrittenRows of(Update<E> update) {
        return new WrittenRows(
                update.entity().table(),
                update.assignments().stream().<Given<?>>map(WrittenRows::given).toList(),
                List.of(),
                InputRows.none());
    }

    /** The new values of rows that are chosen one by one. */
    public static <C> WrittenRows of(RowChange<C> change) {
        List<Given<?>> columns = new ArrayList<>();
        for (int i = 0; i < change.properties().size(); i++) {
            Property<C, ?> property = change.properties().get(i);
            columns.add(
                    Given.of(property.column(), property, change.values().get(i).values()));
        }
        change.amounts()
                .forEach(amount -> columns.add(Given.of(amount.property().column(), amount.property(), List.of())));
        change.common().forEach(assignment -> columns.add(given(assignment)));
        return new WrittenRows(change.rows().entity().table(), columns, List.of(), InputRows.none());
    }

    /** The new values of rows that are given by their keys, some of which are the same for all. */
    public static <E> WrittenRows of(UpdateAll<E> update, List<Assignment<E>> made, InputRows input) {
        List<RowValues<E>> rows = update.rows().values();
        List<Property<E, ?>> properties =
                new ArrayList<>(update.rows().entity().primaryKey().properties());
        properties.addAll(update.columns());
        List<Given<?>> columns = new ArrayList<>();
        for (Property<E, ?> property : properties) {
            List<@Nullable Object> values = new ArrayList<>(rows.size());
            rows.forEach(row -> values.add(row.get(property)));
            columns.add(Given.of(property.column(), property, values));
        }
        made.forEach(assignment -> columns.add(given(assignment)));
        return new WrittenRows(update.rows().entity().table(), columns, List.of(), input);
    }

    private static <E> Given<?> given(Assignment<E> assignment) {
        Property<E, ?> property = assignment.property();
        List<@Nullable Object> values = assignment.value() instanceof Literal<?, ?> literal
                ? Collections.singletonList(literal.value())
                : List.of();
        return Given.of(property.column(), property, values);
    }
}
