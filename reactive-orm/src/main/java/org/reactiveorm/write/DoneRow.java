package org.reactiveorm.write;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;

/** A row of a step that is done. */
sealed interface DoneRow<E> {

    /** The value of a column. */
    @Nullable
    Object value(Property<E, ?> property);

    /** A row that came from the database. */
    record Read<E>(E entity) implements DoneRow<E> {
        @Override
        public @Nullable Object value(Property<E, ?> property) {
            return property.get(entity);
        }
    }

    /** A row of which the caller gave the key. */
    record Known<E>(RowValues<E> values) implements DoneRow<E> {
        @Override
        public @Nullable Object value(Property<E, ?> property) {
            return values.get(property);
        }
    }
}
