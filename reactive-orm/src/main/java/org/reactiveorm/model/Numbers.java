package org.reactiveorm.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers of one class as another without loss; what would lose something is an {@link IllegalArgumentException}. */
final class Numbers {

    private static final Pattern FLOATING =
            Pattern.compile("[+-]?(?:NaN|Infinity|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)");

    private static final int LONGEST = 131_072;

    private Numbers() {}

    /** Applies {@code exact} to a number's decimal value, and gives null for what is no number. */
    static <T> Function<Object, @Nullable T> via(Function<BigDecimal, T> exact, String target) {
        return value -> {
            if (!(value instanceof Number number)) {
                return null;
            }
            try {
                return exact.apply(decimal(number));
            } catch (ArithmeticException | NumberFormatException e) {
                throw new IllegalArgumentException(number + " does not fit into " + target, e);
            }
        };
    }

    static @Nullable Float toFloat(Object value) {
        if (value instanceof Double d && (d.isNaN() || d.isInfinite())) {
            return d.floatValue();
        }
        return Numbers.via(
                        exact -> {
                            float nearest = exact.floatValue();
                            return same(exact, new BigDecimal(Float.toString(nearest)), nearest);
                        },
                        "Float")
                .apply(value);
    }

    static @Nullable Double toDouble(Object value) {
        if (value instanceof Float f && (f.isNaN() || f.isInfinite())) {
            return f.doubleValue();
        }
        return Numbers.via(
                        exact -> {
                            double nearest = exact.doubleValue();
                            return same(exact, BigDecimal.valueOf(nearest), nearest);
                        },
                        "Double")
                .apply(value);
    }

    /**
     * The nearest number, as PostgreSQL reads it: never an infinity for a number that is too large, or zero for one that is
     * too small. What is a number for Java's compiler only is none: hexadecimal, with a suffix or with spaces.
     */
    static <N extends Number> N parse(String text, Function<String, N> nearest) {
        if (!FLOATING.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        N number = nearest.apply(text);
        double value = number.doubleValue();
        boolean isTooLarge = Double.isInfinite(value) && !text.endsWith("Infinity");
        boolean isTooSmall = value == 0 && new BigDecimal(text).signum() != 0;
        if (isTooLarge || isTooSmall) {
            throw new NumberFormatException(text + " is out of range");
        }
        return number;
    }

    /** Exactly, unless the exponent makes it larger than any number that PostgreSQL has. */
    static BigInteger integer(BigDecimal value) {
        if ((long) value.precision() - value.scale() > LONGEST) {
            throw new ArithmeticException("more than " + LONGEST + " digits");
        }
        return value.toBigIntegerExact();
    }

    /** The number as it is written, so that {@code 0.1f} is {@code 0.1}. */
    static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        return number instanceof BigInteger integer ? new BigDecimal(integer) : new BigDecimal(number.toString());
    }

    private static <T> T same(BigDecimal exact, BigDecimal nearest, T value) {
        if (exact.compareTo(nearest) != 0) {
            throw new ArithmeticException("the nearest is " + nearest);
        }
        return value;
    }
}
