package org.reactiveorm.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.KeyValues;
import org.reactiveorm.sql.IncludeRenderer;
import org.reactiveorm.sql.Sql;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Loads relations in four steps: collect the parents' distinct keys, run one statement for each relation, load the related
 * rows' own relations, complete every parent with what is its own. The number of statements depends on the relations alone.
 */
final class RelationLoader {

    private final Executor executor;
    private final int connections;
    private final IncludeRenderer include;

    /** With so many connections for the relations of one query, where they are not in a transaction. */
    RelationLoader(Executor executor, int connections, IncludeRenderer include) {
        this.include = include;
        this.executor = executor;
        this.connections = connections;
    }

    /** The same parents in the same order, with the relations loaded. */
    <E, R> Mono<List<R>> load(List<? extends Pending<R>> parents, List<RelationPlan<E, ?, ?>> relations) {
        return Mono.deferContextual(
                context -> load(parents, relations, executor.isInTransaction(context) ? 1 : connections));
    }

    /** Whoever loads holds no connection meanwhile, so that relations that wait for one wait for nobody who waits for them. */
    private <E, R> Mono<List<R>> load(
            List<? extends Pending<R>> parents, List<RelationPlan<E, ?, ?>> relations, int atOnce) {
        if (parents.isEmpty() || relations.isEmpty()) {
            return Mono.just(completed(parents, List.of()));
        }
        return Flux.range(0, relations.size())
                .flatMapSequential(branch -> loadRelation(parents, branch, relations.get(branch)), atOnce, 1)
                .collectList()
                // of relations that fail at the same instant one says enough
                .onErrorMap(
                        Exceptions::isMultiple,
                        all -> Exceptions.unwrapMultiple(all).get(0))
                .map(loaded -> completed(parents, loaded));
    }

    private <E, C, R> Mono<Loaded> loadRelation(
            List<? extends Pending<?>> parents, int branch, RelationPlan<E, C, R> plan) {
        Set<Object> keys = distinctKeys(parents, branch);
        if (keys.isEmpty() || plan.include().query().isEmpty()) {
            return Mono.just(new Loaded(Map.of(), plan.handle().apply(List.of())));
        }
        int columns = plan.include().relation().sourceKey().size();
        Projection<C, R> projection = plan.projection();
        Sql sql = include.related(plan.include(), projection.list(), KeyValues.byColumn(keys, columns));
        List<Object> owners = new ArrayList<>();
        Mono<List<R>> objects = projection.hasRelations()
                ? executor.query(sql, plan.noting(owners, projection.pending()))
                        .collectList()
                        .flatMap(rows -> load(rows, projection.relations(), 1))
                : executor.query(sql, plan.noting(owners, projection.complete()))
                        .collectList();
        return objects.map(related -> grouped(owners, related, plan));
    }

    private static <R> Loaded grouped(List<Object> owners, List<R> related, RelationPlan<?, ?, R> plan) {
        Map<Object, List<R>> byOwner = new HashMap<>();
        for (int i = 0; i < related.size(); i++) {
            byOwner.computeIfAbsent(owners.get(i), key -> new ArrayList<>()).add(related.get(i));
        }
        return plan.include().isRecursive() ? new Loaded(new Branches<>(plan, byOwner)::handle) : loaded(byOwner, plan);
    }

    private static <R> Loaded loaded(Map<Object, List<R>> byOwner, RelationPlan<?, ?, R> plan) {
        Map<Object, Object> handles = new HashMap<>(byOwner.size() * 2);
        byOwner.forEach((key, children) -> handles.put(key, plan.handle().apply(children)));
        return new Loaded(handles, plan.handle().apply(List.of()));
    }

    private static <R> List<R> completed(List<? extends Pending<R>> parents, List<Loaded> relations) {
        List<R> completed = new ArrayList<>(parents.size());
        for (Pending<R> parent : parents) {
            completed.add(parent.complete(branch -> relations.get(branch).of(parent.key(branch))));
        }
        return completed;
    }

    private static Set<Object> distinctKeys(List<? extends Pending<?>> parents, int branch) {
        Set<Object> keys = new LinkedHashSet<>();
        for (Pending<?> parent : parents) {
            Object key = parent.key(branch);
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }

    /**
     * What was loaded of one relation.
     *
     * @param handles what a parent gets, by its key
     */
    private record Loaded(Function<@Nullable Object, Object> handles) {

        /** The parents with these keys get these handles, the others none. */
        Loaded(Map<Object, Object> handles, Object none) {
            this(key -> key == null ? none : handles.getOrDefault(key, none));
        }

        Object of(@Nullable Object key) {
            return handles.apply(key);
        }
    }
}
