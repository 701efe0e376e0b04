package org.reactiveorm.write;

import java.util.Comparator;

/**
 * An answered row and which of the given rows it is.
 *
 * @param row the given row's index
 * @param answer the answered row
 * @param <E> the entity
 */
record Placed<E>(int row, Upserted<E> answer) {

    static final Comparator<Placed<?>> BY_ROW = Comparator.comparing(Placed::row);
}
