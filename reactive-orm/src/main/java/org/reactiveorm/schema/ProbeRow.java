package org.reactiveorm.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.model.Row;

/** A row of made-up values that writes down what is read of it. */
final class ProbeRow implements Row {

    private static final LocalDateTime DAY = LocalDateTime.of(2000, 1, 1, 0, 0);

    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(Boolean.class, true),
            Map.entry(Short.class, (short) 1),
            Map.entry(Integer.class, 1),
            Map.entry(Long.class, 1L),
            Map.entry(Float.class, 1f),
            Map.entry(Double.class, 1d),
            Map.entry(BigDecimal.class, BigDecimal.ONE),
            Map.entry(BigInteger.class, BigInteger.ONE),
            Map.entry(byte[].class, new byte[0]),
            Map.entry(UUID.class, new UUID(0, 0)),
            Map.entry(Instant.class, DAY.toInstant(ZoneOffset.UTC)),
            Map.entry(OffsetDateTime.class, DAY.atOffset(ZoneOffset.UTC)),
            Map.entry(LocalDateTime.class, DAY),
            Map.entry(LocalDate.class, DAY.toLocalDate()),
            Map.entry(LocalTime.class, DAY.toLocalTime()),
            Map.entry(Duration.class, Duration.ofSeconds(1)));

    private final List<ResultColumn> columns;
    private final Map<Integer, @Nullable String> texts;
    private final Nulls nulls;
    private final Map<Integer, Reading> readings = new TreeMap<>();
    private int last = -1;
    private boolean missing;
    private boolean refusedNull;

    /** {@code texts} are the values of the columns that are read as text and do not take the empty one, null for NULL. */
    ProbeRow(List<ResultColumn> columns, Map<Integer, @Nullable String> texts, Nulls nulls) {
        this.columns = columns;
        this.texts = texts;
        this.nulls = nulls;
    }

    /** What was read, by column. */
    Map<Integer, Reading> readings() {
        return readings;
    }

    /** The column that was read last, -1 if none was. */
    int last() {
        return last;
    }

    /** Whether a column was asked for that is not there. */
    boolean isMissing() {
        return missing;
    }

    /** Whether the reader said that a column must not be NULL. */
    boolean hasRefusedNull() {
        return refusedNull;
    }

    @Override
    public <T> @Nullable T get(int index, Class<T> type) {
        note(index, new Reading(type, false));
        if (nulls.contains(index)) {
            return null;
        }
        Object sample = type == String.class ? text(index) : SAMPLES.get(type);
        return sample == null ? null : type.cast(sample);
    }

    private @Nullable String text(int index) {
        return texts.containsKey(index) ? texts.get(index) : "";
    }

    @Override
    public <T> @Nullable List<@Nullable T> list(int index, Class<T> type) {
        note(index, new Reading(type, true));
        return nulls.contains(index) ? null : List.of();
    }

    private void note(int index, Reading reading) {
        if (index >= columns.size()) {
            missing = true;
            throw new MappingException(
                    "The result has %d columns, but column %d is read.".formatted(columns.size(), index + 1),
                    ErrorContext.none(),
                    null);
        }
        readings.put(index, reading);
        last = index;
    }

    @Override
    public int index(String column) {
        missing = columns.stream().noneMatch(each -> each.name().equals(column));
        return Row.super.index(column);
    }

    @Override
    public MappingException nullIn(int index) {
        refusedNull = true;
        return Row.super.nullIn(index);
    }

    @Override
    public int size() {
        return columns.size();
    }

    @Override
    public String name(int index) {
        return columns.get(index).name();
    }

    /**
     * How a column was read.
     *
     * @param type the class of a value, or of an element
     * @param isList whether it was read as a list
     */
    record Reading(Class<?> type, boolean isList) {

        @Override
        public String toString() {
            return isList ? "List of " + type.getSimpleName() : type.getSimpleName();
        }
    }

    /**
     * Columns that are NULL, next to each other.
     *
     * @param from the first
     * @param to the last
     */
    record Nulls(int from, int to) {

        static final Nulls NONE = new Nulls(0, -1);

        boolean contains(int index) {
            return index >= from && index <= to;
        }
    }
}
