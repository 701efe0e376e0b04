package org.reactiveorm.query;

import java.util.List;
import org.reactiveorm.model.ColumnType;

/**
 * The JSON that a path leads to, NULL where it leads nowhere.
 *
 * @param json the JSON that the path begins in
 * @param steps the keys of objects ({@code String}) and positions in arrays ({@code Integer})
 * @param <E> the entity
 * @param <T> the Java type that the JSON is read into
 */
public record JsonPlace<E, T>(Expression<E, T> json, List<Object> steps) implements Expression<E, T> {

    /** Keeps its own copy. */
    public JsonPlace {
        steps = List.copyOf(steps);
    }

    @Override
    public ColumnType<T> type() {
        return json.type();
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.jsonPlace(this);
    }

    @Override
    public String toString() {
        StringBuilder label = new StringBuilder(Operands.label(json));
        for (Object step : steps) {
            label.append(step instanceof Integer ? "[" + step + "]" : "." + step);
        }
        return label.toString();
    }
}
