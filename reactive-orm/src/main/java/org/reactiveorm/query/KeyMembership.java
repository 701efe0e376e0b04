package org.reactiveorm.query;

import java.util.List;
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

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.keyMembership(this);
    }
}
