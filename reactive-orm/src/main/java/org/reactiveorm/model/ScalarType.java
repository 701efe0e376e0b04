package org.reactiveorm.model;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A Java class that the wire knows: values are bound and read as what they are.
 *
 * @param javaType the class of a value, bound and read as such
 * @param sqlType the PostgreSQL type
 * @param allocator makes an array of {@code javaType}
 * @param encoder checks the value and cuts off what PostgreSQL does not keep
 * @param converter see {@link #convert}
 * @param parser see {@link #parse}; any runtime exception means that the text is no such value
 * @param arrayText an element of an array as text, where the driver gets arrays of the class wrong, else null
 */
record ScalarType<T>(
        Class<T> javaType,
        String sqlType,
        IntFunction<T[]> allocator,
        Function<T, T> encoder,
        Function<Object, @Nullable T> converter,
        Function<String, T> parser,
        @Nullable Function<T, String> arrayText)
        implements ColumnType<T> {

    @Override
    public Class<?> wireType() {
        return javaType;
    }

    @Override
    public Object encode(T value) {
        return encoder.apply(value);
    }

    @Override
    public @Nullable T read(Row row, int index) {
        return row.get(index, javaType);
    }

    @Override
    public ArrayEncoding<T> array() {
        Function<T, String> text = arrayText;
        return text == null
                ? new ArrayEncoding<>(sqlType, sqlType, allocator::apply, encoder::apply)
                : new ArrayEncoding<>("text", sqlType, String[]::new, value -> text.apply(encoder.apply(value)));
    }

    /** 1.0 is 1.00, 0.0 is -0.0, and arrays are what they hold. */
    @Override
    public Object comparable(T value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        }
        if (value instanceof Double number) {
            return number + 0.0; // turns -0.0 into 0.0
        }
        if (value instanceof Float number) {
            return number + 0.0f;
        }
        return value instanceof byte[] bytes ? new KeyForm.Bytes(bytes) : value;
    }

    @Override
    public T convert(Object value) {
        if (javaType.isInstance(value)) {
            return javaType.cast(value);
        }
        T converted = converter.apply(value);
        if (converted == null) {
            throw new IllegalArgumentException("expected %s, but got %s"
                    .formatted(javaType.getSimpleName(), PublicClass.of(value).getName()));
        }
        return converted;
    }

    @Override
    public T parse(String text) {
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "expected %s, but got '%s'".formatted(javaType.getSimpleName(), text), e);
        }
    }
}
