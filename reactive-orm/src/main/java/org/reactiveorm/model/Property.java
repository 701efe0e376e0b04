package org.reactiveorm.model;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of an entity. {@link #name()} is the component's name, for a component of an embedded record or an id record
 * its path ({@code address.city}).
 *
 * @param <E> the entity
 * @param <T> the Java type of the value (boxed)
 */
public final class Property<E, T> {

    private final String name;
    private final String column;
    private final ColumnType<T> type;
    private final Function<E, @Nullable T> getter;
    private final int index;
    private final boolean nullable;
    private final ValueSource source;

    private Property(Property<E, T> other, boolean nullable, ValueSource source) {
        this.name = other.name;
        this.column = other.column;
        this.type = other.type;
        this.getter = other.getter;
        this.index = other.index;
        this.nullable = nullable;
        this.source = source;
    }

    private Property(Property<E, T> other, ColumnType<T> type, int index) {
        this.name = other.name;
        this.column = other.column;
        this.type = type;
        this.getter = other.getter;
        this.index = index;
        this.nullable = other.nullable;
        this.source = other.source;
    }

    private Property(String name, String column, ColumnType<T> type, Function<E, @Nullable T> getter) {
        this.name = name;
        this.column = column;
        this.type = type;
        this.getter = getter;
        this.index = -1;
        this.nullable = false;
        this.source = ValueSource.given();
    }

    /** A property that is NOT NULL and whose value the caller has to give. */
    public static <E, T> Property<E, T> of(
            String name, String column, ColumnType<T> type, Function<E, @Nullable T> getter) {
        return new Property<>(name, column, type, getter);
    }

    /** The same, NULL allowed. */
    public Property<E, T> nullable() {
        return new Property<>(this, true, source);
    }

    /** The same, at this place of its owner's select list. */
    public Property<E, T> at(String owner, int position) {
        return new Property<>(this, ColumnTypes.ofProperty(owner, name, type), position);
    }

    /** The same, with a value that comes from elsewhere when the caller gives none. */
    public Property<E, T> from(ValueSource origin) {
        return new Property<>(this, nullable, origin);
    }

    /** The component's name or path. */
    public String name() {
        return name;
    }

    /** The column's name, unquoted. */
    public String column() {
        return column;
    }

    /** How the value travels. */
    public ColumnType<T> type() {
        return type;
    }

    /** The place in the entity's select list, counted from 0. */
    public int index() {
        return index;
    }

    /** Whether the column may be NULL. */
    public boolean isNullable() {
        return nullable;
    }

    /** Whether an insert fails without a value of the caller. */
    public boolean isRequired() {
        return !nullable && source.kind() == ValueSource.Kind.GIVEN;
    }

    /** Where the value comes from when the caller gives none. */
    public ValueSource source() {
        return source;
    }

    /** The value that {@code entity} has. */
    public @Nullable T get(E entity) {
        return getter.apply(entity);
    }

    @Override
    public String toString() {
        return name;
    }
}
