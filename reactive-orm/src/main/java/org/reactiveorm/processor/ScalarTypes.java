package org.reactiveorm.processor;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Java types that have a mapping of their own. */
final class ScalarTypes {

    /** For messages. */
    static final String NAMES =
            "boolean, short, int, long, float, double and their boxes, BigDecimal, BigInteger, String,"
                    + " byte[], UUID, Instant, OffsetDateTime, LocalDateTime, LocalDate, LocalTime, Duration, enums and List of"
                    + " these";

    private static final Map<String, Scalar> SCALARS = scalars();

    private ScalarTypes() {}

    private static Map<String, Scalar> scalars() {
        Map<String, Scalar> scalars = new HashMap<>();
        scalars.put("java.lang.Boolean", new Scalar(ColumnKind.BOOLEAN, "BOOLEAN", Literals.BOOLEAN));
        scalars.put("java.lang.Short", new Scalar(ColumnKind.INTEGER, "SHORT", Literals.SHORT));
        scalars.put("java.lang.Integer", new Scalar(ColumnKind.INTEGER, "INTEGER", Literals.INTEGER));
        scalars.put("java.lang.Long", new Scalar(ColumnKind.DECIMAL, "LONG", Literals.LONG));
        scalars.put("java.lang.Float", new Scalar(ColumnKind.FLOAT, "FLOAT", Literals.FLOAT));
        scalars.put("java.lang.Double", new Scalar(ColumnKind.FLOAT, "DOUBLE", Literals.DOUBLE));
        scalars.put("java.math.BigDecimal", new Scalar(ColumnKind.DECIMAL, "BIG_DECIMAL", Literals.BIG_DECIMAL));
        scalars.put("java.math.BigInteger", new Scalar(ColumnKind.DECIMAL, "BIG_INTEGER", Literals.BIG_INTEGER));
        scalars.put("java.lang.String", new Scalar(ColumnKind.TEXT, "STRING", Literals.TEXT));
        scalars.put("byte[]", new Scalar(ColumnKind.VALUE, "BYTES", Literals.BYTES));
        scalars.put("java.util.UUID", new Scalar(ColumnKind.COMPARABLE, "UUID", Literals.UUID_TEXT));
        scalars.put("java.time.Instant", time("INSTANT", Literals.INSTANT));
        scalars.put("java.time.OffsetDateTime", time("OFFSET_DATE_TIME", Literals.OFFSET_DATE_TIME));
        scalars.put("java.time.LocalDateTime", time("LOCAL_DATE_TIME", Literals.LOCAL_DATE_TIME));
        scalars.put("java.time.LocalDate", time("LOCAL_DATE", Literals.LOCAL_DATE));
        scalars.put("java.time.LocalTime", new Scalar(ColumnKind.COMPARABLE, "LOCAL_TIME", Literals.LOCAL_TIME));
        scalars.put("java.time.Duration", new Scalar(ColumnKind.COMPARABLE, "DURATION", Literals.DURATION));
        return Map.copyOf(scalars);
    }

    private static Scalar time(String constant, Literals literals) {
        return new Scalar(ColumnKind.TIME, constant, literals);
    }

    /** The mapping of a type by its qualified, boxed name, or null. */
    static @Nullable Mapping mapping(String qualifiedName, JavaType type) {
        Scalar scalar = SCALARS.get(qualifiedName);
        return scalar == null
                ? null
                : new Mapping(type, scalar.kind, Library.COLUMN_TYPES + "." + scalar.constant, null, scalar.literals);
    }

    private record Scalar(ColumnKind kind, String constant, Literals literals) {}
}
