package org.reactiveorm.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which PostgreSQL types all values can be read of as a Java class, and which one a class is bound as. */
final class TypeFit {

    private static final Set<String> TEXTS = Set.of(
            "text", "varchar", "bpchar", "name", "char", "json", "jsonb", "uuid", "bool", "int2", "int4", "int8", "oid",
            "numeric", "unknown");
    private static final Set<String> NUMBERS = Set.of("numeric", "int2", "int4", "int8", "oid");

    private static final Map<Class<?>, Set<String>> READ = Map.ofEntries(
            Map.entry(Boolean.class, Set.of("bool")),
            Map.entry(Short.class, Set.of("int2")),
            Map.entry(Integer.class, Set.of("int2", "int4")),
            Map.entry(Long.class, Set.of("int2", "int4", "int8", "oid")),
            Map.entry(Float.class, Set.of("float4", "int2")),
            Map.entry(Double.class, Set.of("float8", "float4", "int2", "int4", "numeric")),
            Map.entry(BigDecimal.class, NUMBERS),
            Map.entry(BigInteger.class, NUMBERS),
            Map.entry(String.class, TEXTS),
            Map.entry(byte[].class, Set.of("bytea")),
            Map.entry(UUID.class, Set.of("uuid", "text", "varchar", "bpchar")),
            Map.entry(Instant.class, Set.of("timestamptz", "timestamp")),
            Map.entry(OffsetDateTime.class, Set.of("timestamptz", "timestamp")),
            Map.entry(LocalDateTime.class, Set.of("timestamp")),
            Map.entry(LocalDate.class, Set.of("date")),
            Map.entry(LocalTime.class, Set.of("time")),
            Map.entry(Duration.class, Set.of("interval")));

    private static final Map<Class<?>, String> BOUND = Map.ofEntries(
            Map.entry(Boolean.class, "bool"),
            Map.entry(Short.class, "int2"),
            Map.entry(Integer.class, "int4"),
            Map.entry(Long.class, "int8"),
            Map.entry(Float.class, "float4"),
            Map.entry(Double.class, "float8"),
            Map.entry(BigDecimal.class, "numeric"),
            Map.entry(BigInteger.class, "numeric"),
            Map.entry(String.class, "text"),
            Map.entry(byte[].class, "bytea"),
            Map.entry(UUID.class, "uuid"),
            Map.entry(Instant.class, "timestamptz"),
            Map.entry(OffsetDateTime.class, "timestamptz"),
            Map.entry(LocalDateTime.class, "timestamp"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(LocalTime.class, "time"),
            Map.entry(Duration.class, "interval"));

    private TypeFit() {}

    static boolean fits(ProbeRow.Reading reading, ResultColumn.WireForm form) {
        return reading.isList() == form.isArray()
                && (READ.getOrDefault(reading.type(), Set.of()).contains(form.name())
                        || (reading.type() == String.class && form.isText()));
    }

    /** A NULL of the type that values of the class are bound as. */
    static String nullOf(Class<?> type) {
        String name = BOUND.get(type);
        if (name != null) {
            return "null::" + name;
        }
        Class<?> element = type.getComponentType();
        String elementName = element == null ? null : BOUND.get(element);
        return elementName == null ? "null" : "null::" + elementName + "[]";
    }
}
