package org.reactiveorm.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Handles;
import org.reactiveorm.model.KeyValues;
import org.reactiveorm.model.Relation;
import org.reactiveorm.query.Include;
import org.reactiveorm.sql.IncludeRenderer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Loads relations in four steps: collect the parents' distinct keys, run one statement for each relation, load the related
 * entities' own relations, give every parent its handle. The number of statements depends on the includes alone.
 */
final class IncludeLoader {

    private static final IncludeRenderer RENDERER = new IncludeRenderer();

    private final Executor executor;

    IncludeLoader(Executor executor) {
        this.executor = executor;
    }

    /** The same parents in the same order, with the relations loaded. */
    <E> Mono<List<E>> load(EntityModel<E> entity, List<E> parents, List<Include<E, ?>> includes) {
        if (parents.isEmpty() || includes.isEmpty()) {
            return Mono.just(parents);
        }
        return Flux.fromIterable(includes)
                .concatMap(include -> loadRelation(parents, include))
                .collectList()
                .map(relations -> attach(entity, parents, relations));
    }

    private <E, C> Mono<LoadedRelation<E>> loadRelation(List<E> parents, Include<E, C> include) {
        Relation<E, C> relation = include.relation();
        Set<Object> keys = distinctKeys(parents, relation);
        if (keys.isEmpty() || include.query().isEmpty()) {
            return Mono.just(new LoadedRelation<>(relation, Map.of(), handle(include, List.of())));
        }
        List<Object> owners = new ArrayList<>();
        return executor.query(
                        RENDERER.related(
                                include,
                                KeyValues.byColumn(keys, relation.sourceKey().size())),
                        new RelatedReader<>(relation, owners))
                .collectList()
                .flatMap(related ->
                        load(relation.target(), related, include.query().includes()))
                .map(related -> group(include, owners, related));
    }

    private static <E, C> LoadedRelation<E> group(Include<E, C> include, List<Object> owners, List<C> related) {
        Map<Object, List<C>> byOwner = new HashMap<>();
        for (int i = 0; i < related.size(); i++) {
            byOwner.computeIfAbsent(owners.get(i), key -> new ArrayList<>()).add(related.get(i));
        }
        Map<Object, Object> handles = new HashMap<>(byOwner.size() * 2);
        byOwner.forEach((key, children) -> handles.put(key, handle(include, children)));
        return new LoadedRelation<>(include.relation(), handles, handle(include, List.of()));
    }

    private static <E, C> Object handle(Include<E, C> include, List<C> related) {
        return include.isPartial()
                ? include.relation().part(related)
                : include.relation().whole(related);
    }

    private static <E> List<E> attach(EntityModel<E> entity, List<E> parents, List<LoadedRelation<E>> relations) {
        List<E> attached = new ArrayList<>(parents.size());
        for (E parent : parents) {
            Handles handles = new Handles(entity.relations().size());
            for (LoadedRelation<E> loaded : relations) {
                handles.put(loaded.relation().index(), loaded.handleOf(parent));
            }
            attached.add(entity.attacher().attach(parent, handles));
        }
        return attached;
    }

    private static <E> Set<Object> distinctKeys(List<E> parents, Relation<E, ?> relation) {
        Set<Object> keys = new LinkedHashSet<>();
        for (E parent : parents) {
            Object key = KeyValues.of(parent, relation.sourceKey());
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** The handles of one relation, by the parents' key. */
    private record LoadedRelation<E>(Relation<E, ?> relation, Map<Object, Object> handles, Object none) {

        Object handleOf(E parent) {
            @Nullable Object key = KeyValues.of(parent, relation.sourceKey());
            return key == null ? none : handles.getOrDefault(key, none);
        }
    }
}
