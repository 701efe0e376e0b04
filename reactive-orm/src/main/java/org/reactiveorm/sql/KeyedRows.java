package org.reactiveorm.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;

/**
 * Rows of one entity that are chosen one by one: by a key, by a row that they are related to, or by both. Choices are numbered
 * from 0, and travel as one array for each column.
 *
 * @param entity the entity
 * @param key the columns of the key; none: all that are related
 * @param relation the relation that the rows are reached by, or null
 * @param columns the values of the key, and behind them those of the relation's source key, column by column
 * @param size how many choices
 * @param <C> the entity
 */
public record KeyedRows<C>(
        EntityModel<C> entity,
        List<Property<C, ?>> key,
        @Nullable Relation<?, C> relation,
        List<Column> columns,
        int size) {

    /** The lists are not changed any more by whoever made them. */
    public KeyedRows {
        key = List.copyOf(key);
        columns = Collections.unmodifiableList(columns);
    }

    /**
     * One column of the choices.
     *
     * @param type its type
     * @param values one for each choice
     */
    public record Column(ColumnType<?> type, List<@Nullable Object> values) {}

    /** The same choices with more columns. */
    List<Column> with(List<Column> more) {
        List<Column> all = new ArrayList<>(columns);
        all.addAll(more);
        return all;
    }

    /** The numbers of the choices as a column. */
    Column numbers() {
        return new Column(
                ColumnTypes.INTEGER,
                IntStream.range(0, size)
                        .<@Nullable Object>mapToObj(number -> number)
                        .toList());
    }
}
