package org.reactiveorm.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;

/** The mappings between Java and PostgreSQL types (PostgreSQL, chapter 8). */
public final class ColumnTypes {

    /** {@code boolean}. */
    public static final ColumnType<Boolean> BOOLEAN = new ScalarType<>(
            Boolean.class, "bool", Boolean[]::new, value -> value, value -> null, ColumnTypes::parseBoolean, null);

    /** {@code smallint}. */
    public static final ColumnType<Short> SHORT = new ScalarType<>(
            Short.class,
            "int2",
            Short[]::new,
            value -> value,
            Numbers.via(BigDecimal::shortValueExact, "Short"),
            Short::valueOf,
            null);

    /** {@code integer}. */
    public static final ColumnType<Integer> INTEGER = new ScalarType<>(
            Integer.class,
            "int4",
            Integer[]::new,
            value -> value,
            Numbers.via(BigDecimal::intValueExact, "Integer"),
            Integer::valueOf,
            null);

    /** {@code bigint}. */
    public static final ColumnType<Long> LONG = new ScalarType<>(
            Long.class,
            "int8",
            Long[]::new,
            value -> value,
            Numbers.via(BigDecimal::longValueExact, "Long"),
            Long::valueOf,
            null);

    /** {@code real}, with NaN and the infinities. */
    public static final ColumnType<Float> FLOAT = new ScalarType<>(
            Float.class, "float4", Float[]::new, value -> value, Numbers::toFloat, Float::valueOf, null);

    /** {@code double precision}, with NaN and the infinities. */
    public static final ColumnType<Double> DOUBLE = new ScalarType<>(
            Double.class, "float8", Double[]::new, value -> value, Numbers::toDouble, Double::valueOf, null);

    /** {@code numeric}; the scale is kept. */
    public static final ColumnType<BigDecimal> BIG_DECIMAL = new ScalarType<>(
            BigDecimal.class,
            "numeric",
            BigDecimal[]::new,
            value -> value,
            Numbers.via(Function.identity(), "BigDecimal"),
            BigDecimal::new,
            null);

    /** {@code numeric} without a fraction. */
    public static final ColumnType<BigInteger> BIG_INTEGER = new ScalarType<>(
            BigInteger.class,
            "numeric",
            BigInteger[]::new,
            value -> value,
            Numbers.via(BigDecimal::toBigIntegerExact, "BigInteger"),
            BigInteger::new,
            null);

    /** {@code text}. */
    public static final ColumnType<String> STRING = new ScalarType<>(
            String.class, "text", String[]::new, Texts::storable, value -> null, Function.identity(), null);

    /** {@code bytea}. As request parameter Base64. */
    public static final ColumnType<byte[]> BYTES = new ScalarType<>(
            byte[].class,
            "bytea",
            byte[][]::new,
            value -> value,
            value -> null,
            Base64.getDecoder()::decode,
            value -> "\\x" + HexFormat.of().formatHex(value));

    /** {@code uuid}. */
    public static final ColumnType<UUID> UUID = new ScalarType<>(
            UUID.class, "uuid", UUID[]::new, value -> value, value -> null, java.util.UUID::fromString, null);

    /** {@code timestamptz}; nanoseconds are cut off to microseconds, not rounded. */
    public static final ColumnType<Instant> INSTANT = new ScalarType<>(
            Instant.class,
            "timestamptz",
            Instant[]::new,
            Times::storable,
            value -> value instanceof OffsetDateTime time ? time.toInstant() : null,
            Instant::parse,
            null);

    /** {@code timestamptz}; comes back in UTC, cut off to microseconds. */
    public static final ColumnType<OffsetDateTime> OFFSET_DATE_TIME = new ScalarType<>(
            OffsetDateTime.class,
            "timestamptz",
            OffsetDateTime[]::new,
            Times::storable,
            value -> value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : null,
            OffsetDateTime::parse,
            null);

    /** {@code timestamp} without time zone, cut off to microseconds. */
    public static final ColumnType<LocalDateTime> LOCAL_DATE_TIME = new ScalarType<>(
            LocalDateTime.class,
            "timestamp",
            LocalDateTime[]::new,
            Times::storable,
            value -> null,
            LocalDateTime::parse,
            null);

    /** {@code date}. */
    public static final ColumnType<LocalDate> LOCAL_DATE = new ScalarType<>(
            LocalDate.class, "date", LocalDate[]::new, Times::storable, value -> null, LocalDate::parse, null);

    /** {@code time} without time zone, cut off to microseconds. */
    public static final ColumnType<LocalTime> LOCAL_TIME = new ScalarType<>(
            LocalTime.class, "time", LocalTime[]::new, Times::storable, value -> null, LocalTime::parse, null);

    /** {@code interval} of days and shorter units, cut off to microseconds; one with months cannot be read. */
    public static final ColumnType<Duration> DURATION = new ScalarType<>(
            Duration.class,
            "interval",
            Duration[]::new,
            Times::storable,
            value -> null,
            Duration::parse,
            Duration::toString);

    private ColumnTypes() {}

    private static Boolean parseBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }
}
