package org.reactiveorm.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Window;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Rows that are held until all of them are there, unless they are more than memory is meant for: then they are asked for again,
 * in windows. Nothing has been emitted until then, so nobody sees two answers.
 *
 * @param rows the rows
 * @param completion what they become before they are emitted
 * @param windows the same rows, completed, in windows
 */
record HeldRows<P, R>(Flux<P> rows, Function<List<P>, Mono<List<R>>> completion, Flux<R> windows) {

    /** How many are held at most. Part of the contract of {@code FindSpec.all()}, like the next one. */
    static final int MOST = 10_000;

    /** How many are read at a time if there are more. */
    static final int WINDOW = 1_000;

    /** Whether there may be more rows than are held. */
    static boolean mayBeMore(Window window) {
        @Nullable Long take = window.take();
        return take == null || take > MOST;
    }

    Flux<R> emitted() {
        return Flux.defer(() -> {
            List<P> held = new ArrayList<>();
            return rows.takeUntil(row -> held.add(row) && held.size() > MOST)
                    .thenMany(Flux.defer(() -> completed(held)));
        });
    }

    private Flux<R> completed(List<P> held) {
        if (held.size() <= MOST) {
            return completion.apply(held).flatMapIterable(complete -> complete);
        }
        held.clear();
        return windows;
    }
}
