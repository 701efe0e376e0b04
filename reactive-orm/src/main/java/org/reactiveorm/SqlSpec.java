package org.reactiveorm;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.query.Literal;
import org.reactiveorm.read.Reader;
import org.reactiveorm.sql.NamedSql;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.transaction.TransactionOptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * SQL of the caller with {@code :name} parameters, whose values are always bound. Immutable.
 *
 * <p>A statement with {@code insert}, {@code update}, {@code delete}, {@code merge} or {@code call} among its words may change
 * rows: what it returns is emitted when it is done, so that {@code first()} does not stop it half way, and {@code one()} runs it
 * in a transaction, which a second row undoes.
 */
public final class SqlSpec {

    private static final Set<Class<?>> SCALARS = Set.of(
            Boolean.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigDecimal.class,
            String.class,
            UUID.class,
            Instant.class,
            OffsetDateTime.class,
            LocalDateTime.class,
            LocalDate.class,
            LocalTime.class,
            Duration.class);

    private final Engine engine;
    private final NamedSql sql;
    private final Map<String, @Nullable Literal<?, ?>> values;

    SqlSpec(Engine engine, NamedSql sql, Map<String, @Nullable Literal<?, ?>> values) {
        this.engine = engine;
        this.sql = sql;
        this.values = values;
    }

    /**
     * Gives a parameter its value. NULL is of whatever type its place takes. An enum constant is what the entities' columns
     * store for it, or its name if no column holds it. A collection is an array, for {@code = any(:names)}.
     *
     * @throws InvalidQueryException if values of its class cannot be bound, or columns store the constant differently
     */
    public SqlSpec bind(String name, @Nullable Object value) {
        Map<String, @Nullable Literal<?, ?>> all = new LinkedHashMap<>(values);
        all.put(
                name,
                value == null ? null : Literal.ofClass(value, engine.models().enums()::typeOf));
        return new SqlSpec(engine, sql, all);
    }

    /**
     * Reads the rows into a {@code @Shape} record or an entity, whose columns are found by name, or into a scalar ({@code
     * String}, {@code Long}, {@code UUID}…) if there is one column.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if rows cannot be read into that type
     */
    public <T> Results<T> as(Class<T> type) {
        if (!SCALARS.contains(type) && engine.models().byName(type) == null) {
            throw new InvalidQueryException(
                    "Rows cannot be read into %s. Annotate the record with @Shape, so that its reader is generated when it is compiled, or use an entity or a scalar type."
                            .formatted(type.getSimpleName()),
                    ErrorContext.none());
        }
        return new SqlResults<>(this, type);
    }

    /** Runs a statement that changes rows and answers their number. */
    public Mono<Long> execute() {
        return Mono.defer(() -> engine.executor().update(bound()));
    }

    private Sql bound() {
        return sql.bind(values);
    }

    private <T> RowReader<T> reader(Class<T> type) {
        RowReader<T> named = engine.models().byName(type);
        return named != null ? named : row -> scalar(row, type);
    }

    private static <T> T scalar(Row row, Class<T> type) {
        if (row.size() != 1) {
            throw new MappingException(
                    "The result has %d columns, but %s takes one.".formatted(row.size(), type.getSimpleName()),
                    ErrorContext.none(),
                    null);
        }
        return row.require(0, type);
    }

    private record SqlResults<T>(SqlSpec spec, Class<T> type) implements Results<T> {

        @Override
        public Mono<T> one() {
            Mono<T> only = Reader.only(all().take(2).collectList(), type.getSimpleName());
            return spec.sql.mayChange()
                    ? spec.engine.transactions().execute(TransactionOptions.defaults(), only)
                    : only;
        }

        @Override
        public Mono<T> oneOrFail() {
            return one().switchIfEmpty(
                            Mono.error(() -> new NotFoundException("The SQL answers no row.", ErrorContext.none())));
        }

        @Override
        public Mono<T> first() {
            return all().next();
        }

        @Override
        public Flux<T> all() {
            Flux<T> rows = Flux.defer(() -> spec.engine.reader().all(spec.bound(), spec.reader(type)));
            // who stops early must not stop a change half way
            return spec.sql.mayChange() ? rows.collectList().flatMapIterable(list -> list) : rows;
        }

        @Override
        public Mono<Long> count() {
            return all().count();
        }
    }
}
