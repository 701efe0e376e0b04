package org.reactiveorm;

import static org.reactiveorm.error.InvalidQueryException.requireGiven;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.query.Expression;

/** The values that are read of each row of something, while they are still being named. */
final class Selecting<X> {

    private static final String NO_VALUES = "The values to select are null. Give at least one.";
    private static final String NO_READER =
            "What takes the selected values is null. Give a function, a constructor or a @Shape record.";

    private final List<Expression<X, ?>> values;

    private Selecting(List<Expression<X, ?>> values) {
        this.values = values;
    }

    @SafeVarargs
    static <X> Selecting<X> of(Expression<X, ?>... values) {
        return new Selecting<>(Arrays.asList(requireGiven(values, NO_VALUES)));
    }

    /** The values in their order. */
    List<Expression<X, ?>> values() {
        return values;
    }

    /** The same with one more value. */
    Selecting<X> and(Expression<X, ?> value) {
        List<Expression<X, ?>> more = new ArrayList<>(values);
        more.add(value);
        return new Selecting<>(more);
    }

    /**
     * Refuses a selection of nothing, or into nothing.
     *
     * @throws InvalidQueryException if there is no value, or what reads them is null
     */
    static void require(List<?> values, RowReader<?> reader) {
        requireGiven(reader, NO_READER);
        if (given(values).isEmpty()) {
            throw new InvalidQueryException(
                    "There is nothing to select. Give at least one value.", ErrorContext.none());
        }
    }

    /** What a function makes of a row's values, which {@code reader} hands to it. */
    <R> RowReader<R> into(Object function, RowReader<R> reader) {
        requireGiven(function, NO_READER);
        return row -> read(row, reader);
    }

    static List<?> given(List<?> values) {
        return requireGiven(values, NO_VALUES);
    }

    /** A constructor that takes a primitive has no use for NULL, and says no more than that. */
    private <R> R read(Row row, RowReader<R> reader) {
        try {
            R read = reader.read(row);
            if (read != null) {
                return read;
            }
        } catch (NullPointerException unexpected) {
            List<String> nulls = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i).type().read(row, i) == null) {
                    nulls.add(values.get(i).toString());
                }
            }
            if (nulls.isEmpty()) {
                throw unexpected;
            }
            throw new MappingException(
                    "NULL in %s cannot be read into what takes the values. Let it take null, or replace NULL with orElse(…)."
                            .formatted(nulls),
                    ErrorContext.none(),
                    unexpected);
        }
        throw new MappingException(
                "The function that takes %s returned null, but a Flux has no nulls. Return an Optional, or leave such rows out."
                        .formatted(values),
                ErrorContext.none(),
                null);
    }

    /** The values of one row, by what they are computed from. */
    SelectionOfMany.Values<X> values(Row row) {
        return new SelectionOfMany.Values<>() {
            @Override
            public <T> T get(Expression<X, T> value) {
                int place = values.indexOf(value);
                if (place < 0) {
                    throw new InvalidQueryException(
                            "%s is not selected. Add it to select(…).".formatted(value), ErrorContext.none());
                }
                return value(row, place, value);
            }
        };
    }

    /** The value; null where the database has NULL, which what it is handed to has to expect. */
    @SuppressWarnings("NullAway") // a type parameter of a caller's function does not say whether it may be null
    static <T> T value(Row row, int place, Expression<?, T> value) {
        return value.type().read(row, place);
    }

    static <T> T required(Row row, int place, Expression<?, T> value) {
        T present = value.type().read(row, place);
        if (present == null) {
            throw new MappingException(
                    "%s is NULL, but a Flux has no nulls. Leave such rows out with where(… .isNotNull()), replace NULL with orElse(…), or read it with as(Optional::ofNullable)."
                            .formatted(value),
                    ErrorContext.none(),
                    null);
        }
        return present;
    }
}
