package org.reactiveorm.execution;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Numbers of any width as the one that is asked for; what does not fit is an {@link ArithmeticException}. */
final class WireNumbers {

    private static final int NEGATIVE = 0x4000;
    private static final int NAN = 0xC000;
    private static final int POSITIVE_INFINITY = 0xD000;
    private static final int NEGATIVE_INFINITY = 0xF000;
    private static final BigInteger TEN_THOUSAND = BigInteger.valueOf(10_000);

    private WireNumbers() {}

    static short int16(Wire wire) {
        long value = int64(wire);
        if (value != (short) value) {
            throw new ArithmeticException(value + " does not fit into a short");
        }
        return (short) value;
    }

    static int int32(Wire wire) {
        long value = int64(wire);
        if (value != (int) value) {
            throw new ArithmeticException(value + " does not fit into an int");
        }
        return (int) value;
    }

    static long int64(Wire wire) {
        return switch (wire.oid()) {
            case Oid.INT8 -> wire.isBinary() ? wire.int64(0) : Long.parseLong(wire.text());
            case Oid.INT4 -> wire.isBinary() ? wire.int32(0) : Long.parseLong(wire.text());
            case Oid.INT2 -> wire.isBinary() ? wire.int16(0) : Long.parseLong(wire.text());
            case Oid.OID -> wire.isBinary() ? Integer.toUnsignedLong(wire.int32(0)) : Long.parseLong(wire.text());
            default -> decimal(wire).longValueExact();
        };
    }

    static float float32(Wire wire) {
        if (wire.oid() == Oid.FLOAT4) {
            return wire.isBinary() ? Float.intBitsToFloat(wire.int32(0)) : Float.parseFloat(wire.text());
        }
        double value = float64(wire);
        float narrow = (float) value;
        if (Float.isInfinite(narrow) && !Double.isInfinite(value)) {
            throw new ArithmeticException(value + " does not fit into a float");
        }
        return narrow;
    }

    static double float64(Wire wire) {
        return switch (wire.oid()) {
            case Oid.FLOAT8 ->
                wire.isBinary() ? Double.longBitsToDouble(wire.int64(0)) : Double.parseDouble(wire.text());
            case Oid.FLOAT4 -> float32(wire);
            case Oid.INT8, Oid.INT4, Oid.INT2, Oid.OID -> int64(wire);
            default -> decimal(wire).doubleValue();
        };
    }

    static BigInteger integer(Wire wire) {
        return switch (wire.oid()) {
            case Oid.INT8, Oid.INT4, Oid.INT2, Oid.OID -> BigInteger.valueOf(int64(wire));
            default -> integer(decimal(wire));
        };
    }

    static BigDecimal decimal(Wire wire) {
        return switch (wire.oid()) {
            case Oid.NUMERIC -> wire.isBinary() ? numeric(wire) : numeric(wire.text());
            case Oid.INT8, Oid.INT4, Oid.INT2, Oid.OID -> BigDecimal.valueOf(int64(wire));
            case Oid.FLOAT4 -> numeric(Float.toString(float32(wire)));
            case Oid.FLOAT8 -> numeric(Double.toString(float64(wire)));
            default -> throw wire.no("a number");
        };
    }

    private static BigInteger integer(BigDecimal value) {
        try {
            return value.toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new ArithmeticException(value + " has a fraction and does not fit into a BigInteger");
        }
    }

    private static BigDecimal numeric(String text) {
        return switch (text) {
            case "NaN", "Infinity", "-Infinity" -> throw noDecimal(text);
            default -> new BigDecimal(text);
        };
    }

    /** Digits to the base of 10,000 (PostgreSQL, {@code numeric_send}), of which the first stands for 10,000^weight. */
    private static BigDecimal numeric(Wire wire) {
        int count = wire.int16(0);
        int weight = wire.int16(2);
        int sign = wire.int16(4) & 0xFFFF;
        int scale = wire.int16(6);
        switch (sign) {
            case NAN -> throw noDecimal("NaN");
            case POSITIVE_INFINITY -> throw noDecimal("Infinity");
            case NEGATIVE_INFINITY -> throw noDecimal("-Infinity");
            default -> {}
        }
        if (count == 0) {
            return BigDecimal.valueOf(0, scale);
        }
        int written = (count - weight - 1) * 4;
        BigDecimal value = count <= 4
                ? BigDecimal.valueOf(small(wire, count, sign), written)
                : new BigDecimal(large(wire, count, sign), written);
        // the digits that this cuts are zeros: a group of four reaches beyond the scale
        return value.scale() == scale ? value : value.setScale(scale, RoundingMode.UNNECESSARY);
    }

    private static long small(Wire wire, int count, int sign) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value * 10_000 + wire.int16(8 + 2 * i);
        }
        return sign == NEGATIVE ? -value : value;
    }

    private static BigInteger large(Wire wire, int count, int sign) {
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < count; i++) {
            value = value.multiply(TEN_THOUSAND).add(BigInteger.valueOf(wire.int16(8 + 2 * i)));
        }
        return sign == NEGATIVE ? value.negate() : value;
    }

    private static ArithmeticException noDecimal(String value) {
        return new ArithmeticException(
                value
                        + " is no number that Java's BigDecimal, BigInteger and integers have. Read it as a double, with toDouble() or ::float8, or exclude such rows.");
    }
}
