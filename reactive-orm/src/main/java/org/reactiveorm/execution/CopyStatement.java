package org.reactiveorm.execution;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Wrapped;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InputRow;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.sql.Copy;
import org.reactiveorm.sqlstate.DatabaseErrors;
import reactor.core.publisher.Mono;

/** A COPY, which only the driver's own connection can send. */
record CopyStatement(Copy copy, KnownEntities known) {

    /** The server says where it was, below its functions: {@code COPY users, line 3, column age: "x"}. The rest may be a value. */
    private static final Pattern LINE = Pattern.compile("^COPY .*?, line (\\d+)", Pattern.DOTALL | Pattern.MULTILINE);

    /** The number of rows. */
    Mono<Long> on(Connection connection) {
        PostgresqlConnection postgres = innermost(connection);
        if (postgres == null) {
            throw new InvalidQueryException(
                    "COPY needs a connection of r2dbc-postgresql, but %s is none and does not unwrap to one. Use count() instead of copy()."
                            .formatted(connection.getClass().getName()),
                    ErrorContext.none());
        }
        return postgres.copyIn(copy.sql().text())
                .from(copy.data().duplicate())
                .build()
                .onErrorMap(this::translated);
    }

    private static @Nullable PostgresqlConnection innermost(Object connection) {
        if (connection instanceof PostgresqlConnection postgres) {
            return postgres;
        }
        return connection instanceof Wrapped<?> wrapper ? innermost(wrapper.unwrap()) : null;
    }

    private Throwable translated(Throwable error) {
        Throwable translated = DatabaseErrors.translate(error, EntitySubject.of(copy.sql(), this.known));
        if (!(translated instanceof OrmException orm)
                || orm.context().row() != null
                || !(error instanceof PostgresqlException answer)) {
            return translated;
        }
        Matcher line = LINE.matcher(answer.getErrorDetails().getWhere().orElse(""));
        if (!line.find()) {
            return translated;
        }
        return InputRow.of(
                        copy.input().of(Integer.parseInt(line.group(1)) - 1),
                        copy.input().count())
                .blamedFor(orm);
    }
}
