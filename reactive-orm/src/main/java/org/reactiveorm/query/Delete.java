package org.reactiveorm.query;

import org.reactiveorm.model.EntityModel;

/**
 * The removal of all rows for which a condition holds.
 *
 * @param entity the entity
 * @param where which rows
 * @param <E> the entity
 */
public record Delete<E>(EntityModel<E> entity, Condition<E> where) {}
