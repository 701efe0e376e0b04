package org.reactiveorm.read;

import java.util.Collection;
import java.util.List;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.execution.Windows;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.query.Grouped;
import org.reactiveorm.query.Grouping;
import org.reactiveorm.scope.Scoping;
import org.reactiveorm.sql.GroupRenderer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Answers queries for groups of rows, as {@link Reader} does for rows. */
public final class GroupReader {

    private final Executor executor;
    private final Scoping scoping;

    /** Reads through this executor. */
    public GroupReader(Executor executor, Scoping scoping) {
        this.executor = executor;
        this.scoping = scoping;
    }

    /**
     * The same without these scopes of this entity.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if there is no name, or the entity has no such scope
     */
    public GroupReader unscoped(EntityModel<?> entity, Collection<String> names) {
        return new GroupReader(executor, scoping.without(entity, names));
    }

    private GroupRenderer groups(ContextView context) {
        return new GroupRenderer(scoping.at(context));
    }

    /** The groups in their order; in a transaction they are held like the rows of {@link Reader#all}. */
    public <E, R> Flux<R> all(Grouping<E> grouping, Projection<Grouped<E>, R> projection) {
        if (grouping.isEmpty()) {
            return Flux.empty();
        }
        return executor.reading(Flux.deferContextual(context -> {
            Flux<R> groups = executor.query(groups(context).select(grouping, projection.list()), projection.complete());
            return HeldRows.mayBeMore(grouping.window()) && executor.isInTransaction(context)
                    ? new DemandFlux<>(
                            groups, held(groups, grouping, projection).emitted())
                    : groups;
        }));
    }

    private <E, R> HeldRows<R, R> held(Flux<R> groups, Grouping<E> grouping, Projection<Grouped<E>, R> projection) {
        return new HeldRows<>(groups, Mono::just, stream(grouping, projection, HeldRows.WINDOW));
    }

    /** The same groups, read in windows of so many through a cursor; see {@link Executor#stream}. */
    public <E, R> Flux<R> stream(Grouping<E> grouping, Projection<Grouped<E>, R> projection, int window) {
        Windows<R, R> windows = new Windows<>(window, projection.complete(), Mono::just);
        return grouping.isEmpty()
                ? Flux.empty()
                : Flux.deferContextual(
                        context -> executor.stream(groups(context).select(grouping, projection.list()), windows));
    }

    /** The only group, or none; fails with {@link org.reactiveorm.error.NotUniqueException} on a second. */
    public <E, R> Mono<R> one(Grouping<E> grouping, Projection<Grouped<E>, R> projection) {
        return Reader.only(
                all(grouping.within(grouping.window().atMost(2)), projection).collectList(), projection.name());
    }

    /** The first group, or none. */
    public <E, R> Mono<R> first(Grouping<E> grouping, Projection<Grouped<E>, R> projection) {
        return all(grouping.within(grouping.window().atMost(1)), projection).singleOrEmpty();
    }

    /** How many groups there are. */
    public Mono<Long> count(Grouping<?> grouping) {
        if (grouping.isEmpty()) {
            return Mono.just(0L);
        }
        return executor.reading(
                Mono.deferContextual(context -> executor.query(groups(context).count(grouping), row -> row.getLong(0))
                        .single()));
    }

    /** The groups of one page and the number of groups on all pages, in one statement. */
    public <E, R> Mono<Page<R>> page(Grouping<E> grouping, Projection<Grouped<E>, R> projection, PageRequest request) {
        if (grouping.isEmpty()) {
            return Mono.just(request.of(List.of(), 0));
        }
        return executor.reading(Mono.deferContextual(context -> {
            PageReader<R> reader =
                    new PageReader<>(projection.complete(), projection.list().size());
            return executor.query(groups(context).page(grouping.within(request.window()), projection.list()), reader)
                    .<R>handle((row, sink) -> row.ifPresent(sink::next))
                    .collectList()
                    .map(groups -> request.of(groups, reader.total()));
        }));
    }
}
