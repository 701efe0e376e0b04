package org.reactiveorm.model;

import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The mappings between Java and PostgreSQL types (PostgreSQL, chapter 8). */
public final class ColumnTypes {

    /** {@code boolean}. */
    public static final ColumnType<Boolean> BOOLEAN =
            new Scalar<>(Boolean.class, "bool", Boolean[]::new, Boolean::valueOf);

    /** {@code integer}. */
    public static final ColumnType<Integer> INTEGER =
            new Scalar<>(Integer.class, "int4", Integer[]::new, Integer::valueOf);

    /** {@code bigint}. */
    public static final ColumnType<Long> LONG = new Scalar<>(Long.class, "int8", Long[]::new, Long::valueOf);

    /** {@code text}. */
    public static final ColumnType<String> STRING =
            new Scalar<>(String.class, "text", String[]::new, Function.identity());

    private ColumnTypes() {}

    private record Scalar<T>(
            Class<T> javaType, String sqlType, IntFunction<Object[]> allocator, Function<String, T> parser)
            implements ColumnType<T> {

        @Override
        public Class<?> wireType() {
            return javaType;
        }

        @Override
        public Object encode(T value) {
            return value;
        }

        @Override
        public @Nullable T read(Row row, int index) {
            return row.get(index, javaType);
        }

        @Override
        public ArrayEncoding<T> array() {
            return new ArrayEncoding<>(sqlType, sqlType, allocator, value -> value);
        }

        @Override
        public T convert(Object value) {
            return javaType.cast(value);
        }

        @Override
        public T parse(String text) {
            return parser.apply(text);
        }
    }
}
