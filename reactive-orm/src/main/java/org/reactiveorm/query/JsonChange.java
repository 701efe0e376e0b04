package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.model.ColumnType;

/**
 * A column of JSON with parts of it changed, one after the other.
 *
 * @param column the column
 * @param edits the changes, in the order in which they are made
 * @param <E> the entity
 * @param <T> the Java type that the JSON is read into
 */
public record JsonChange<E, T>(JsonColumn<E, T> column, List<JsonEdit<E>> edits) implements Expression<E, T> {

    /** Keeps its own copy. */
    public JsonChange {
        edits = List.copyOf(edits);
    }

    /** The assignment that makes one change. */
    static <E, T> Assignment<E> assignment(JsonColumn<E, T> column, JsonEdit<E> edit) {
        return new Assignment<>(column.property(), new JsonChange<>(column, List.of(edit)));
    }

    /** The same with these changes of the same column after its own. */
    JsonChange<E, T> then(JsonChange<E, ?> later) {
        List<JsonEdit<E>> all = new ArrayList<>(edits);
        all.addAll(later.edits);
        return new JsonChange<>(column, all);
    }

    /** The column as {@code jsonb}, as it was before the changes. */
    public Expression<E, T> json() {
        return column.json();
    }

    @Override
    public ColumnType<T> type() {
        return column.type();
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.jsonChange(this);
    }

    @Override
    public String toString() {
        return Operands.label(column) + " with changes";
    }
}
