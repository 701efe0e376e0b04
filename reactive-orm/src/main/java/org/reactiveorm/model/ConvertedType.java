package org.reactiveorm.model;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.error.OrmException;

/**
 * A type of the application, stored as another.
 *
 * @param codec turns one into the other
 * @param javaType the application's type
 * @param stored how the stored value travels
 */
record ConvertedType<T, S>(ValueCodec<T, S> codec, Class<T> javaType, ColumnType<S> stored) implements ColumnType<T> {

    @Override
    public String sqlType() {
        return stored.sqlType();
    }

    @Override
    public String castType() {
        return stored.castType();
    }

    @Override
    public boolean isKeptInUtc() {
        return stored.isKeptInUtc();
    }

    @Override
    public Class<?> wireType() {
        return stored.wireType();
    }

    @Override
    public Object encode(T value) {
        return stored.encode(toStored(value));
    }

    @Override
    public @Nullable T read(Row row, int index) {
        S value = stored.read(row, index);
        if (value == null) {
            return null;
        }
        try {
            return codec.decode(value);
        } catch (OrmException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MappingException(
                    "Column '%s' holds a value that %s cannot turn into %s: %s"
                            .formatted(
                                    row.name(index),
                                    codec.getClass().getSimpleName(),
                                    javaType.getSimpleName(),
                                    e.getMessage()),
                    ErrorContext.none(),
                    e);
        }
    }

    @Override
    public String selectedAs() {
        return stored.selectedAs();
    }

    @Override
    public String bound(String placeholder) {
        return stored.bound(placeholder);
    }

    @Override
    public @Nullable EnumDefinition enumDefinition() {
        return stored.enumDefinition();
    }

    @Override
    public ArrayEncoding<T> array() {
        ArrayEncoding<S> array = stored.array();
        return new ArrayEncoding<>(
                array.wireType(),
                array.sqlType(),
                array.allocator(),
                value -> array.encoder().apply(toStored(value)));
    }

    @Override
    public T convert(Object value) {
        return javaType.isInstance(value) ? javaType.cast(value) : given(stored.convert(value));
    }

    @Override
    public T parse(String text) {
        return given(stored.parse(text));
    }

    private T given(S value) {
        try {
            return codec.decode(value);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "expected %s, but %s cannot make one of '%s'"
                            .formatted(
                                    javaType.getSimpleName(), codec.getClass().getSimpleName(), value),
                    e);
        }
    }

    private S toStored(T value) {
        try {
            return codec.encode(value);
        } catch (OrmException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InvalidValueException(
                    "%s cannot encode a %s: %s"
                            .formatted(codec.getClass().getSimpleName(), javaType.getSimpleName(), e.getMessage()),
                    ErrorContext.none(),
                    e);
        }
    }
}
