package org.reactiveorm.query;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.ColumnTypes;

/**
 * An expression whose values are dates, or dates with a time.
 *
 * @param <E> the entity
 * @param <T> the Java type of the value
 */
public sealed interface TimeExpression<E, T> extends ComparableExpression<E, T> permits TimeColumn, TimeTerm {

    /** From {@code from} on, and before {@code until}: days, months and years without gaps or overlaps. */
    default Condition<E> within(T from, T until) {
        return gte(from).and(lt(until));
    }

    /** The beginning of the unit that the value lies in, for an instant in UTC. */
    default TimeExpression<E, T> truncatedTo(TimeUnit unit) {
        return truncatedTo(unit, ZoneOffset.UTC);
    }

    /**
     * The beginning of the unit that the value lies in; {@code zone} says when an instant's day begins.
     *
     * @throws InvalidQueryException if the unit or the zone is null
     */
    default TimeExpression<E, T> truncatedTo(TimeUnit unit, ZoneId zone) {
        String name = Operands.present(this, unit, "The unit that %s is truncated to is null. Give one like DAY.")
                .name()
                .toLowerCase(Locale.ROOT);
        Literal<E, String> in = zoneName(this, zone);
        return new TimeTerm<>(
                switch (Moment.of(type())) {
                    case INSTANT -> SqlExpression.of(type(), "date_trunc('" + name + "', ?, ?)", this, in);
                    case INSTANT_IN_UTC ->
                        SqlExpression.of(
                                type(),
                                "date_trunc('" + name + "', ? at time zone 'UTC', ?) at time zone 'UTC'",
                                this,
                                in);
                    case LOCAL -> SqlExpression.of(type(), "date_trunc('" + name + "', ?)::" + type().sqlType(), this);
                });
    }

    /**
     * The day that the value lies in; {@code zone} says when an instant's day begins.
     *
     * @throws InvalidQueryException if the zone is null
     */
    default TimeExpression<E, LocalDate> toDate(ZoneId zone) {
        Literal<E, String> in = zoneName(this, zone);
        return new TimeTerm<>(
                switch (Moment.of(type())) {
                    case INSTANT -> SqlExpression.of(ColumnTypes.LOCAL_DATE, "(? at time zone ?)::date", this, in);
                    case INSTANT_IN_UTC ->
                        SqlExpression.of(
                                ColumnTypes.LOCAL_DATE, "(? at time zone 'UTC' at time zone ?)::date", this, in);
                    case LOCAL -> SqlExpression.of(ColumnTypes.LOCAL_DATE, "?::date", this);
                });
    }

    /** An offset as POSIX has it: with the sign turned round (PostgreSQL, appendix B.5). */
    private static <E> Literal<E, String> zoneName(TimeExpression<E, ?> time, ZoneId zone) {
        Operands.present(time, zone, "The time zone that %s is seen in is null. Give one like ZoneOffset.UTC.");
        if (!(zone.normalized() instanceof ZoneOffset offset)) {
            return new Literal<>(ColumnTypes.STRING, zone.getId());
        }
        ZoneOffset turned = ZoneOffset.ofTotalSeconds(-offset.getTotalSeconds());
        return new Literal<>(ColumnTypes.STRING, turned.equals(ZoneOffset.UTC) ? "UTC" : "<x>" + turned.getId());
    }

    @Override
    default TimeExpression<Grouped<E>, T> min() {
        return new TimeTerm<>(Aggregate.of(Aggregate.Function.MIN, this, type()));
    }

    @Override
    default TimeExpression<Grouped<E>, T> max() {
        return new TimeTerm<>(Aggregate.of(Aggregate.Function.MAX, this, type()));
    }

    @Override
    default TimeExpression<Grouped<E>, T> key() {
        return new TimeTerm<>(new GroupKey<>(this));
    }

    @Override
    default TimeExpression<E, T> orElse(T value) {
        return new TimeTerm<>(Operands.coalesced(this, value));
    }

    @Override
    default TimeExpression<E, T> when(Condition<E> condition) {
        return new TimeTerm<>(new Conditional<>(condition, this));
    }
}
