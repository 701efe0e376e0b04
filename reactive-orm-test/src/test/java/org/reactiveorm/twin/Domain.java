package org.reactiveorm.twin;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.semantics.Grade;
import org.reactiveorm.semantics.Status;

/**
 * The values of a type: how PostgreSQL orders them, and some that are worth storing and comparing.
 *
 * <p>The databases of the tests have the locale {@code C.UTF-8}, whose order is that of the code points, not that of Java's
 * UTF-16, and whose upper and lower case are one code point for one.
 *
 * @param order the order of PostgreSQL; what is equal in it is equal to PostgreSQL
 * @param samples few, so that there are ties
 * @param <T> the type
 */
record Domain<T>(Comparator<? super T> order, List<T> samples) {

    private static final Comparator<String> BY_CODE_POINT =
            (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

    static final Domain<String> TEXT = new Domain<>(
            BY_CODE_POINT,
            List.of(
                    "",
                    " ",
                    "a",
                    "A",
                    "ab",
                    "aB",
                    "b",
                    "ä",
                    "Ä",
                    "äb",
                    "ß",
                    "%",
                    "_",
                    "a%",
                    "a_b",
                    "\\",
                    "a\\b",
                    "o'neil",
                    "\"q\"",
                    "\uffe5",
                    "\ud83d\ude00"));
    static final Domain<Short> TINY = natural((short) -7, (short) 0, (short) 1, (short) 2, (short) 100);
    static final Domain<Short> ANY_TINY = natural(Short.MIN_VALUE, (short) -1, (short) 0, (short) 2, Short.MAX_VALUE);
    /** Small enough to be computed with. */
    static final Domain<Integer> WHOLE = natural(-7, -1, 0, 1, 2, 3, 100);

    static final Domain<Integer> ANY_WHOLE = natural(Integer.MIN_VALUE, -1, 0, 2, Integer.MAX_VALUE);
    static final Domain<Long> BIG = natural(-5_000_000_000L, -1L, 0L, 1L, 2L, 3L, 5_000_000_000L);
    static final Domain<Long> ANY_BIG = natural(Long.MIN_VALUE, -1L, 0L, 2L, Long.MAX_VALUE);
    static final Domain<BigDecimal> DECIMAL = natural(
            new BigDecimal("-10.50"),
            new BigDecimal("0.00"),
            new BigDecimal("0.01"),
            new BigDecimal("1"),
            new BigDecimal("1.00"),
            new BigDecimal("2.5"),
            new BigDecimal("99999.99"));
    /** Their sums are exact in whatever order they are added. */
    static final Domain<Double> REAL =
            new Domain<>(Domain::compareReals, List.of(-2.5, -0.0, 0.0, 0.25, 0.5, 2.5, 1e9));

    static final Domain<Double> ANY_REAL = new Domain<>(
            Domain::compareReals,
            List.of(
                    Double.NEGATIVE_INFINITY,
                    -Double.MAX_VALUE,
                    -0.0,
                    0.0,
                    0.1,
                    Double.MIN_VALUE,
                    Double.POSITIVE_INFINITY,
                    Double.NaN));
    static final Domain<Float> SINGLE = new Domain<>(
            (a, b) -> compareReals(a, b), List.of(-0.5f, 0f, -0f, 0.1f, 3.25f, Float.MAX_VALUE, Float.NaN));
    static final Domain<Boolean> FLAG = natural(false, true);
    /** Stored as text, and ordered by it. */
    static final Domain<Status> STATUS = new Domain<>(
            Comparator.comparing(status -> status == Status.RETIRED ? "gone" : status.name()),
            List.of(Status.values()));
    /** An enum of PostgreSQL, ordered by its declaration. */
    static final Domain<Grade> GRADE = natural(Grade.values());

    static final Domain<LocalDate> DAY = natural(
            LocalDate.of(1969, 12, 31),
            LocalDate.of(2023, 12, 31),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2024, 3, 1),
            LocalDate.of(2024, 3, 31));
    /** The first and the last that PostgreSQL documents among them, and one that the Julian calendar calls otherwise. */
    static final Domain<LocalDate> ANY_DAY = natural(
            LocalDate.of(-4712, 1, 1),
            LocalDate.of(0, 2, 29),
            LocalDate.of(1582, 10, 10),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(9999, 12, 31),
            LocalDate.of(5874897, 12, 31));

    static final Domain<LocalTime> TIME = natural(
            LocalTime.MIDNIGHT,
            LocalTime.of(0, 0, 0, 1_000),
            LocalTime.NOON,
            LocalTime.of(12, 59, 59),
            LocalTime.of(23, 59, 59, 999_999_000));
    static final Domain<LocalDateTime> LOCAL = natural(
            LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_000),
            LocalDateTime.of(2024, 2, 29, 0, 0),
            LocalDateTime.of(2024, 2, 29, 23, 30, 15),
            LocalDateTime.of(2024, 3, 31, 2, 30));
    static final Domain<LocalDateTime> ANY_LOCAL = natural(
            LocalDateTime.of(-4712, 1, 1, 0, 0),
            LocalDateTime.of(1582, 10, 10, 12, 0),
            LocalDateTime.of(2024, 2, 29, 0, 0),
            LocalDateTime.of(294_276, 12, 31, 23, 59, 59, 999_999_000));
    /** Around the hours that zones skip or repeat. */
    static final Domain<Instant> INSTANT = natural(
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.parse("2024-02-29T14:59:59Z"),
            Instant.parse("2024-02-29T15:00:00Z"),
            Instant.parse("2024-03-31T00:59:59Z"),
            Instant.parse("2024-03-31T01:00:00Z"),
            Instant.parse("2024-10-27T00:30:00Z"),
            Instant.parse("2024-10-27T01:30:00Z"));

    static final Domain<Instant> ANY_INSTANT = natural(
            Instant.parse("-4712-01-01T00:00:00Z"),
            Instant.parse("1582-10-10T00:00:00Z"),
            Instant.parse("2024-02-29T15:00:00Z"),
            Instant.parse("+294276-12-31T23:59:59.999999Z"));
    /** By its bytes, not by Java's signed halves. */
    static final Domain<UUID> ID = new Domain<>(
            Comparator.comparing(UUID::toString),
            List.of(
                    new UUID(0, 0),
                    new UUID(1, -1),
                    new UUID(-1, 0),
                    new UUID(Long.MIN_VALUE, 5),
                    new UUID(Long.MAX_VALUE, 5)));

    static final Domain<List<String>> LABELS = new Domain<>(
            arrays(BY_CODE_POINT),
            List.of(
                    List.of(),
                    List.of("a"),
                    List.of("a", "b"),
                    List.of("b", "a"),
                    List.of("a", "a"),
                    List.of("", "NULL", "{x,\"y\"}")));
    static final Domain<List<Integer>> SIZES = new Domain<>(
            arrays(Comparator.<Integer>naturalOrder()),
            List.of(List.of(), List.of(1), List.of(1, 2), List.of(2, 1), List.of(1, 1, 2), List.of(-3)));

    @SafeVarargs
    private static <T extends Comparable<? super T>> Domain<T> natural(T... samples) {
        return new Domain<>(Comparator.naturalOrder(), List.of(samples));
    }

    /** NaN is greater than all others, and zero has no sign. */
    private static int compareReals(double a, double b) {
        return Double.compare(a + 0.0, b + 0.0);
    }

    private static <T> Comparator<List<T>> arrays(Comparator<T> elements) {
        return (a, b) -> {
            for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
                int compared = elements.compare(a.get(i), b.get(i));
                if (compared != 0) {
                    return compared;
                }
            }
            return Integer.compare(a.size(), b.size());
        };
    }

    boolean areEqual(T a, T b) {
        return order.compare(a, b) == 0;
    }

    Comparator<@Nullable T> withNull(boolean first) {
        return first ? Comparator.nullsFirst(order) : Comparator.nullsLast(order);
    }

    T sample(Random random) {
        return samples.get(random.nextInt(samples.size()));
    }

    /** One of them, or null for one in five. */
    @Nullable
    T sampleOrNull(Random random) {
        return random.nextInt(5) == 0 ? null : sample(random);
    }
}
