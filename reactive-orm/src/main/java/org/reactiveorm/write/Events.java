package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.PublicClass;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.scope.Scopes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the listeners hear of one operation: what is before at once, what is after at its end. All of it is subscribed to by
 * the operation itself, between its statements.
 */
final class Events {

    private final Listeners listeners;
    private final Scopes scopes;
    private final Map<Occasion, Happening<?>> happenings = new LinkedHashMap<>();

    /** Of an operation that sees these rows. */
    Events(Listeners listeners, Scopes scopes) {
        this.listeners = listeners;
        this.scopes = scopes;
    }

    private enum Kind {
        INSERTED("afterInsert"),
        UPDATED("afterUpdate"),
        DELETED("afterDelete");

        private final String method;

        Kind(String method) {
            this.method = method;
        }
    }

    private record Occasion(Kind kind, EntityModel<?> entity) {}

    /** Rows of which is told at the end. */
    private record Happening<E>(
            Kind kind, EntityModel<E> entity, BiFunction<EntityListener<E>, List<E>, Mono<Void>> told, List<E> rows) {

        @SuppressWarnings("unchecked") // an occasion is of one entity
        void add(List<?> more) {
            rows.addAll((List<E>) more);
        }

        Mono<Void> tell(Listeners listeners) {
            List<E> all = RowsToChange.distinct(entity, rows);
            return Flux.fromIterable(listeners.of(entity))
                    .concatMap(listener -> answer(listener, kind.method, () -> told.apply(listener, all)))
                    .then();
        }
    }

    /** Whether somebody hears of rows of this entity. */
    boolean areHeard(EntityModel<?> entity) {
        return listeners.hear(entity);
    }

    /** The new rows as they are to be inserted. */
    <E> Mono<List<RowValues<E>>> inserting(EntityModel<E> entity, List<RowValues<E>> rows) {
        if (!areHeard(entity) || rows.isEmpty()) {
            return Mono.just(rows);
        }
        Mono<List<Draft<E>>> drafts =
                Mono.just(rows.stream().map(values -> Draft.of(entity, values)).toList());
        for (EntityListener<E> listener : listeners.of(entity)) {
            drafts = drafts.flatMap(given -> answer(listener, "beforeInsert", () -> listener.beforeInsert(given))
                    .map(answered -> NewValues.checked(entity, given.size(), answered))
                    .defaultIfEmpty(given));
        }
        return drafts.map(answered -> values(entity, answered));
    }

    private <E> List<RowValues<E>> values(EntityModel<E> entity, List<Draft<E>> drafts) {
        List<RowValues<E>> values = new ArrayList<>(drafts.size());
        for (Draft<E> draft : drafts) {
            RowValues<E> row = draft.values();
            scopes.stamp(entity, row);
            values.add(row);
        }
        return values;
    }

    /** What the listeners assign beside these assignments, or instead of them. */
    <E> Mono<List<Assignment<E>>> updating(
            EntityModel<E> entity, RowsToChange<E> rows, List<Assignment<E>> assignments) {
        Mono<List<Assignment<E>>> added = Mono.just(List.of());
        for (EntityListener<E> listener : listeners.of(entity)) {
            added = added.flatMap(before -> answer(
                            listener,
                            "beforeUpdate",
                            () -> listener.beforeUpdate(rows, NewValues.over(assignments, before)))
                    .map(more -> NewValues.over(before, NewValues.assignable(entity, scopes, more)))
                    .defaultIfEmpty(before));
        }
        return added;
    }

    /** Tells that these rows are going to be deleted. */
    <E> Mono<Void> deleting(EntityModel<E> entity, RowsToChange<E> rows) {
        return Flux.fromIterable(listeners.of(entity))
                .concatMap(listener -> answer(listener, "beforeDelete", () -> listener.beforeDelete(rows)))
                .then();
    }

    /** Notes rows that were inserted. */
    <E> void inserted(EntityModel<E> entity, List<E> rows) {
        note(new Happening<>(Kind.INSERTED, entity, EntityListener::afterInsert, new ArrayList<>()), rows);
    }

    /** Notes rows that were updated. */
    <E> void updated(EntityModel<E> entity, List<E> rows) {
        note(new Happening<>(Kind.UPDATED, entity, EntityListener::afterUpdate, new ArrayList<>()), rows);
    }

    /** Notes rows that were deleted. */
    <E> void deleted(EntityModel<E> entity, List<E> rows) {
        note(new Happening<>(Kind.DELETED, entity, EntityListener::afterDelete, new ArrayList<>()), rows);
    }

    private <E> void note(Happening<E> first, List<E> rows) {
        if (areHeard(first.entity()) && !rows.isEmpty()) {
            happenings
                    .computeIfAbsent(new Occasion(first.kind(), first.entity()), unseen -> first)
                    .add(rows);
        }
    }

    /** The work, and then what is told of it. */
    <T> Mono<T> toldOf(Mono<T> work) {
        return work.flatMap(answer -> tell().thenReturn(answer));
    }

    /** Tells of all that has happened, in the order in which it first did. */
    private Mono<Void> tell() {
        return Mono.defer(() -> happenings.isEmpty()
                ? Mono.empty()
                : Flux.fromIterable(List.copyOf(happenings.values()))
                        .concatMap(happening -> happening.tell(listeners))
                        .then());
    }

    private static <T> Mono<T> answer(EntityListener<?> listener, String method, Supplier<@Nullable Mono<T>> call) {
        return Mono.defer(() -> {
            Mono<T> answer = call.get();
            if (answer == null) {
                String entity = listener.entity().model().name();
                throw new InvalidQueryException(
                        "The listener %s of %s has answered null instead of a Mono (%s). Answer Mono.empty() where there is nothing to do."
                                .formatted(PublicClass.of(listener).getSimpleName(), entity, method),
                        ErrorContext.of(entity));
            }
            return answer;
        });
    }
}
