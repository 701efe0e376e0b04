package org.reactiveorm.execution;

import io.r2dbc.postgresql.codec.Interval;
import io.r2dbc.spi.Statement;
import java.time.Duration;
import java.util.List;
import org.reactiveorm.sql.Sql;

/** Binds the values of a rendered statement by position, as classes that the driver has codecs for. */
final class Binder {

    private Binder() {}

    /** Binds every parameter and returns {@code statement}. */
    static Statement bind(Statement statement, Sql sql) {
        List<Sql.Parameter> parameters = sql.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Sql.Parameter parameter = parameters.get(i);
            Object value = parameter.value();
            if (value == null) {
                statement.bindNull(i, wireType(parameter.type()));
            } else {
                statement.bind(i, value instanceof Duration duration ? Interval.of(duration) : value);
            }
        }
        return statement;
    }

    private static Class<?> wireType(Class<?> type) {
        return type == Duration.class ? Interval.class : type;
    }
}
