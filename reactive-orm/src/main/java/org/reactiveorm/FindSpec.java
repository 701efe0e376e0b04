package org.reactiveorm;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Distinct;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.EntityShape;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Grouped;
import org.reactiveorm.query.Grouping;
import org.reactiveorm.query.Includable;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Lock;
import org.reactiveorm.query.Order;
import org.reactiveorm.query.Query;
import org.reactiveorm.read.Fetching;
import org.reactiveorm.read.Projection;
import org.reactiveorm.sql.SelectList;
import reactor.core.publisher.Mono;

/**
 * Reads entities. Immutable: each method answers a new spec, so a half-built one can be kept, shared and branched.
 *
 * @param <E> the entity
 * @param <I> the type of its id
 */
public final class FindSpec<E, I> implements Selectable<E>, ForwardedResults<E> {

    private final Engine engine;
    private final EntityRef<E, I> entity;
    private final Query<E> query;
    private final Fetching fetching;
    private final NotFound notFound;

    FindSpec(Engine engine, EntityRef<E, I> entity) {
        this.engine = engine;
        this.entity = entity;
        this.query = Query.of(entity.model());
        this.fetching = Fetching.defaults();
        this.notFound = NotFound.matching(entity.model());
    }

    private FindSpec(FindSpec<E, I> other, Query<E> query, NotFound notFound) {
        this.engine = other.engine;
        this.entity = other.entity;
        this.query = query;
        this.fetching = other.fetching;
        this.notFound = notFound;
    }

    private FindSpec(FindSpec<E, I> other, Engine engine) {
        this.engine = engine;
        this.entity = other.entity;
        this.query = other.query;
        this.fetching = other.fetching;
        this.notFound = other.notFound;
    }

    private FindSpec(FindSpec<E, I> other, Fetching fetching) {
        this.engine = other.engine;
        this.entity = other.entity;
        this.query = other.query;
        this.fetching = fetching;
        this.notFound = other.notFound;
    }

    private FindSpec<E, I> with(Query<E> next) {
        return new FindSpec<>(this, next, notFound);
    }

    /** Only the row with this id. */
    public FindSpec<E, I> byId(I id) {
        Condition<E> hasId = entity.hasId(entity.model().requireId(id));
        NotFound none = query.where().equals(Condition.always())
                ? NotFound.byId(entity, id)
                : NotFound.matching(entity.model());
        return new FindSpec<>(this, query.and(hasId), none);
    }

    /** Only the rows with these ids, of none: none. Any number of ids is as many parameters as the id has columns. */
    public FindSpec<E, I> byIds(Collection<? extends I> ids) {
        return new FindSpec<>(this, query.and(entity.hasIdIn(ids)), NotFound.matching(entity.model()));
    }

    /** Only rows for which all conditions hold, together with those of earlier calls. */
    @SafeVarargs
    public final FindSpec<E, I> where(Condition<E>... conditions) {
        return new FindSpec<>(this, query.and(Condition.all(conditions)), NotFound.matching(entity.model()));
    }

    /**
     * Lifts scopes of the entity, by their names ({@link org.reactiveorm.scope.Scope#SOFT_DELETE}, {@link
     * org.reactiveorm.scope.Scope#TENANT}, those of {@link ReactiveOrmBuilder#scope}), for this whole call: its hidden rows are
     * seen wherever the call finds, includes, counts or asks about them.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if there is no name, or the entity has no such scope
     */
    public FindSpec<E, I> unscoped(String... names) {
        return new FindSpec<>(this, engine.unscoped(entity, names));
    }

    /**
     * {@link #unscoped(String...)} of another entity, which this call reaches over relations.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the entity is null, there is no name, or the entity has no such scope
     */
    public FindSpec<E, I> unscoped(EntityRef<?, ?> other, String... names) {
        return new FindSpec<>(this, engine.unscoped(other, names));
    }

    /**
     * Ordered by these terms, after those of earlier calls.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if one is null
     */
    @SafeVarargs
    public final FindSpec<E, I> orderBy(Order<E>... terms) {
        return with(query.thenBy(terms));
    }

    /**
     * Leaves out so many rows at the beginning.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if negative
     */
    public FindSpec<E, I> skip(long rows) {
        return with(query.within(query.window().withSkip(rows)));
    }

    /**
     * At most so many rows; 0 answers nothing and sends nothing.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if negative
     */
    public FindSpec<E, I> take(long rows) {
        return with(query.within(query.window().withTake(rows)));
    }

    /**
     * No two rows that are read alike: of what {@link #select} names, since whole entities differ by their key. {@link #take}
     * counts different rows. They can be ordered only by what is read of them.
     *
     * @throws org.reactiveorm.error.InvalidQueryException after {@link #distinctOn}
     */
    public FindSpec<E, I> distinct() {
        return with(query.distinct(Distinct.rows()));
    }

    /**
     * Of the rows that are equal in these expressions only the first one in the query's order: the latest post of each user is
     * {@code find(POST).distinctOn(POST.userId).orderBy(POST.createdAt.desc())}. Without an order it is any one of them.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if there is no expression, one is null, or rows are told apart otherwise
     *     already
     */
    @SafeVarargs
    public final FindSpec<E, I> distinctOn(Expression<E, ?>... expressions) {
        return with(query.distinct(Distinct.on(expressions)));
    }

    /**
     * Locks the rows against every change by others until the end of the transaction (PostgreSQL, chapter 13.3.2): outside of
     * {@code orm.transaction(…)} that is the end of the statement. {@code count()} and {@code exists()} lock nothing, and count
     * what others have locked.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a {@link #snapshot} is read, as for every lock
     */
    public FindSpec<E, I> forUpdate() {
        return locked(Lock.Strength.UPDATE);
    }

    /** Locks the rows against changes by others; rows that refer to them can still be inserted. */
    public FindSpec<E, I> forNoKeyUpdate() {
        return locked(Lock.Strength.NO_KEY_UPDATE);
    }

    /** Keeps the rows from being changed or deleted until the end of the transaction; several can do so at once. */
    public FindSpec<E, I> forShare() {
        return locked(Lock.Strength.SHARE);
    }

    /** Keeps the rows from being deleted, and their keys from being changed, until the end of the transaction. */
    public FindSpec<E, I> forKeyShare() {
        return locked(Lock.Strength.KEY_SHARE);
    }

    private FindSpec<E, I> locked(Lock.Strength strength) {
        if (fetching.consistency() == Fetching.Consistency.SNAPSHOT) {
            throw lockInSnapshot();
        }
        return with(query.locked(new Lock(strength, Lock.Wait.BLOCK)));
    }

    /**
     * Leaves out the rows that somebody else has locked.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if this query does not lock rows
     */
    public FindSpec<E, I> skipLocked() {
        return with(query.waiting(Lock.Wait.SKIP));
    }

    /**
     * Fails at once if somebody else has locked a row, SQLSTATE 55P03.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if this query does not lock rows
     */
    public FindSpec<E, I> noWait() {
        return with(query.waiting(Lock.Wait.FAIL));
    }

    /**
     * Loads these relations too, at one statement each.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a relation is null or included twice
     */
    @SafeVarargs
    public final FindSpec<E, I> include(Includable<E>... relations) {
        return with(query.including(Include.all(relations)));
    }

    /**
     * Reads included relations by the statement that reads the rows, as JSON that is made by the server, instead of one statement
     * for each relation. Saves round trips where the network is slow and rows are few; costs the server more. What is
     * answered is equal, but parents of the same related row have an instance each. Refused for recursive includes, which take a
     * statement of their own.
     */
    public FindSpec<E, I> inOneStatement() {
        return new FindSpec<>(this, fetching.with(Fetching.Strategy.ONE_STATEMENT));
    }

    /**
     * Lets all statements of this query see the same state of the database: outside of a transaction they run in a read-only
     * one of their own ({@code REPEATABLE READ}, PostgreSQL, chapter 13.2.2), which costs one round trip more; inside of one its
     * isolation decides.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if rows are locked
     */
    public FindSpec<E, I> snapshot() {
        if (query.lock() != null) {
            throw lockInSnapshot();
        }
        return new FindSpec<>(this, fetching.with(Fetching.Consistency.SNAPSHOT));
    }

    private InvalidQueryException lockInSnapshot() {
        return new InvalidQueryException(
                "Rows of %s are locked, but a snapshot is read only. Leave out the lock or snapshot()."
                        .formatted(query.entity().name()),
                ErrorContext.of(query.entity().name()));
    }

    /**
     * Reads what a {@code @Shape(of = …)} record names, into that record: the columns of its components, and with one statement
     * for each relation in it the related rows.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the record is no shape of this entity, or relations are included
     */
    public <S> ShapeSpec<E, S> as(Class<S> shape) {
        EntityShape<E, S> read = engine.models().shape(query.entity(), shape);
        query.requireNoIncludes(read.name());
        return new ShapeSpec<>(this, read, Map.of());
    }

    @Override
    public <R> FindResults<R> select(List<? extends Expression<E, ?>> columns, RowReader<R> reader) {
        Selecting.require(columns, reader);
        query.requireNoIncludes("A selection of values");
        return results(Projection.of(entity.model().name(), SelectList.expressions(columns), reader));
    }

    @Override
    public <R> FindResults<R> select(List<? extends Expression<E, ?>> values, Class<R> shape) {
        return select(values, engine.models().reader(shape, values));
    }

    /** Any number of values of each row; up to four have methods of their own. */
    @SafeVarargs
    public final SelectionOfMany<E> select(Expression<E, ?>... values) {
        return new SelectionOfMany<>(this, Selecting.of(values));
    }

    /**
     * Puts the rows into groups that have these values in common; of none: all rows are one group, even if there are none. With
     * {@link #take} or {@link #distinctOn} only the rows that this query would answer are grouped.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if an expression is null, rows are locked or relations included
     */
    @SafeVarargs
    public final GroupSpec<E> groupBy(Expression<E, ?>... keys) {
        return new GroupSpec<>(engine, Grouping.by(query, keys));
    }

    /**
     * One value computed from all rows: {@code find(USER).aggregate(USER.age.avg())}. Empty if it is NULL, as all but counts are
     * when there are no rows.
     */
    public <T> Mono<T> aggregate(Expression<Grouped<E>, T> value) {
        return groupBy().select(value).as(Optional::ofNullable).first().flatMap(Mono::justOrEmpty);
    }

    /** What is asked, as data. */
    public Query<E> query() {
        return query;
    }

    @Override
    public FindResults<E> results() {
        return results(Projection.entities(query));
    }

    <R> FindResults<R> results(Projection<E, R> projection) {
        Projection<E, R> fetched =
                fetching.strategy() == Fetching.Strategy.ONE_STATEMENT ? projection.inOneStatement() : projection;
        FindResults<R> results = new QueryResults<>(engine.reader(), query, fetched, notFound);
        return fetching.consistency() == Fetching.Consistency.SNAPSHOT
                ? new SnapshotResults<>(engine.transactions(), results)
                : results;
    }
}
