package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.Property;

/**
 * An array column.
 *
 * @param entity the simple name of the entity, for messages
 * @param property the column's description
 * @param element how one element travels
 * @param <E> the entity
 * @param <T> the Java type of an element
 */
public record ArrayColumn<E, T>(String entity, Property<E, List<T>> property, ColumnType<T> element)
        implements Column<E, List<T>> {

    /** An error about an element names the column. */
    public ArrayColumn {
        element = ColumnTypes.ofProperty(entity, property.name(), element);
    }

    /** Contains the element. */
    public Condition<E> has(T value) {
        return hasAll(List.of(Operands.present(this, value)));
    }

    /** Contains at least one of the elements; of none: false. */
    public Condition<E> hasAny(Collection<? extends T> values) {
        return new ArrayMatch<>(this, ArrayMatch.Kind.OVERLAPS, Operands.allPresent(this, values));
    }

    /** Contains all of the elements; of none: every array that is not NULL. */
    public Condition<E> hasAll(Collection<? extends T> values) {
        return new ArrayMatch<>(this, ArrayMatch.Kind.CONTAINS, Operands.allPresent(this, values));
    }

    /** Has no elements; not true for NULL. */
    public Condition<E> isEmpty() {
        return new ArrayMatch<>(this, ArrayMatch.Kind.EMPTY, List.of());
    }

    /** Adds an element at the end; an array that is NULL gets its first one. */
    public Assignment<E> append(T value) {
        return changed(ArrayChange.Operator.APPEND, List.of(element(value)));
    }

    /** Adds elements at the end, in their order; of none: the array stays as it is. */
    public Assignment<E> appendAll(Collection<? extends T> values) {
        return changed(ArrayChange.Operator.APPEND, elements(values));
    }

    /** Adds an element at the beginning; an array that is NULL gets its first one. */
    public Assignment<E> prepend(T value) {
        return changed(ArrayChange.Operator.PREPEND, List.of(element(value)));
    }

    /** Adds elements at the beginning, in their order; of none: the array stays as it is. */
    public Assignment<E> prependAll(Collection<? extends T> values) {
        return changed(ArrayChange.Operator.PREPEND, elements(values));
    }

    /** Removes every element that equals the value; NULL stays NULL. */
    public Assignment<E> remove(T value) {
        return changed(ArrayChange.Operator.REMOVE, List.of(element(value)));
    }

    /** Removes every element that equals one of the values; NULL stays NULL, and of none the array stays as it is. */
    public Assignment<E> removeAll(Collection<? extends T> values) {
        return changed(ArrayChange.Operator.REMOVE_ALL, elements(values));
    }

    private Assignment<E> changed(ArrayChange.Operator operator, List<T> elements) {
        return to(elements.isEmpty() ? this : new ArrayChange<>(this, operator, elements));
    }

    private List<T> elements(Collection<? extends T> values) {
        List<T> elements = new ArrayList<>();
        for (T value : Operands.present(this, values, "The elements of %s are null. Give an empty list for none.")) {
            elements.add(element(value));
        }
        return elements;
    }

    private T element(T value) {
        return Operands.present(this, value, "null is no element of %s, whose elements are never NULL. Leave it out.");
    }

    @Override
    public String toString() {
        return Operands.label(this);
    }
}
