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
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

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
            Float.class,
            "float4",
            Float[]::new,
            value -> value,
            Numbers::toFloat,
            text -> Numbers.parse(text, Float::valueOf),
            null);

    /** {@code double precision}, with NaN and the infinities. */
    public static final ColumnType<Double> DOUBLE = new ScalarType<>(
            Double.class,
            "float8",
            Double[]::new,
            value -> value,
            Numbers::toDouble,
            text -> Numbers.parse(text, Double::valueOf),
            null);

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
            Numbers.via(Numbers::integer, "BigInteger"),
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
            UUID.class, "uuid", UUID[]::new, value -> value, value -> null, ColumnTypes::parseUuid, null);

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
            Duration.class, "interval", Duration[]::new, Times::storable, value -> null, Duration::parse, Times::text);

    private ColumnTypes() {}

    /** An enum stored as {@code text}: {@code constants} and what each is stored as, in the same order. */
    public static <T extends Enum<T>> ColumnType<T> textEnum(Class<T> type, List<T> constants, List<String> stored) {
        return new EnumType<>(type, constants, stored, null);
    }

    /** An enum stored as the PostgreSQL enum {@code typeName}, whose labels are {@code stored} in that order. */
    public static <T extends Enum<T>> ColumnType<T> nativeEnum(
            Class<T> type, String typeName, List<T> constants, List<String> stored) {
        return new EnumType<>(type, constants, stored, new EnumDefinition(typeName, stored));
    }

    /** Whatever Jackson reads and writes, as {@code jsonb}. The mapper can be brought: {@link JsonMapperProvider}. */
    public static <T> ColumnType<T> json(TypeReference<T> type) {
        return new JsonType<>(type);
    }

    /** A tree of JSON as {@code jsonb}; JSON's {@code null} is a {@code NullNode}, SQL's NULL is null. */
    public static ColumnType<JsonNode> jsonNode() {
        return JsonType.NODE;
    }

    /** Any value that Jackson writes, as {@code jsonb}, for operands. */
    public static ColumnType<Object> anyJson() {
        return JsonType.ANY;
    }

    /** The type of values of a class that has a mapping of its own, or null. */
    public static <T> @Nullable ColumnType<T> ofClass(Class<T> type) {
        return BoundValue.scalar(type);
    }

    /** An array as a list without nulls; a NULL among the elements is an error in both directions. */
    public static <T> ColumnType<List<T>> listOf(ColumnType<T> element) {
        return new ListType<>(element);
    }

    /** A type of the application, stored as {@code stored} after {@code codec} has turned it into that. */
    public static <T, S> ColumnType<T> converted(ValueCodec<T, S> codec, Class<T> type, ColumnType<S> stored) {
        return new ConvertedType<>(codec, type, stored);
    }

    /**
     * The same Java type in a column of another PostgreSQL type, for example {@code citext}, {@code varchar(20)} or
     * {@code numeric(12,2)}. Values are compared as that type; one that is too long is refused by the server.
     */
    public static <T> ColumnType<T> declared(ColumnType<T> base, String sqlType) {
        return DeclaredType.of(base, sqlType);
    }

    /** The texts of a type's values, as PostgreSQL itself writes and reads them. */
    public static ColumnType<String> asText(ColumnType<?> type) {
        return DeclaredType.asText(type);
    }

    /** The same type, whose errors about a value name the entity's property. */
    public static <T> ColumnType<T> ofProperty(String entity, String property, ColumnType<T> type) {
        return new PropertyType<>(entity, property, type);
    }

    /**
     * How {@code value} travels when it is bound to a hand-written statement: by its class, an enum constant as {@code
     * enums} says, or by its name if that answers null, a collection as an array.
     *
     * @throws IllegalArgumentException if values of its class cannot be bound
     */
    public static ColumnType<?> of(Object value, Function<? super Enum<?>, ? extends @Nullable ColumnType<?>> enums) {
        return BoundValue.typeOf(value, enums);
    }

    private static Boolean parseBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    /** Java itself takes shortened groups too. */
    private static UUID parseUuid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("not 36 characters");
        }
        return java.util.UUID.fromString(text);
    }
}
