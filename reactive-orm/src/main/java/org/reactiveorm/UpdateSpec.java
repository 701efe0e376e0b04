package org.reactiveorm;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.query.Change;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.EntityShape;
import org.reactiveorm.query.ExpectedVersion;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Includable;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Order;
import org.reactiveorm.query.Update;
import org.reactiveorm.read.Projection;
import org.reactiveorm.read.RowSource;
import org.reactiveorm.sql.SelectList;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactiveorm.write.Changed;
import org.reactiveorm.write.Writer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Changes rows in one statement and answers them as they are now. Without any {@link #set} nothing is changed and the rows
 * are answered as they are. Immutable.
 *
 * @param <E> the entity
 */
public final class UpdateSpec<E> implements Returning<E>, ForwardedChange<E> {

    private final Engine engine;
    private final Update<E> update;
    private final NotFound notFound;

    UpdateSpec(Engine engine, Update<E> update, NotFound notFound) {
        this.engine = engine;
        this.update = update;
        this.notFound = notFound;
    }

    private UpdateSpec<E> with(Update<E> next) {
        return new UpdateSpec<>(engine, next, notFound);
    }

    /**
     * Only rows for which all conditions hold, together with those of earlier calls.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a condition is null, or a version is expected of the row
     */
    @SafeVarargs
    public final UpdateSpec<E> where(Condition<E>... conditions) {
        notFound.requireNoVersion();
        return new UpdateSpec<>(engine, update.and(Condition.all(conditions)), NotFound.matching(update.entity()));
    }

    /**
     * Only if the row given by {@code byId} has this {@code @Version}, the one that the caller has seen. Every terminal fails with
     * {@link org.reactiveorm.error.StaleEntityException} if it has another or is gone; of those who change a row at once from one
     * version, one succeeds.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the row was not given by {@code byId} alone, the entity has no
     *     {@code @Version}, or a version is expected already
     */
    public UpdateSpec<E> ifVersion(long expected) {
        ExpectedVersion<E> version = ExpectedVersion.of(update.entity(), expected);
        return new UpdateSpec<>(engine, update.and(version.condition()), notFound.expecting(version));
    }

    /**
     * Lifts scopes of the entity, by their names ({@link org.reactiveorm.scope.Scope#SOFT_DELETE}, {@link
     * org.reactiveorm.scope.Scope#TENANT}, those of {@link ReactiveOrmBuilder#scope}), for this whole call: without the
     * tenants', rows of all of them are changed, and can be moved from one to another.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if there is no name, or the entity has no such scope
     */
    public UpdateSpec<E> unscoped(String... names) {
        return new UpdateSpec<>(engine.unscoped(update.entity(), names), update, notFound);
    }

    /**
     * {@link #unscoped(String...)} of another entity, which conditions and includes of this call reach over relations.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the entity is null, there is no name, or the entity has no such scope
     */
    public UpdateSpec<E> unscoped(EntityRef<?, ?> other, String... names) {
        return new UpdateSpec<>(engine.unscoped(other, names), update, notFound);
    }

    /**
     * Sets columns, and changes related rows, after those of earlier calls. All values are computed from the row as it was.
     *
     * <p>With changes of related rows it is several statements in one transaction, whose number depends on the shape of the call and
     * not on the number of rows. The rows are locked, and what is done with each comes in this order, in whichever order it was
     * given: what its own foreign keys refer to is changed, created or found; the row is changed; of the other relations rows are
     * disconnected and deleted, then changed ({@code update}, {@code updateAll}, {@code upsert}), then added ({@code connect},
     * {@code connectOrCreate}, {@code create}). Any failure leaves everything as it was. What is nested in a row that is not made, or in
     * the change of one that is not there, is not done. The rows are answered as they are at the end; one that the call itself removes
     * or hides afterwards, as it was after its own change. Of such a row nothing but the entity can be answered: where a shape or values
     * are asked for, the call fails with {@link org.reactiveorm.error.NotFoundException} and leaves everything as it was. Calls that change the same rows at once can wait for each other in a circle, of which the server ends one with
     * {@link org.reactiveorm.error.TransactionConflictException}.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a change is null, or a column is set twice; parts of a JSON column may
     *     be, but not together with the whole
     */
    @SafeVarargs
    public final UpdateSpec<E> set(Change<E>... changes) {
        return with(update.setting(changes));
    }

    /** {@link #set(Change[])} of any number. */
    public UpdateSpec<E> set(Collection<? extends Change<E>> changes) {
        return with(update.setting(changes));
    }

    /**
     * The rows are locked one after the other in this order before any of them is changed, so that updates with the same order
     * cannot wait for each other, and answered in it. With {@link #take} it says which rows are changed.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a term is null
     */
    @SafeVarargs
    public final UpdateSpec<E> orderBy(Order<E>... terms) {
        return with(update.choosing(update.choice().thenBy(terms)));
    }

    /**
     * Changes at most so many of the rows that match, the first ones of the order; 0 changes nothing and sends nothing. Of a row
     * that somebody else is changing the end is waited for: if it does not match any more, another row takes its place. Its place
     * in the order is that of the beginning.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if negative
     */
    public UpdateSpec<E> take(long rows) {
        return with(update.choosing(update.choice().taking(rows)));
    }

    /** Leaves out the rows that somebody else has locked, as the workers of a queue do. */
    public UpdateSpec<E> skipLocked() {
        return with(update.choosing(update.choice().skippingLocked()));
    }

    /**
     * Loads these relations for the answer, in the same transaction.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a relation is null or included twice
     */
    @SafeVarargs
    public final UpdateSpec<E> include(Includable<E>... relations) {
        return with(update.including(Include.all(relations)));
    }

    /**
     * Answers what a {@code @Shape(of = …)} record names of the changed rows; related rows are read after the change, in the same
     * transaction.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the record is no shape of this entity, or relations are included
     */
    public <S> ReturnedShape<E, S> as(Class<S> shape) {
        EntityShape<E, S> read = engine.models().shape(update.entity(), shape);
        update.rows().requireNoIncludes(read.name());
        return new ReturnedShape<>(this::results, read, Map.of());
    }

    /** {@inheritDoc} Columns are as they are now; what is computed of related rows is as it was before the statement. */
    @Override
    public <R> Results<R> select(List<? extends Expression<E, ?>> values, RowReader<R> reader) {
        Selecting.require(values, reader);
        update.rows().requireNoIncludes("A selection of values");
        return results(Projection.of(update.entity().name(), SelectList.expressions(values), reader));
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

    /**
     * Changes the rows, in one statement, and answers each as it was and as it is now. The first is the row that was really
     * replaced, since it is locked before: what somebody else changed meanwhile is in it. Without any {@link #set} the two are equal.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if relations are included or changed
     */
    public Flux<Changed<E>> changes() {
        update.rows().requireNoIncludes("The row before and after a change");
        update.requireNoRelated("The row before and after a change");
        return isEmpty()
                ? all().map(row -> new Changed<>(row, row))
                : engine.heard(
                        update.entity(),
                        notFound.unlessStale(engine.writer().changes(update).flatMapIterable(list -> list)));
    }

    @Override
    public Results<E> results() {
        return update.related().isEmpty() || isEmpty()
                ? results(Projection.entities(update.rows()))
                : answered(
                        update.entity().name(),
                        engine.reader()
                                .withIncludes(update.entity(), engine.writer().update(update), update.includes()));
    }

    private <R> Results<R> results(Projection<E, R> projection) {
        if (isEmpty()) {
            return notFound.checked(new QueryResults<>(engine.reader(), update.rows(), projection, notFound));
        }
        Mono<List<R>> rows = engine.reader().all(new Statement<>(engine.writer(), update), projection);
        boolean isOneStatement = !projection.hasRelations() && update.related().isEmpty();
        return isOneStatement ? returned(projection.name(), rows) : answered(projection.name(), rows);
    }

    /** What is answered by several statements. */
    private <R> Results<R> answered(String name, Mono<List<R>> rows) {
        return returned(name, engine.transactions().execute(TransactionOptions.defaults(), rows));
    }

    private <R> Results<R> returned(String name, Mono<List<R>> rows) {
        Results<R> results = notFound.checked(new ReturnedRows<>(
                engine.transactions(),
                name,
                rows,
                engine.writer().updateCount(update),
                notFound,
                ChangeResults.Certainty.of(update.rows())));
        return new HeardResults<>(engine, update.entity(), results);
    }

    /** Whether nothing is to be changed, because nothing is set or no row can match. */
    private boolean isEmpty() {
        return update.isEmpty() || update.rows().isEmpty();
    }

    private record Statement<E>(Writer writer, Update<E> update) implements RowSource<E> {

        @Override
        public <T> Mono<List<T>> rows(SelectList<E> list, RowReader<T> reader) {
            return writer.update(update, list, reader);
        }
    }
}
