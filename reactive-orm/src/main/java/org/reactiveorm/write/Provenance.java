package org.reactiveorm.write;

import java.time.Clock;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * When and by whom rows are written.
 *
 * @param clock gives the moments of {@code @CreatedAt} and {@code @UpdatedAt}
 * @param auditor gives the values of {@code @CreatedBy} and {@code @UpdatedBy}
 */
public record Provenance(Clock clock, Auditor auditor) {

    /** Work with the values of one operation, which is the one that is subscribed: one moment and one auditor for all of its rows. */
    <T> Mono<T> generating(Function<GeneratedValues, Mono<T>> work) {
        return Mono.defer(auditor::current)
                .map(who -> GeneratedValues.at(clock).by(who))
                .switchIfEmpty(Mono.fromSupplier(() -> GeneratedValues.at(clock)))
                .flatMap(work);
    }
}
