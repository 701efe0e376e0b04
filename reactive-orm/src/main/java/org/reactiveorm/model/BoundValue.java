package org.reactiveorm.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the column type of a value that comes without one, from a hand-written statement. */
final class BoundValue {

    private static final Map<Class<?>, ColumnType<?>> SCALARS = Map.ofEntries(
            Map.entry(Boolean.class, ColumnTypes.BOOLEAN),
            Map.entry(Short.class, ColumnTypes.SHORT),
            Map.entry(Integer.class, ColumnTypes.INTEGER),
            Map.entry(Long.class, ColumnTypes.LONG),
            Map.entry(Float.class, ColumnTypes.FLOAT),
            Map.entry(Double.class, ColumnTypes.DOUBLE),
            Map.entry(BigDecimal.class, ColumnTypes.BIG_DECIMAL),
            Map.entry(BigInteger.class, ColumnTypes.BIG_INTEGER),
            Map.entry(String.class, ColumnTypes.STRING),
            Map.entry(byte[].class, ColumnTypes.BYTES),
            Map.entry(UUID.class, ColumnTypes.UUID),
            Map.entry(Instant.class, ColumnTypes.INSTANT),
            Map.entry(OffsetDateTime.class, ColumnTypes.OFFSET_DATE_TIME),
            Map.entry(LocalDateTime.class, ColumnTypes.LOCAL_DATE_TIME),
            Map.entry(LocalDate.class, ColumnTypes.LOCAL_DATE),
            Map.entry(LocalTime.class, ColumnTypes.LOCAL_TIME),
            Map.entry(Duration.class, ColumnTypes.DURATION));

    private static final ColumnType<Object> NAME =
            new ConvertedType<>(new NameOfConstant(), Object.class, ColumnTypes.STRING);

    private BoundValue() {}

    @SuppressWarnings("unchecked") // each type is under its own class
    static <T> @Nullable ColumnType<T> scalar(Class<T> type) {
        return (ColumnType<T>) SCALARS.get(type);
    }

    static ColumnType<?> typeOf(Object value, Function<? super Enum<?>, ? extends @Nullable ColumnType<?>> enums) {
        ColumnType<?> scalar = SCALARS.get(value.getClass());
        if (scalar != null) {
            return scalar;
        }
        if (value instanceof Enum<?> constant) {
            ColumnType<?> known = enums.apply(constant);
            return known == null ? NAME : known;
        }
        if (value instanceof Collection<?> values) {
            return new CollectionType(values.isEmpty() ? null : new ListType<>(elementType(values, enums)));
        }
        if (value.getClass().getName().startsWith("tools.jackson.databind.node.")) {
            return ColumnTypes.jsonNode();
        }
        throw new IllegalArgumentException(
                "A value of class %s cannot be bound. Bind one of %s, an enum constant, a JsonNode or a Collection of them."
                        .formatted(
                                value.getClass().getName(),
                                SCALARS.keySet().stream()
                                        .map(Class::getSimpleName)
                                        .sorted()
                                        .toList()));
    }

    @SuppressWarnings("unchecked") // values of one class are only ever handed to the type of that class
    private static ColumnType<Object> elementType(
            Collection<?> values, Function<? super Enum<?>, ? extends @Nullable ColumnType<?>> enums) {
        ColumnType<?> type = null;
        for (Object value : values) {
            if (value == null || value instanceof Collection<?>) {
                throw new IllegalArgumentException(
                        "A Collection can be bound, but not with a null or another Collection in it. For rows of several columns bind a Collection for each column: (a, b) in (select * from unnest(:as, :bs)).");
            }
            ColumnType<?> next = typeOf(value, enums);
            if (type != null && !type.equals(next)) {
                throw new IllegalArgumentException("A Collection of values of one class can be bound, not of %s and %s."
                        .formatted(
                                type.javaType().getSimpleName(), next.javaType().getSimpleName()));
            }
            type = next;
        }
        return (ColumnType<Object>) Objects.requireNonNull(type);
    }

    private record NameOfConstant() implements ValueCodec<Object, String> {

        @Override
        public String encode(Object value) {
            return ((Enum<?>) value).name();
        }

        @Override
        public Object decode(String stored) {
            return stored;
        }
    }
}
