package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.KeyMatch;
import org.reactiveorm.write.ChangeStep.UpdateRows;
import org.reactiveorm.write.InsertStep.KeyReference;
import org.reactiveorm.write.InsertStep.NewRow;
import org.reactiveorm.write.InsertStep.RowLink;
import org.reactiveorm.write.WriteStep.RowId;

/** The rows of the steps of one run that are done. */
final class DoneSteps {

    private final List<DoneStep> steps = new ArrayList<>();

    /**
     * The rows of a step.
     *
     * @param rows the rows in the order of the step, null where there is none
     */
    record DoneStep(List<? extends @Nullable DoneRow<?>> rows) {

        /** A step that makes no rows which others refer to. */
        static final DoneStep EMPTY = new DoneStep(List.of());

        /** Entities that were read. */
        static <E> DoneStep of(List<? extends @Nullable E> entities) {
            List<@Nullable DoneRow<?>> rows = new ArrayList<>(entities.size());
            for (E entity : entities) {
                rows.add(entity == null ? null : new DoneRow.Read<>(entity));
            }
            return new DoneStep(rows);
        }
    }

    /** How many steps are done. */
    int size() {
        return steps.size();
    }

    void add(DoneStep step) {
        steps.add(step);
    }

    /** The entities of a step, null where there is none. */
    @SuppressWarnings("unchecked") // the caller knows the step's entity
    <E> List<@Nullable E> entities(int step) {
        List<@Nullable E> entities = new ArrayList<>(steps.get(step).rows().size());
        for (DoneRow<?> row : steps.get(step).rows()) {
            entities.add(row instanceof DoneRow.Read<?> read ? (E) read.entity() : null);
        }
        return entities;
    }

    /** Takes rows of earlier steps as they are after a change; those that were not changed stay. */
    void replace(UpdateRows<?> change, DoneStep changed) {
        Map<Integer, List<@Nullable DoneRow<?>>> copies = new HashMap<>();
        for (int i = 0; i < changed.rows().size(); i++) {
            DoneRow<?> row = changed.rows().get(i);
            if (row != null) {
                RowId place = change.rows().get(i).row();
                copies.computeIfAbsent(
                                place.step(),
                                step -> new ArrayList<>(steps.get(step).rows()))
                        .set(place.row(), row);
            }
        }
        copies.forEach((step, rows) -> steps.set(step, new DoneStep(rows)));
    }

    /** The row's entity, or null if it was not made. */
    @Nullable
    Object entity(RowId row) {
        return row(row) instanceof DoneRow.Read<?> read ? read.entity() : null;
    }

    /** The row, or null if it was not found or not made. */
    @SuppressWarnings("unchecked") // the planner refers to rows by their entity
    <E> @Nullable DoneRow<E> row(RowId row) {
        return (DoneRow<E>) steps.get(row.step()).rows().get(row.row());
    }

    boolean isThere(RowId row) {
        return row(row) != null;
    }

    boolean isThere(RowLink link) {
        return isThere(link.source()) && isThere(link.target());
    }

    /** The value of a row that is there. */
    <E> @Nullable Object value(RowId id, Property<E, ?> property) {
        DoneRow<E> row = row(id);
        if (row == null) {
            throw new IllegalStateException("Rows that are not there are left out before");
        }
        return row.value(property);
    }

    /** The primary key of a row that is there. */
    <E> KeyMatch<E> keyOf(RowId row, EntityModel<E> entity) {
        List<Property<E, ?>> key = entity.primaryKey().properties();
        List<Object> values = new ArrayList<>(key.size());
        for (Property<E, ?> property : key) {
            @Nullable Object value = value(row, property);
            if (value == null) {
                throw new IllegalStateException("A primary key is never NULL");
            }
            values.add(value);
        }
        return new KeyMatch<>(key, values);
    }

    /** Whether a new row is to be made. */
    boolean isWanted(NewRow<?> row) {
        return row.premise().holds(this) && row.references().stream().allMatch(reference -> isThere(reference.row()));
    }

    /** The row's values with the keys of the rows that it refers to. */
    <E> RowValues<E> resolved(EntityModel<E> entity, NewRow<E> row) {
        if (row.references().isEmpty()) {
            return row.values();
        }
        RowValues<E> values = row.values().copy();
        for (KeyReference<E, ?> reference : row.references()) {
            fill(entity, reference, values);
        }
        return values;
    }

    private <E, P> void fill(EntityModel<E> entity, KeyReference<E, P> reference, RowValues<E> values) {
        for (int i = 0; i < reference.key().size(); i++) {
            Property<E, ?> key = reference.key().get(i);
            Object value = value(reference.row(), reference.from().get(i));
            if (values.has(key) && !Objects.deepEquals(values.get(key), value)) {
                throw NewRows.contradictory(entity, key);
            }
            values.set(key, value);
        }
    }
}
