package org.reactiveorm;

import java.util.Arrays;
import java.util.List;
import org.reactiveorm.model.ShapeModel;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.Includable;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Order;
import org.reactiveorm.query.Query;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A query on its way. */
record DefaultFindSpec<E, I>(Runtime runtime, Models models, EntityRef<E, I> entity, Query<E> query, NotFound notFound)
        implements FindRootSpec<E, I> {

    DefaultFindSpec(Runtime runtime, Models models, EntityRef<E, I> entity, Query<E> query) {
        this(runtime, models, entity, query, NotFound.matching(entity.model()));
    }

    private FindSpec<E> with(Query<E> next) {
        return new DefaultFindSpec<>(runtime, models, entity, next, notFound);
    }

    @Override
    public FindSpec<E> byId(I id) {
        Condition<E> hasId = entity.hasId(DefaultReactiveOrm.present(entity, id));
        return new DefaultFindSpec<>(runtime, models, entity, query.and(hasId), NotFound.byId(entity.model(), id));
    }

    @Override
    @SafeVarargs
    public final FindSpec<E> where(Condition<E>... conditions) {
        return with(query.and(Condition.all(Arrays.asList(conditions))));
    }

    @Override
    @SafeVarargs
    public final FindSpec<E> orderBy(Order<E>... terms) {
        return with(query.thenBy(Arrays.asList(terms)));
    }

    @Override
    public FindSpec<E> skip(long rows) {
        return with(query.within(query.window().withSkip(rows)));
    }

    @Override
    public FindSpec<E> take(long rows) {
        return with(query.within(query.window().withTake(rows)));
    }

    @Override
    @SafeVarargs
    public final FindSpec<E> include(Includable<E>... relations) {
        return with(query.including(Include.all(relations)));
    }

    @Override
    public <S> Results<S> as(Class<S> shape) {
        return new ShapeResults<>(this, models.shape(query.entity(), shape));
    }

    @Override
    public Mono<E> one() {
        return runtime.reader().one(query);
    }

    @Override
    public Mono<E> oneOrFail() {
        return notFound.orFail(one());
    }

    @Override
    public Mono<E> first() {
        return runtime.reader().first(query);
    }

    @Override
    public Flux<E> all() {
        return runtime.reader().all(query);
    }

    @Override
    public Mono<Long> count() {
        return runtime.reader().count(query);
    }

    @Override
    public Mono<Boolean> exists() {
        return runtime.reader().exists(query);
    }

    /** The same query, read into shapes. */
    private record ShapeResults<E, S>(DefaultFindSpec<E, ?> find, ShapeModel<S> shape) implements Results<S> {

        @Override
        public Mono<S> one() {
            return find.runtime.reader().one(find.query, shape);
        }

        @Override
        public Mono<S> oneOrFail() {
            return find.notFound.orFail(one());
        }

        @Override
        public Mono<S> first() {
            return find.runtime.reader().first(find.query, shape);
        }

        @Override
        public Flux<S> all() {
            return find.runtime.reader().all(find.query, shape);
        }

        @Override
        public Mono<Long> count() {
            return find.count();
        }
    }
}
