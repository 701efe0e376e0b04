package org.reactiveorm.twin;

import java.util.List;

/**
 * What queries for an entity can be made of.
 *
 * @param rows its rows
 * @param values its columns
 * @param toOnes its relations to at most one row
 * @param toManys its other relations
 */
record Vocabulary<E>(
        Rows<E> rows, List<Value<E, E, ?>> values, List<ToOneTwin<E, ?>> toOnes, List<ToManyTwin<E, ?>> toManys) {}
