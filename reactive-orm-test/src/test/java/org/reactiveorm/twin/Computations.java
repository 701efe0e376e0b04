package org.reactiveorm.twin;

import static org.reactiveorm.twin.Specimen_.SPECIMEN;
import static org.reactiveorm.twin.Specimens.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.TimeUnit;

/** What is computed from the columns of the specimens. */
final class Computations {

    private static final List<ZoneId> ZONES = List.of(
            ZoneOffset.UTC,
            ZoneOffset.ofHoursMinutes(5, 45),
            ZoneOffset.ofHours(-3),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"));

    private Computations() {}

    private static <A, T> Function<Specimen, @Nullable T> from(
            Function<Specimen, @Nullable A> operand, Function<A, T> computation) {
        return row -> {
            A value = operand.apply(row);
            return value == null ? null : computation.apply(value);
        };
    }

    private static <A, B, T> Function<Specimen, @Nullable T> from(
            Function<Specimen, @Nullable A> left,
            Function<Specimen, @Nullable B> right,
            BiFunction<A, B, T> computation) {
        return row -> {
            A value = left.apply(row);
            B other = right.apply(row);
            return value == null || other == null ? null : computation.apply(value, other);
        };
    }

    static List<Value<Specimen, Specimen, ?>> texts() {
        return List.of(
                value(SPECIMEN.text.lower(), from(Specimen::text, Texts::lower), Domain.TEXT),
                value(SPECIMEN.text.upper(), from(Specimen::text, Texts::upper), Domain.TEXT),
                value(
                        SPECIMEN.text.length(),
                        from(Specimen::text, text -> text.codePointCount(0, text.length())),
                        Domain.WHOLE),
                value(
                        SPECIMEN.text("? || '/' || coalesce(?, ?)", SPECIMEN.text, SPECIMEN.otherText, "?"),
                        row -> row.text() == null
                                ? null
                                : row.text() + "/" + (row.otherText() == null ? "?" : row.otherText()),
                        Domain.TEXT));
    }

    static List<Value<Specimen, Specimen, ?>> wholeNumbers() {
        return List.of(
                value(SPECIMEN.whole.plus(2), from(Specimen::whole, n -> n + 2), Domain.WHOLE),
                value(SPECIMEN.whole.minus(3), from(Specimen::whole, n -> n - 3), Domain.WHOLE),
                value(SPECIMEN.whole.times(-2), from(Specimen::whole, n -> n * -2), Domain.WHOLE),
                value(SPECIMEN.whole.dividedBy(2), from(Specimen::whole, n -> n / 2), Domain.WHOLE),
                value(SPECIMEN.whole.plus(SPECIMEN.whole), from(Specimen::whole, n -> n + n), Domain.WHOLE),
                value(
                        SPECIMEN.whole.minus(SPECIMEN.tiny.toInteger()),
                        from(Specimen::whole, Specimen::tiny, (n, m) -> n - m),
                        Domain.WHOLE),
                value(SPECIMEN.whole.times(SPECIMEN.whole), from(Specimen::whole, n -> n * n), Domain.WHOLE),
                value(
                        SPECIMEN.whole.dividedBy(
                                SPECIMEN.whole.times(SPECIMEN.whole).plus(1)),
                        from(Specimen::whole, n -> n / (n * n + 1)),
                        Domain.WHOLE),
                value(
                        SPECIMEN.whole.plus(1).times(2).minus(1),
                        from(Specimen::whole, n -> (n + 1) * 2 - 1),
                        Domain.WHOLE),
                value(SPECIMEN.tiny.plus((short) 1), from(Specimen::tiny, n -> (short) (n + 1)), Domain.TINY),
                value(SPECIMEN.tiny.times(SPECIMEN.tiny), from(Specimen::tiny, n -> (short) (n * n)), Domain.TINY),
                value(SPECIMEN.big.plus(1L), from(Specimen::big, n -> n + 1), Domain.BIG),
                value(
                        SPECIMEN.big.minus(SPECIMEN.whole.toLong()),
                        from(Specimen::big, Specimen::whole, (n, m) -> n - m),
                        Domain.BIG),
                value(SPECIMEN.big.times(-3L), from(Specimen::big, n -> n * -3), Domain.BIG),
                value(SPECIMEN.big.dividedBy(2L), from(Specimen::big, n -> n / 2), Domain.BIG),
                value(SPECIMEN.tiny.toLong(), from(Specimen::tiny, n -> (long) n), Domain.BIG),
                value(SPECIMEN.otherWhole.toLong(), from(Specimen::otherWhole, n -> (long) n), Domain.BIG),
                value(SPECIMEN.otherBig.toDecimal(), from(Specimen::otherBig, BigDecimal::new), Domain.DECIMAL),
                value(SPECIMEN.otherBig.toDouble(), from(Specimen::otherBig, n -> (double) n), Domain.REAL));
    }

    /** PostgreSQL rounds numeric half away from zero and floating point numbers half to even. */
    static List<Value<Specimen, Specimen, ?>> fractions() {
        return List.of(
                value(
                        SPECIMEN.decimal.plus(BigDecimal.ONE),
                        from(Specimen::decimal, n -> n.add(BigDecimal.ONE)),
                        Domain.DECIMAL),
                value(
                        SPECIMEN.decimal.minus(SPECIMEN.otherDecimal),
                        from(Specimen::decimal, Specimen::otherDecimal, BigDecimal::subtract),
                        Domain.DECIMAL),
                value(
                        SPECIMEN.decimal.times(SPECIMEN.otherDecimal),
                        from(Specimen::decimal, Specimen::otherDecimal, BigDecimal::multiply),
                        Domain.DECIMAL),
                value(
                        SPECIMEN.decimal.dividedBy(new BigDecimal(4)),
                        from(Specimen::decimal, n -> n.divide(new BigDecimal(4))),
                        Domain.DECIMAL),
                value(
                        SPECIMEN.decimal.toInteger(),
                        from(
                                Specimen::decimal,
                                n -> n.setScale(0, RoundingMode.HALF_UP).intValueExact()),
                        Domain.WHOLE),
                value(
                        SPECIMEN.decimal.toLong(),
                        from(
                                Specimen::decimal,
                                n -> n.setScale(0, RoundingMode.HALF_UP).longValueExact()),
                        Domain.BIG),
                value(SPECIMEN.decimal.toDouble(), from(Specimen::decimal, BigDecimal::doubleValue), Domain.REAL),
                value(SPECIMEN.real.plus(0.5), from(Specimen::real, n -> n + 0.5), Domain.REAL),
                value(
                        SPECIMEN.real.minus(SPECIMEN.otherReal),
                        from(Specimen::real, Specimen::otherReal, (n, m) -> n - m),
                        Domain.REAL),
                value(SPECIMEN.real.times(-2.0), from(Specimen::real, n -> n * -2), Domain.REAL),
                value(SPECIMEN.real.dividedBy(4.0), from(Specimen::real, n -> n / 4), Domain.REAL),
                value(SPECIMEN.real.toInteger(), from(Specimen::real, n -> (int) Math.rint(n)), Domain.WHOLE),
                value(SPECIMEN.real.toDecimal(), from(Specimen::real, BigDecimal::new), Domain.DECIMAL),
                value(SPECIMEN.single.toDouble(), from(Specimen::single, n -> (double) n), Domain.REAL),
                value(
                        SPECIMEN.number("abs(?) + ?", SPECIMEN.whole, 1),
                        from(Specimen::whole, n -> new BigDecimal(Math.abs(n) + 1)),
                        Domain.DECIMAL),
                value(
                        SPECIMEN.value(Long.class, "? + 1::int8", SPECIMEN.whole),
                        from(Specimen::whole, n -> n + 1L),
                        Domain.BIG));
    }

    static List<Value<Specimen, Specimen, ?>> orElse() {
        List<Value<Specimen, Specimen, ?>> values = new ArrayList<>();
        for (Specimens.Pair<?> pair : Specimens.pairs()) {
            values.add(orElse(pair.left()));
        }
        Specimens.singles().forEach(single -> values.add(orElse(single)));
        return values;
    }

    private static <T> Value<Specimen, Specimen, T> orElse(Value<Specimen, Specimen, T> column) {
        T other = column.domain().samples().get(1);
        return value(
                column.expression().orElse(other),
                row -> column.of(row) == null ? other : column.of(row),
                column.domain());
    }

    /** The value where a condition is true, NULL where it is false or unknown. */
    static List<Value<Specimen, Specimen, ?>> when() {
        List<Value<Specimen, Specimen, ?>> values = new ArrayList<>();
        for (Specimens.Pair<?> pair : Specimens.pairs()) {
            values.add(when(pair.left()));
        }
        return values;
    }

    private static <T> Value<Specimen, Specimen, T> when(Value<Specimen, Specimen, T> column) {
        return value(
                column.expression().when(SPECIMEN.flag.isTrue().or(SPECIMEN.whole.gt(0))),
                row -> Boolean.TRUE.equals(row.flag()) || (row.whole() != null && row.whole() > 0)
                        ? column.of(row)
                        : null,
                column.domain());
    }

    static List<Value<Specimen, Specimen, ?>> times() {
        List<Value<Specimen, Specimen, ?>> values = new ArrayList<>();
        for (TimeUnit unit : TimeUnit.values()) {
            values.add(value(
                    SPECIMEN.local.truncatedTo(unit),
                    from(Specimen::local, time -> truncated(time, unit)),
                    Domain.LOCAL));
            values.add(value(
                    SPECIMEN.day.truncatedTo(unit),
                    from(
                            Specimen::day,
                            day -> truncated(day.atStartOfDay(), unit).toLocalDate()),
                    Domain.DAY));
            values.add(value(
                    SPECIMEN.instant.truncatedTo(unit),
                    from(
                            Specimen::instant,
                            at -> truncated(LocalDateTime.ofInstant(at, ZoneOffset.UTC), unit)
                                    .toInstant(ZoneOffset.UTC)),
                    Domain.INSTANT));
        }
        for (ZoneId zone : ZONES) {
            values.add(value(
                    SPECIMEN.instant.truncatedTo(TimeUnit.DAY, zone),
                    from(
                            Specimen::instant,
                            at -> at.atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant()),
                    Domain.INSTANT));
            values.add(value(
                    SPECIMEN.instant.truncatedTo(TimeUnit.MONTH, zone),
                    from(
                            Specimen::instant,
                            at -> LocalDate.ofInstant(at, zone)
                                    .withDayOfMonth(1)
                                    .atStartOfDay(zone)
                                    .toInstant()),
                    Domain.INSTANT));
            values.add(value(
                    SPECIMEN.instant.toDate(zone),
                    from(Specimen::instant, at -> LocalDate.ofInstant(at, zone)),
                    Domain.DAY));
            values.add(
                    value(SPECIMEN.local.toDate(zone), from(Specimen::local, LocalDateTime::toLocalDate), Domain.DAY));
        }
        return values;
    }

    private static LocalDateTime truncated(LocalDateTime time, TimeUnit unit) {
        LocalDateTime day = time.truncatedTo(ChronoUnit.DAYS);
        return switch (unit) {
            case SECOND -> time.truncatedTo(ChronoUnit.SECONDS);
            case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }
}
