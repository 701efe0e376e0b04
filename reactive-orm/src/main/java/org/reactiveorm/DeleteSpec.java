package org.reactiveorm;

import java.util.List;
import java.util.Map;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Delete;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.EntityShape;
import org.reactiveorm.query.ExpectedVersion;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Includable;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Lock;
import org.reactiveorm.query.Order;
import org.reactiveorm.query.Query;
import org.reactiveorm.read.Projection;
import org.reactiveorm.read.RowSource;
import org.reactiveorm.sql.SelectList;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactiveorm.write.Writer;
import reactor.core.publisher.Mono;

/**
 * Removes rows in one statement and answers them as they were. Immutable.
 *
 * @param <E> the entity
 */
public final class DeleteSpec<E> implements Returning<E>, ForwardedChange<E> {

    private final Engine engine;
    private final Delete<E> delete;
    private final List<Include<E, ?>> includes;
    private final NotFound notFound;

    DeleteSpec(Engine engine, Delete<E> delete, List<Include<E, ?>> includes, NotFound notFound) {
        this.engine = engine;
        this.delete = delete;
        this.includes = includes;
        this.notFound = notFound;
    }

    private DeleteSpec<E> with(Delete<E> next) {
        return new DeleteSpec<>(engine, next, includes, notFound);
    }

    /**
     * Only rows for which all conditions hold, together with those of earlier calls.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a condition is null, or a version is expected of the row
     */
    @SafeVarargs
    public final DeleteSpec<E> where(Condition<E>... conditions) {
        notFound.requireNoVersion();
        return new DeleteSpec<>(
                engine, delete.and(Condition.all(conditions)), includes, NotFound.matching(delete.entity()));
    }

    /**
     * Only if the row given by {@code byId} has this {@code @Version}, the one that the caller has seen. Every terminal fails with
     * {@link org.reactiveorm.error.StaleEntityException} if it has another or is gone.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the row was not given by {@code byId} alone, the entity has no
     *     {@code @Version}, or a version is expected already
     */
    public DeleteSpec<E> ifVersion(long expected) {
        ExpectedVersion<E> version = ExpectedVersion.of(delete.entity(), expected);
        return new DeleteSpec<>(engine, delete.and(version.condition()), includes, notFound.expecting(version));
    }

    /**
     * Removes the rows of an entity with {@code @SoftDelete} instead of marking them. Those that are marked already are still
     * not seen: {@code unscoped(Scope.SOFT_DELETE).permanently()} removes them too.
     */
    public DeleteSpec<E> permanently() {
        return new DeleteSpec<>(engine.permanently(), delete, includes, notFound);
    }

    /**
     * Lifts scopes of the entity, by their names ({@link org.reactiveorm.scope.Scope#SOFT_DELETE}, {@link
     * org.reactiveorm.scope.Scope#TENANT}, those of {@link ReactiveOrmBuilder#scope}), for this whole call: rows that are marked as
     * deleted already, or are of other tenants, are deleted too.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if there is no name, or the entity has no such scope
     */
    public DeleteSpec<E> unscoped(String... names) {
        return new DeleteSpec<>(engine.unscoped(delete.entity(), names), delete, includes, notFound);
    }

    /**
     * {@link #unscoped(String...)} of another entity, which conditions and includes of this call reach over relations.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the entity is null, there is no name, or the entity has no such scope
     */
    public DeleteSpec<E> unscoped(EntityRef<?, ?> other, String... names) {
        return new DeleteSpec<>(engine.unscoped(other, names), delete, includes, notFound);
    }

    /**
     * The rows are locked one after the other in this order before any of them is removed, and answered in it. With {@link #take}
     * it says which rows are removed.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a term is null
     */
    @SafeVarargs
    public final DeleteSpec<E> orderBy(Order<E>... terms) {
        return with(delete.choosing(delete.choice().thenBy(terms)));
    }

    /**
     * Removes at most so many of the rows that match, the first ones of the order; 0 removes nothing and sends nothing. Rows that
     * somebody else is changing are waited for, as {@link UpdateSpec#take} does.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if negative
     */
    public DeleteSpec<E> take(long rows) {
        return with(delete.choosing(delete.choice().taking(rows)));
    }

    /** Leaves out the rows that somebody else has locked, as the workers of a queue do. */
    public DeleteSpec<E> skipLocked() {
        return with(delete.choosing(delete.choice().skippingLocked()));
    }

    /**
     * Loads these relations for the answer as they were before, in the same transaction: the rows are locked and read, then
     * removed by their keys. Of rows that are only marked as deleted, relations are loaded after that.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a relation is null or included twice
     */
    @SafeVarargs
    public final DeleteSpec<E> include(Includable<E>... relations) {
        List<Include<E, ?>> all = rows().including(Include.all(relations)).includes();
        return new DeleteSpec<>(engine, delete, all, notFound);
    }

    /**
     * Answers what a {@code @Shape(of = …)} record names of the removed rows as they were. With related rows it does so as {@link
     * #include} does.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the record is no shape of this entity, or relations are included
     */
    public <S> ReturnedShape<E, S> as(Class<S> shape) {
        EntityShape<E, S> read = engine.models().shape(delete.entity(), shape);
        rows().requireNoIncludes(read.name());
        return new ReturnedShape<>(this::results, read, Map.of());
    }

    /** {@inheritDoc} All of them are as they were before the statement. */
    @Override
    public <R> Results<R> select(List<? extends Expression<E, ?>> values, RowReader<R> reader) {
        Selecting.require(values, reader);
        rows().requireNoIncludes("A selection of values");
        return results(Projection.of(delete.entity().name(), SelectList.expressions(values), reader));
    }

    @Override
    public <R> Results<R> select(List<? extends Expression<E, ?>> values, Class<R> shape) {
        return select(values, engine.models().reader(shape, values));
    }

    /** Any number of values of each row; up to four have methods of their own. */
    @SafeVarargs
    public final ReturnedMany<E> select(Expression<E, ?>... values) {
        return new ReturnedMany<>(this, Selecting.of(values));
    }

    @Override
    public Results<E> results() {
        return results(Projection.entities(rows()));
    }

    private Query<E> rows() {
        return delete.rows().including(includes);
    }

    private <R> Results<R> results(Projection<E, R> projection) {
        if (rows().isEmpty()) {
            return notFound.checked(new QueryResults<>(engine.reader(), rows(), projection, notFound));
        }
        Results<R> results = notFound.checked(new ReturnedRows<>(
                engine.transactions(),
                projection.name(),
                removed(projection),
                engine.writer().deleteCount(delete),
                notFound,
                ChangeResults.Certainty.of(delete.rows())));
        return new HeardResults<>(engine, delete.entity(), results);
    }

    private <R> Mono<List<R>> removed(Projection<E, R> projection) {
        Mono<List<R>> rows = engine.reader().all(new Statement<>(engine.writer(), delete), projection);
        if (!projection.hasRelations()) {
            return rows;
        }
        return engine.writer().keepsDeleted(delete.entity())
                ? engine.transactions().execute(TransactionOptions.defaults(), rows)
                : readAndRemoved(projection);
    }

    private <R> Mono<List<R>> readAndRemoved(Projection<E, R> projection) {
        Lock lock = new Lock(Lock.Strength.UPDATE, delete.choice().whenLocked());
        Mono<List<R>> work = engine.reader()
                .before(
                        keys -> engine.writer().deleteCount(new Delete<>(delete.entity(), keys)),
                        delete.rows().locked(lock),
                        projection);
        return engine.transactions().execute(TransactionOptions.defaults(), work);
    }

    private record Statement<E>(Writer writer, Delete<E> delete) implements RowSource<E> {

        @Override
        public <T> Mono<List<T>> rows(SelectList<E> list, RowReader<T> reader) {
            return writer.delete(delete, list, reader);
        }
    }
}
