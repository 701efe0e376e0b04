package org.reactiveorm.model;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidValueException;

/**
 * A type as one property has it: the error about a value that cannot be stored names the property.
 *
 * @param entity the entity's simple name
 * @param property the property's name
 * @param base how values travel
 */
record PropertyType<T>(String entity, String property, ColumnType<T> base) implements ColumnType<T> {

    @Override
    public Class<?> javaType() {
        return base.javaType();
    }

    @Override
    public String sqlType() {
        return base.sqlType();
    }

    @Override
    public String castType() {
        return base.castType();
    }

    @Override
    public boolean isKeptInUtc() {
        return base.isKeptInUtc();
    }

    @Override
    public Class<?> wireType() {
        return base.wireType();
    }

    @Override
    public Object encode(T value) {
        return encoded(base::encode, value);
    }

    @Override
    public @Nullable T read(Row row, int index) {
        return base.read(row, index);
    }

    @Override
    public String selectedAs() {
        return base.selectedAs();
    }

    @Override
    public String bound(String placeholder) {
        return base.bound(placeholder);
    }

    @Override
    public @Nullable EnumDefinition enumDefinition() {
        return base.enumDefinition();
    }

    @Override
    public ArrayEncoding<T> array() {
        ArrayEncoding<T> array = base.array();
        return new ArrayEncoding<>(
                array.wireType(), array.sqlType(), array.allocator(), value -> encoded(array.encoder(), value));
    }

    @Override
    public Object comparable(T value) {
        return base.comparable(value);
    }

    @Override
    public T convert(Object value) {
        return base.convert(value);
    }

    @Override
    public T parse(String text) {
        return base.parse(text);
    }

    private Object encoded(Function<T, Object> encoder, T value) {
        try {
            return encoder.apply(value);
        } catch (InvalidValueException e) {
            throw new InvalidValueException(
                    "%s.%s cannot have such a value: %s".formatted(entity, property, e.getMessage()),
                    ErrorContext.of(entity).withProperties(List.of(property)),
                    e);
        }
    }
}
