package org.reactiveorm.query;

import java.util.List;

/**
 * What a path in a column of JSON leads to.
 *
 * @param column the column
 * @param steps the keys ({@code String}) and positions ({@code Integer})
 * @param <E> the entity
 */
public record JsonPath<E>(JsonColumn<E, ?> column, List<Object> steps) implements JsonExpression<E> {

    /** Keeps its own copy. */
    public JsonPath {
        steps = List.copyOf(steps);
    }
}
