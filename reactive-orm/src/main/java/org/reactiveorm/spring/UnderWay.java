package org.reactiveorm.spring;

import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * What has begun within a transaction and has not ended. A cancel ends the transactions inside and outside at once, but Spring keeps both
 * in one place: the outer one cannot end before the inner one has left it.
 */
final class UnderWay {

    /** Whoever waits may hold what is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private int count; // guarded by this, like the rest
    private Sinks.Empty<Void> idle = Sinks.empty();

    UnderWay() {
        idle.tryEmitEmpty();
    }

    /** Something is about to begin. */
    synchronized void enter() {
        if (count++ == 0) {
            idle = Sinks.empty();
        }
    }

    /** It has ended, or has not begun after all. */
    void leave() {
        Sinks.Empty<Void> over;
        synchronized (this) {
            if (--count > 0) {
                return;
            }
            over = idle;
        }
        over.tryEmitEmpty();
    }

    /** Completes when there is nothing, or it takes too long. */
    Mono<Void> none() {
        return Mono.defer(() -> now().timeout(PATIENCE, Mono.empty()));
    }

    private synchronized Mono<Void> now() {
        return count == 0 ? Mono.empty() : idle.asMono();
    }
}
