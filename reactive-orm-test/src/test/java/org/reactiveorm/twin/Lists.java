package org.reactiveorm.twin;

import static org.reactiveorm.twin.Comparisons.lifted;

import java.util.Collections;
import java.util.List;
import org.reactiveorm.query.ArrayColumn;

/** Every way to ask for the elements of an array. */
final class Lists {

    private Lists() {}

    /** With elements that are given, at least one. */
    static <E, R, T> List<Twin<E, R>> withElements(Value<E, R, List<T>> left, List<T> elements) {
        ArrayColumn<E, T> array = (ArrayColumn<E, T>) left.expression();
        T first = elements.get(0);
        return List.of(
                lifted(array.has(first), left, value -> value.contains(first)),
                lifted(array.hasAny(elements), left, value -> !Collections.disjoint(value, elements)),
                lifted(array.hasAll(elements), left, value -> value.containsAll(elements)));
    }

    /** With nothing. */
    static <E, R, T> List<Twin<E, R>> withNothing(Value<E, R, List<T>> left) {
        ArrayColumn<E, T> array = (ArrayColumn<E, T>) left.expression();
        return List.of(
                lifted(array.isEmpty(), left, List::isEmpty),
                lifted(array.hasAny(List.of()), left, value -> false),
                lifted(array.hasAll(List.of()), left, value -> true));
    }
}
