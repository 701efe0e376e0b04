package org.reactiveorm.execution;

import io.r2dbc.postgresql.codec.Interval;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.spi.Parameters;
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
                statement.bind(i, wireValue(value));
            }
        }
        return statement;
    }

    private static Object wireValue(Object value) {
        if (value instanceof Duration duration) {
            return Interval.of(duration);
        }
        // an array without a class and without elements: the server finds out what it is an array of
        return value.getClass() == Object[].class ? Parameters.in(PostgresqlObjectId.UNSPECIFIED, "{}") : value;
    }

    private static Class<?> wireType(Class<?> type) {
        return type == Duration.class ? Interval.class : type;
    }
}
