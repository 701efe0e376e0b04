package org.reactiveorm;

import java.util.Collection;
import java.util.List;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Delete;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.Insert;
import org.reactiveorm.query.New;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.Update;
import org.reactiveorm.schema.Schema;
import org.reactiveorm.transaction.TransactionOptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Starts the specs and hands the rest on. */
final class DefaultReactiveOrm implements ReactiveOrm {

    private final Runtime runtime;
    private final Models models;
    private final Mono<Void> close;

    DefaultReactiveOrm(Runtime runtime, Models models, Mono<Void> close) {
        this.runtime = runtime;
        this.models = models;
        this.close = close;
    }

    @Override
    public <E, I> FindRootSpec<E, I> find(EntityRef<E, I> entity) {
        return new DefaultFindSpec<>(runtime, models, entity, Query.of(entity.model()));
    }

    @Override
    public <E> InsertSpec<E> insert(New<E> entity) {
        Draft<E> draft = entity.draft();
        return new DefaultInsertSpec<>(runtime, new Insert<>(draft.entity(), List.of(draft), List.of()));
    }

    @Override
    public <E> InsertSpec<E> insertAll(Collection<? extends New<E>> entities) {
        List<Draft<E>> drafts = entities.stream().<Draft<E>>map(New::draft).toList();
        if (drafts.isEmpty()) {
            return new EmptyInsertSpec<>();
        }
        EntityModel<E> model = drafts.get(0).entity();
        return new DefaultInsertSpec<>(runtime, new Insert<>(model, drafts, List.of()));
    }

    @Override
    public <E, I> ChangeRootSpec<E, I, UpdateSpec<E>> update(EntityRef<E, I> entity) {
        return new FilteredChange<>(
                entity,
                (where, label) -> new DefaultUpdateSpec<>(
                        runtime, new Update<>(entity.model(), where, List.of(), List.of()), label));
    }

    @Override
    public <E, I> ChangeRootSpec<E, I, DeleteSpec<E>> delete(EntityRef<E, I> entity) {
        return new FilteredChange<>(
                entity, (where, label) -> new DefaultDeleteSpec<>(runtime, new Delete<>(entity.model(), where), label));
    }

    @Override
    public SqlSpec sql(String sql) {
        return new DefaultSqlSpec(runtime, models, sql);
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
        return runtime.transactions().execute(options, work);
    }

    @Override
    public <T> Flux<T> transaction(TransactionOptions options, Flux<T> work) {
        return runtime.transactions().execute(options, work);
    }

    @Override
    public Schema schema() {
        List<EntityModel<?>> known =
                models.entities().stream().<EntityModel<?>>map(EntityRef::model).toList();
        return new Schema(known, runtime.executor(), runtime.transactions());
    }

    @Override
    public List<EntityRef<?, ?>> entities() {
        return models.entities();
    }

    @Override
    public Mono<Void> close() {
        return close;
    }

    /** Says which rows a change is about. */
    private record FilteredChange<E, I, S>(EntityRef<E, I> entity, Next<E, S> next)
            implements ChangeRootSpec<E, I, S> {

        @Override
        public S byId(I id) {
            return next.spec(entity.hasId(present(entity, id)), NotFound.byId(entity.model(), id));
        }

        @Override
        @SafeVarargs
        public final S where(Condition<E>... conditions) {
            return next.spec(Condition.all(List.of(conditions)), NotFound.matching(entity.model()));
        }

        @Override
        public S everything() {
            return next.spec(Condition.always(), NotFound.matching(entity.model()));
        }
    }

    @FunctionalInterface
    private interface Next<E, S> {
        S spec(Condition<E> where, NotFound label);
    }

    static <I> I present(EntityRef<?, ?> entity, I id) {
        if (id == null) {
            throw new InvalidQueryException(
                    "The id of %s is null.".formatted(entity.model().name()),
                    ErrorContext.of(entity.model().name()));
        }
        return id;
    }
}
