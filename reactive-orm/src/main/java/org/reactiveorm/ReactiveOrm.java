package org.reactiveorm;

import io.r2dbc.spi.ConnectionFactory;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.New;
import org.reactiveorm.schema.Schema;
import org.reactiveorm.schema.SqlReport;
import org.reactiveorm.transaction.ConnectionPools;
import org.reactiveorm.transaction.CurrentTransaction;
import org.reactiveorm.transaction.ManagedTransaction;
import org.reactiveorm.transaction.Pool;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The door of the library: typed reads and writes that answer with {@code Mono} and {@code Flux}.
 *
 * <pre>{@code
 * Mono<User> alice = orm.find(USER).where(USER.email.eq("alice@example.com")).include(USER.posts).one();
 * }</pre>
 *
 * Thread-safe; an application has one. Nothing is sent before a subscription. Every error is an
 * {@link org.reactiveorm.error.OrmException}, apart from those of the caller's own code.
 */
public interface ReactiveOrm {

    /**
     * Makes a connection pool with tuned settings ({@link ConnectionPools#connect}); {@link #close()} closes it.
     *
     * @param url for example {@code r2dbc:postgresql://user:password@localhost/mydb}
     * @throws org.reactiveorm.error.InvalidQueryException if the URL cannot be understood
     */
    static ReactiveOrm connect(String url) {
        return builder(ConnectionPools.connect(url)).closingConnections().build();
    }

    /** Uses the caller's connections, best from a pool; nothing about them is changed. */
    static ReactiveOrm create(ConnectionFactory connections) {
        return builder(connections).build();
    }

    /** Like {@link #create}, with more to choose. */
    static ReactiveOrmBuilder builder(ConnectionFactory connections) {
        return new ReactiveOrmBuilder(connections);
    }

    /**
     * Reads entities.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the entity is null
     */
    <E, I> FindSpec<E, I> find(EntityRef<E, I> entity);

    /**
     * Inserts a new entity together with the new entities nested in it.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if it is null
     */
    <E> InsertSpec<E> insert(New<E> entity);

    /**
     * Inserts any number of new entities; of none: sends nothing.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the collection or an entity is null
     */
    <E> InsertSpec<E> insertAll(Collection<? extends New<E>> entities);

    /**
     * Inserts an entity that the caller holds, with the values that it has now. An id that is generated is drawn if it is null, 0
     * or the nil UUID, and inserted as it is otherwise; {@code @CreatedAt}, {@code @UpdatedAt} and {@code @Version} are made
     * whatever the entity has; a null is NULL, or the default where the column is NOT NULL and has one. Relations are not
     * inserted. The entity itself stays as it is: what is answered is a new one.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if something is null, or a value is and its column is NOT NULL
     */
    <E> InsertSpec<E> insert(EntityRef<E, ?> entity, E values);

    /** {@link #insert(EntityRef, Object)} of any number in one statement; of none: sends nothing. */
    <E> InsertSpec<E> insertAll(EntityRef<E, ?> entity, Collection<? extends E> values);

    /**
     * Inserts the new entities that a publisher emits, batch by batch and with back-pressure.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the publisher is null
     */
    <E> InsertStreamSpec<E> insertAll(Publisher<? extends New<E>> entities);

    /**
     * Inserts entities, or changes the rows that have their key already, without a race.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the entity is null
     */
    <E, I> UpsertRootSpec<E, I> upsert(EntityRef<E, I> entity);

    /**
     * Changes rows.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the entity is null
     */
    <E, I> ChangeRootSpec<E, I, UpdateSpec<E>> update(EntityRef<E, I> entity);

    /**
     * Changes the row of an entity that the caller holds to the values that it has now: all columns but the id, {@code
     * @CreatedAt}, and what every update makes. Null is NULL; relations are not written. If the entity has a {@code @Version} and
     * the row is of another, or is gone, every terminal fails with {@link org.reactiveorm.error.StaleEntityException};
     * without one there is no answer if the row is gone. What is answered is the row as it is now, with the next version: change
     * that one if it is to be changed again.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if something is null, or a value is and its column is NOT NULL
     */
    <E> UpdateSpec<E> update(EntityRef<E, ?> entity, E values);

    /**
     * Changes the rows of many entities in one statement, all or none; of none: sends nothing.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if something is null, a value is and its column is NOT NULL, two
     *     entities have the same id, or they have no columns beside it
     */
    <E> UpdateAllSpec<E> updateAll(EntityRef<E, ?> entity, Collection<? extends E> values);

    /**
     * Removes rows, or marks them as deleted where the entity has {@code @SoftDelete}.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the entity is null
     */
    <E, I> ChangeRootSpec<E, I, DeleteSpec<E>> delete(EntityRef<E, I> entity);

    /**
     * Removes the row of an entity that the caller holds. If the entity has a {@code @Version} and the row is of another, or is
     * gone, every terminal fails with {@link org.reactiveorm.error.StaleEntityException}; without one there is no answer if
     * the row is gone.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the entity or its id is null
     */
    <E> DeleteSpec<E> delete(EntityRef<E, ?> entity, E values);

    /**
     * Removes the rows of many entities in one statement, all or none; of none: sends nothing.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if something is null, or two entities have the same id
     */
    <E> DeleteAllSpec<E> deleteAll(EntityRef<E, ?> entity, Collection<? extends E> values);

    /** Starts a unit of work: inserts, updates and deletes of any entities, sent together in as few statements as possible. */
    UnitOfWork batch();

    /**
     * Runs SQL of the caller, with {@code :name} parameters. It is sent as it is: neither tenants, nor deleted rows, nor other scopes
     * narrow what it and the conditions that are bound into it see. Session variables it has like every statement.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if there is none
     */
    SqlSpec sql(String sql);

    /**
     * Holds every statement that {@link #sql} was given so far against the live database, for a test: whether the server takes
     * it with values of the types that were bound, and whether its columns are there, are of a type that what they are read
     * into takes, and are not NULL where that has no null. It is enough that a statement was built up to {@code as}, {@code
     * map} or {@code execute}; none is run. Says that a column can be NULL if it is a nullable one of a table, and on PostgreSQL
     * 16 and later if it is of the optional side of an outer join; of what is computed it says nothing. What rows are read into is
     * found out with made-up rows, which functions given to {@code map} see too. Takes the right to create temporary objects.
     *
     * <p>Fails with {@link org.reactiveorm.error.InvalidQueryException} unless this object was built with {@link
     * ReactiveOrmBuilder#rememberingSql}, and in a transaction, which a statement that is refused would end.
     */
    Mono<SqlReport> verifySql();

    /**
     * Runs everything that {@code work} subscribes to in one transaction, which the subscriber's Reactor context carries.
     * Commits when it completes, rolls back when it fails or is cancelled; the value is emitted after COMMIT was
     * acknowledged. Inside another transaction it joins that one.
     */
    <T> Mono<T> transaction(Mono<T> work);

    /** {@link #transaction(Mono)} for many values, which are collected and emitted after COMMIT was acknowledged. */
    <T> Flux<T> transaction(Flux<T> work);

    /**
     * {@link #transaction(Mono)} with options: isolation, access, time limits, retries after conflicts, and what to do inside another
     * transaction. There the default is to join it, and its options stay.
     */
    <T> Mono<T> transaction(TransactionOptions options, Mono<T> work);

    /** {@link #transaction(TransactionOptions, Mono)} for many values, which may be emitted early if the options say so. */
    <T> Flux<T> transaction(TransactionOptions options, Flux<T> work);

    /**
     * The transaction that the subscriber is in, ours or Spring's: {@code orm.currentTransaction().afterCommit(mail)} within it runs
     * {@code mail} when it is committed.
     */
    CurrentTransaction currentTransaction();

    /**
     * Begins a transaction that the caller ends: for transaction managers of frameworks, which have to see to it in any case. All others
     * are better off with {@link #transaction(TransactionOptions, Mono)}. Emits it when it has its connection and {@code BEGIN} was sent;
     * fails with {@link org.reactiveorm.error.PoolExhaustedException} or {@link org.reactiveorm.error.ConnectionLostException} when there
     * is no connection. The caller must not cancel the returned {@code Mono}.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the options are null
     */
    Mono<ManagedTransaction> beginTransaction(TransactionOptions options);

    /** Creates the tables of the known entities, or compares them with the database. */
    Schema schema();

    /** The typed models of all known entities, ordered by name: what a generic layer starts from. */
    List<EntityRef<?, ?>> entities();

    /** The pool that connections come from, to be watched and warmed up; empty if they come from no r2dbc-pool. */
    Optional<Pool> pool();

    /**
     * Ends the work and then closes the pool, if {@link #connect} made it. From the subscription on a statement or transaction that
     * would need a connection is refused with {@link org.reactiveorm.error.ConnectionLostException}. What has a connection, or waits
     * for one, may run to its end for 30 s ({@link ReactiveOrmBuilder#closingWithin}): a transaction from its first statement
     * on, with all that follow; a call outside of a transaction statement by statement, so that one that reads
     * relations may fail between two of them. Then the server is told to stop what still runs, and its connections are closed: it
     * fails as if the line had been cut.
     *
     * <p>Completes when nothing of this object runs any more; with a pool of its own, when its connections are closed. Connections
     * of the caller's factory are given back, and the factory stays open ({@link ReactiveOrmBuilder#closingConnections}). Transactions
     * of Spring's own manager are Spring's to end, those of ours count. May be subscribed to any number of times, all with the same end; a
     * cancel does not stop it. What runs must not wait for it, work after a commit included: it would wait for itself.
     */
    Mono<Void> close();
}
