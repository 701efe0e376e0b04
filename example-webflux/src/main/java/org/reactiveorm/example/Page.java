package org.reactiveorm.example;

import java.util.List;

/**
 * A page of a list.
 *
 * @param items what is on it
 * @param page its number, from 0
 * @param size the most that fits on a page
 * @param total how many there are on all pages
 */
record Page<E>(List<E> items, int page, int size, long total) {}
