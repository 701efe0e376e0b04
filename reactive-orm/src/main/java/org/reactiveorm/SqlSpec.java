package org.reactiveorm;

import static org.reactiveorm.error.InvalidQueryException.requireGiven;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.query.Arguments;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Literal;
import org.reactiveorm.query.Order;
import org.reactiveorm.query.SqlFragment;
import org.reactiveorm.read.FunctionReader;
import org.reactiveorm.read.ScalarReader;
import org.reactiveorm.sql.NamedSql;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.sql.SqlPart;
import reactor.core.publisher.Mono;

/**
 * SQL of the caller with {@code :name} parameters, whose values are always bound. Immutable.
 *
 * <p>A statement with {@code insert}, {@code update}, {@code delete}, {@code merge} or {@code call} among its words may change
 * rows: what it returns is emitted when it is done, so that {@code first()} does not stop it half way, and {@code one()} runs it
 * in a transaction, which a second row undoes.
 */
public final class SqlSpec {

    private final Engine engine;
    private final SqlMemory memory;
    private final NamedSql sql;
    private final Map<String, SqlPart> parts;

    SqlSpec(Engine engine, SqlMemory memory, NamedSql sql, Map<String, SqlPart> parts) {
        this.engine = engine;
        this.memory = memory;
        this.sql = sql;
        this.parts = parts;
    }

    /**
     * Gives a parameter its value. NULL is of whatever type its place takes. An enum constant is what the entities' columns
     * store for it, or its name if no column holds it. A collection is one array: {@code id = any(:ids)} as well as {@code id
     * in (:ids)} and {@code id not in (:ids)}, which are sent as {@code = any($1)} and {@code <> all($1)}, so that the text
     * does not depend on how many there are; nothing is in an empty one. A {@link SqlFragment} is put in the parameter's
     * place, with values of its own.
     *
     * @throws InvalidQueryException if the name is null, values of its class cannot be bound, or columns store the constant differently
     */
    public SqlSpec bind(String name, @Nullable Object value) {
        if (value instanceof SqlFragment fragment) {
            return with(name, SqlPart.fragment(fragment));
        }
        return with(
                name,
                SqlPart.value(
                        value == null
                                ? null
                                : Literal.ofClass(value, engine.models().enums()::typeOf)));
    }

    /**
     * Puts a condition in the place of a parameter, on the rows of the table that the statement calls {@code alias}: {@code
     * from users u where :filter} takes {@code bind("filter", "u", USER.age.gt(18))}.
     *
     * @throws InvalidQueryException if it is null, or the alias is no plain name
     */
    public SqlSpec bind(String name, String alias, Condition<?> condition) {
        return with(name, SqlPart.condition(alias, condition));
    }

    /**
     * Puts a column, or what is computed of columns, in the place of a parameter: a column that is chosen at run time, its
     * name quoted.
     *
     * @throws InvalidQueryException if it is null, or the alias is no plain name
     */
    public SqlSpec bind(String name, String alias, Expression<?, ?> expression) {
        return with(name, SqlPart.expression(alias, expression));
    }

    /**
     * Puts the terms of an ORDER BY in the place of a parameter: {@code from users u order by :order}.
     *
     * @throws InvalidQueryException if there is none or one is null, or the alias is no plain name
     */
    public <E> SqlSpec bind(String name, String alias, List<Order<E>> order) {
        return with(name, SqlPart.order(alias, order));
    }

    private SqlSpec with(String name, SqlPart part) {
        Map<String, SqlPart> all = new LinkedHashMap<>(parts);
        all.put(Arguments.named(name), part);
        return new SqlSpec(engine, memory, sql, all);
    }

    /**
     * Reads the rows into a {@code @Shape} record or an entity, whose columns are found by name, or into a scalar ({@code
     * String}, {@code Long}, {@code UUID}…) if there is one column. A scalar that is NULL fails with {@link
     * org.reactiveorm.error.MappingException}, because a {@code Flux} has no nulls.
     *
     * @throws InvalidQueryException if rows cannot be read into that type, or there are several statements
     */
    public <T> Results<T> as(Class<T> type) {
        requireGiven(type, "The class to read rows into is null. Give a @Shape record, an entity or a scalar type.");
        if (!ScalarReader.TYPES.contains(type) && engine.models().byName(type) == null) {
            throw refused(
                    "Rows cannot be read into %s. Annotate the record with @Shape, so that its reader is generated when it is compiled, use an entity or a scalar type, or map(row -> …).%s"
                            .formatted(type.getSimpleName(), Models.unseen(type)));
        }
        return results(type.getSimpleName(), type, () -> reader(type));
    }

    /**
     * Reads each row with a function of the caller: {@code map(row -> new Pair(row.getLong("id"), row.require("name",
     * String.class)))}. The row is valid within the call only: it moves on to the next one, so the function takes its values
     * and must not keep it. What the function throws is signalled as it is; it must not return null.
     *
     * @throws InvalidQueryException if there are several statements
     */
    public <T> Results<T> map(Function<? super Row, ? extends T> reader) {
        requireGiven(reader, "The function that maps a row is null. Give one, or use as(…).");
        return results("row", reader.getClass(), () -> new FunctionReader<>(reader));
    }

    private <T> Results<T> results(String name, Class<?> target, Supplier<RowReader<T>> reader) {
        if (sql.hasSeveralStatements()) {
            throw refused(
                    "The SQL has several statements, but rows are read of one. Run the others with execute(), in a transaction if they belong together.");
        }
        memory.remember(this, name, target, reader);
        return new SqlResults<>(this, name, reader);
    }

    private static InvalidQueryException refused(String message) {
        return new InvalidQueryException(message, ErrorContext.none());
    }

    /**
     * Runs a statement that changes rows and answers their number. Several statements are run in the order in which they
     * stand if they have no parameters, all of them or none, and answer the sum.
     */
    public Mono<Long> execute() {
        memory.rememberCounted(this);
        return Mono.defer(() -> engine.executor().update(bound()));
    }

    Engine engine() {
        return engine;
    }

    Sql bound() {
        return sql.bind(parts);
    }

    boolean mayChange() {
        return sql.mayChange() || parts.values().stream().anyMatch(SqlPart::mayChange);
    }

    private <T> RowReader<T> reader(Class<T> type) {
        RowReader<T> named = engine.models().byName(type);
        return named != null ? named : new ScalarReader<>(type);
    }
}
