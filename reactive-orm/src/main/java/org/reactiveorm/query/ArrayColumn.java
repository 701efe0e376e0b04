package org.reactiveorm.query;

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

    /** Adds an element at the end. */
    public Assignment<E> append(T value) {
        return to(new ArrayChange<>(this, ArrayChange.Operator.APPEND, element(value)));
    }

    /** Adds an element at the beginning. */
    public Assignment<E> prepend(T value) {
        return to(new ArrayChange<>(this, ArrayChange.Operator.PREPEND, element(value)));
    }

    /** Removes every element that equals the value. */
    public Assignment<E> remove(T value) {
        return to(new ArrayChange<>(this, ArrayChange.Operator.REMOVE, element(value)));
    }

    private T element(T value) {
        return Operands.present(this, value, "null is no element of %s, whose elements are never NULL. Leave it out.");
    }

    @Override
    public String toString() {
        return Operands.label(this);
    }
}
