package org.reactiveorm.execution;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Which class is read how. */
final class WireTypes {

    private static final Map<Class<?>, Function<Wire, ?>> READERS = Map.ofEntries(
            Map.entry(Boolean.class, WireTexts::bool),
            Map.entry(Short.class, WireNumbers::int16),
            Map.entry(Integer.class, WireNumbers::int32),
            Map.entry(Long.class, WireNumbers::int64),
            Map.entry(Float.class, WireNumbers::float32),
            Map.entry(Double.class, WireNumbers::float64),
            Map.entry(BigDecimal.class, WireNumbers::decimal),
            Map.entry(BigInteger.class, WireNumbers::integer),
            Map.entry(String.class, WireTexts::text),
            Map.entry(byte[].class, WireTexts::bytes),
            Map.entry(UUID.class, WireTexts::uuid),
            Map.entry(Instant.class, WireTimes::instant),
            Map.entry(OffsetDateTime.class, wire -> WireTimes.instant(wire).atOffset(ZoneOffset.UTC)),
            Map.entry(LocalDateTime.class, WireTimes::dateTime),
            Map.entry(LocalDate.class, WireTimes::date),
            Map.entry(LocalTime.class, WireTimes::time),
            Map.entry(Duration.class, WireTimes::duration));

    /** Asked for each value: a class finds its own reader faster than a map does. */
    private static final ClassValue<Function<Wire, ?>> READER = new ClassValue<>() {
        @Override
        protected Function<Wire, ?> computeValue(Class<?> type) {
            Function<Wire, ?> reader = READERS.get(type);
            if (reader == null) {
                throw new IllegalArgumentException("columns are not read as " + type.getName());
            }
            return reader;
        }
    };

    private WireTypes() {}

    @SuppressWarnings("unchecked") // every class stands beside the reader of its values
    static <T> Function<Wire, T> reader(Class<T> type) {
        return (Function<Wire, T>) READER.get(type);
    }
}
