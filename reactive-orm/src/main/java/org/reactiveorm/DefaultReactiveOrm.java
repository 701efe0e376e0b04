package org.reactiveorm;

import static org.reactiveorm.error.InvalidQueryException.requireGiven;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.query.Delete;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.EntityValues;
import org.reactiveorm.query.GivenRows;
import org.reactiveorm.query.New;
import org.reactiveorm.query.Update;
import org.reactiveorm.query.UpdateAll;
import org.reactiveorm.schema.Schema;
import org.reactiveorm.schema.SqlReport;
import org.reactiveorm.schema.SqlVerification;
import org.reactiveorm.sql.NamedSql;
import org.reactiveorm.transaction.CurrentTransaction;
import org.reactiveorm.transaction.ManagedTransaction;
import org.reactiveorm.transaction.Pool;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Starts the specs and hands the rest on. */
final class DefaultReactiveOrm implements ReactiveOrm {

    private static final String NO_ENTITY = "The entity is null. Give the constant of its generated model.";

    private final Engine engine;
    private final SqlMemory memory;
    private final Optional<Pool> pool;
    private final Mono<Void> close;

    DefaultReactiveOrm(Engine engine, SqlMemory memory, Optional<Pool> pool, Mono<Void> close) {
        this.engine = engine;
        this.memory = memory;
        this.pool = pool;
        this.close = close;
    }

    @Override
    public <E, I> FindSpec<E, I> find(EntityRef<E, I> entity) {
        return new FindSpec<>(engine, requireGiven(entity, NO_ENTITY));
    }

    @Override
    public <E> InsertSpec<E> insert(New<E> entity) {
        return new InsertSpec<>(engine, List.of(draft(entity)), List.of());
    }

    @Override
    public <E> InsertSpec<E> insertAll(Collection<? extends New<E>> entities) {
        List<Draft<E>> drafts =
                requireGiven(entities, "The collection to insert is null. Give an empty one to insert nothing.")
                        .stream()
                        .<Draft<E>>map(DefaultReactiveOrm::draft)
                        .toList();
        return new InsertSpec<>(engine, drafts, List.of());
    }

    private static <E> Draft<E> draft(@Nullable New<E> entity) {
        return requireGiven(entity, "An entity to insert is null. Leave it out.")
                .draft();
    }

    @Override
    public <E> InsertSpec<E> insert(EntityRef<E, ?> entity, E values) {
        return new InsertSpec<>(engine, List.of(values(entity, values).draft()), List.of());
    }

    @Override
    public <E> InsertSpec<E> insertAll(EntityRef<E, ?> entity, Collection<? extends E> values) {
        EntityModel<E> model = model(entity);
        List<Draft<E>> drafts =
                requireGiven(values, "The collection to insert is null. Give an empty one to insert nothing.").stream()
                        .<Draft<E>>map(each -> EntityValues.<E>of(model, each).draft())
                        .toList();
        return new InsertSpec<>(engine, drafts, List.of());
    }

    private static <E> EntityValues<E> values(@Nullable EntityRef<E, ?> entity, @Nullable E values) {
        return EntityValues.of(model(entity), values);
    }

    @Override
    public <E> UpdateSpec<E> update(EntityRef<E, ?> entity, E values) {
        EntityValues<E> row = values(entity, values);
        Update<E> update = new Update<>(row.entity(), row.isThere(), row.assignments(), List.of());
        return new UpdateSpec<>(engine, update, NotFound.of(row));
    }

    @Override
    public <E> UpdateAllSpec<E> updateAll(EntityRef<E, ?> entity, Collection<? extends E> values) {
        return new UpdateAllSpec<>(engine, UpdateAll.whole(model(entity), values), List.of());
    }

    @Override
    public <E> InsertStreamSpec<E> insertAll(Publisher<? extends New<E>> entities) {
        return new InsertStreamSpec<>(
                engine,
                requireGiven(entities, "The publisher to insert from is null. Give an empty one to insert nothing."));
    }

    @Override
    public <E, I> UpsertRootSpec<E, I> upsert(EntityRef<E, I> entity) {
        return new UpsertRootSpec<>(engine, requireGiven(entity, NO_ENTITY));
    }

    @Override
    public <E, I> ChangeRootSpec<E, I, UpdateSpec<E>> update(EntityRef<E, I> entity) {
        EntityModel<E> model = model(entity);
        return new ChangeRootSpec<>(entity, (where, label) -> new UpdateSpec<>(engine, Update.of(model, where), label));
    }

    @Override
    public <E, I> ChangeRootSpec<E, I, DeleteSpec<E>> delete(EntityRef<E, I> entity) {
        EntityModel<E> model = model(entity);
        return new ChangeRootSpec<>(
                entity, (where, label) -> new DeleteSpec<>(engine, new Delete<>(model, where), List.of(), label));
    }

    @Override
    public <E> DeleteSpec<E> delete(EntityRef<E, ?> entity, E values) {
        EntityValues<E> row = values(entity, values);
        return new DeleteSpec<>(engine, new Delete<>(row.entity(), row.isThere()), List.of(), NotFound.of(row));
    }

    @Override
    public <E> DeleteAllSpec<E> deleteAll(EntityRef<E, ?> entity, Collection<? extends E> values) {
        return new DeleteAllSpec<>(engine, GivenRows.of(model(entity), values));
    }

    @Override
    public UnitOfWork batch() {
        return new UnitOfWork(engine);
    }

    private static <E> EntityModel<E> model(@Nullable EntityRef<E, ?> entity) {
        return requireGiven(entity, NO_ENTITY).model();
    }

    @Override
    public SqlSpec sql(String sql) {
        return new SqlSpec(
                engine,
                memory,
                NamedSql.parse(requireGiven(sql, "The SQL is null. Give a statement, with :name for each value.")),
                Map.of());
    }

    @Override
    public Mono<SqlReport> verifySql() {
        SqlVerification verification = new SqlVerification(
                engine.executor(),
                engine.transactions(),
                engine.models().enums().stored());
        return Mono.defer(() -> verification.verify(memory.statements()));
    }

    @Override
    public <T> Mono<T> transaction(Mono<T> work) {
        return transaction(TransactionOptions.defaults(), work);
    }

    @Override
    public <T> Flux<T> transaction(Flux<T> work) {
        return transaction(TransactionOptions.defaults(), work);
    }

    @Override
    public <T> Mono<T> transaction(TransactionOptions options, Mono<T> work) {
        return engine.transactions().execute(options, work);
    }

    @Override
    public <T> Flux<T> transaction(TransactionOptions options, Flux<T> work) {
        return engine.transactions().execute(options, work);
    }

    @Override
    public CurrentTransaction currentTransaction() {
        return engine.transactions().current();
    }

    @Override
    public Mono<ManagedTransaction> beginTransaction(TransactionOptions options) {
        return engine.transactions().begin(options);
    }

    @Override
    public Schema schema() {
        List<EntityModel<?>> known = engine.models().entities().stream()
                .<EntityModel<?>>map(EntityRef::model)
                .toList();
        return new Schema(known, engine.executor(), engine.transactions());
    }

    @Override
    public List<EntityRef<?, ?>> entities() {
        return engine.models().entities();
    }

    @Override
    public Optional<Pool> pool() {
        return pool;
    }

    @Override
    public Mono<Void> close() {
        return close;
    }
}
