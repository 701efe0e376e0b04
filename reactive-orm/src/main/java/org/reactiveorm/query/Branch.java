package org.reactiveorm.query;

/**
 * Related rows of which something is read.
 *
 * @param include the relation, and which of the related rows in which order
 * @param fetch what is read of them
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 * @param <R> what a related row becomes
 */
public record Branch<E, C, R>(Include<E, C> include, Fetch<C, R> fetch) {}
