package org.reactiveorm.transaction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** What is to be done before or after the end of one transaction, in the order in which it was asked for. Each is run once. */
final class TransactionHooks {

    enum Moment {
        BEFORE_COMMIT,
        AFTER_COMMIT,
        AFTER_ROLLBACK
    }

    private final Map<Moment, List<Hook>> hooks = new EnumMap<>(Moment.class); // guarded by this
    private volatile boolean isEmpty = true;
    private boolean isCommitting;

    /**
     * {@code publisher} will be subscribed to at that moment, with what is in this context.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if that moment is over
     */
    synchronized void add(Moment moment, Publisher<?> publisher, ContextView context) {
        if (isCommitting && moment == Moment.BEFORE_COMMIT) {
            throw OpenTransaction.over();
        }
        put(moment, new Hook(publisher, Context.of(context)));
    }

    private synchronized void put(Moment moment, Hook hook) {
        isEmpty = false;
        hooks.computeIfAbsent(moment, first -> new ArrayList<>()).add(hook);
    }

    /** Whether there has never been one. */
    boolean isEmpty() {
        return isEmpty;
    }

    /** Whether the commit may begin: nothing is to be done before it any more, and nothing can be added from then on. */
    synchronized boolean tryCommit() {
        isCommitting = isCommitting || !hooks.containsKey(Moment.BEFORE_COMMIT);
        return isCommitting;
    }

    /** Runs those of before the commit, also those that they ask for. Fails with the first error. */
    Mono<Void> beforeCommit() {
        return Flux.defer(() -> Flux.fromIterable(take(Moment.BEFORE_COMMIT)))
                .concatMap(hook -> hook.run(UnaryOperator.identity()))
                .then(Mono.defer(() -> tryCommit() ? Mono.empty() : beforeCommit()));
    }

    /**
     * Runs those of after the commit; the outcome is there, so what they fail with changes nothing.
     *
     * @param outside makes of a context within the transaction one outside of it
     */
    Mono<Void> afterCommit(UnaryOperator<Context> outside) {
        return after(Moment.AFTER_COMMIT, outside);
    }

    /** {@link #afterCommit} of a rollback. */
    Mono<Void> afterRollback(UnaryOperator<Context> outside) {
        return after(Moment.AFTER_ROLLBACK, outside);
    }

    private Mono<Void> after(Moment moment, UnaryOperator<Context> outside) {
        return Flux.defer(() -> Flux.fromIterable(take(moment)))
                .concatMap(hook -> hook.quietly(outside))
                .then();
    }

    /**
     * From now on they are those of the transaction around this one.
     *
     * @param outside makes of a context within this transaction one within that
     */
    void moveTo(TransactionHooks outer, UnaryOperator<Context> outside) {
        for (Moment moment : Moment.values()) {
            take(moment).forEach(hook -> outer.put(moment, new Hook(hook.publisher(), outside.apply(hook.context()))));
        }
    }

    private synchronized List<Hook> take(Moment moment) {
        List<Hook> taken = hooks.remove(moment);
        return taken == null ? List.of() : taken;
    }

    private record Hook(Publisher<?> publisher, Context context) {

        Mono<Void> run(UnaryOperator<Context> place) {
            return Flux.from(publisher)
                    .contextWrite(end -> ClosableConnections.keepEnding(place.apply(context), end))
                    .then();
        }

        Mono<Void> quietly(UnaryOperator<Context> outside) {
            return run(outside).onErrorResume(error -> {
                Operators.onErrorDropped(error, context);
                return Mono.empty();
            });
        }
    }
}
