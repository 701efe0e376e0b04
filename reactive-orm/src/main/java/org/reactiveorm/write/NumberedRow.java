package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.RowReader;

/**
 * A row and the number of the choice that it answers.
 *
 * @param number the number, counted from 0
 * @param entity the row
 * @param <C> the entity
 */
record NumberedRow<C>(int number, C entity) {

    /** Reads the number behind the entity's columns. */
    static <C> RowReader<NumberedRow<C>> reader(EntityModel<C> entity) {
        int place = entity.properties().size();
        return row -> new NumberedRow<>(row.getInt(place), entity.reader().read(row));
    }

    /** The rows in the order of their numbers, null where there is none. */
    static <C> List<@Nullable C> inOrder(List<NumberedRow<C>> rows, int size) {
        List<@Nullable C> ordered = new ArrayList<>(Collections.nCopies(size, (C) null));
        rows.forEach(row -> ordered.set(row.number(), row.entity()));
        return ordered;
    }
}
