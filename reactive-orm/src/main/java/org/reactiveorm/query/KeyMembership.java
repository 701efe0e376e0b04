package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;

/**
 * A key of several columns that is one of many. Each column's values are one array parameter, so that the SQL text does not
 * depend on their number.
 *
 * @param key the key's columns
 * @param values for each column its values, in the same order
 * @param <E> the entity
 */
public record KeyMembership<E>(List<Property<E, ?>> key, List<List<Object>> values) implements Condition<E> {

    /** The rows of these entities, of which there is at least one. */
    public static <E> KeyMembership<E> of(EntityModel<E> entity, Collection<E> rows) {
        List<Property<E, ?>> key = entity.primaryKey().properties();
        List<List<Object>> values = new ArrayList<>();
        for (Property<E, ?> property : key) {
            values.add(rows.stream()
                    .<Object>map(row -> Objects.requireNonNull(property.get(row), property.name()))
                    .toList());
        }
        return new KeyMembership<>(key, values);
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.keyMembership(this);
    }
}
