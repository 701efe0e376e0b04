package org.reactiveorm.query;

import org.reactiveorm.model.Property;

/**
 * A column and its new value.
 *
 * @param property the column
 * @param value the value, computed from the row as it was
 * @param <E> the entity
 */
public record Assignment<E>(Property<E, ?> property, Expression<E, ?> value) {}
