package org.reactiveorm.write;

import java.time.Clock;
import java.util.function.Function;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.scope.Scopes;
import org.reactiveorm.scope.Scoping;
import reactor.core.publisher.Mono;

/**
 * When and by whom rows are written.
 *
 * @param clock gives the moments of {@code @CreatedAt} and {@code @UpdatedAt}
 * @param auditor gives the values of {@code @CreatedBy} and {@code @UpdatedBy}
 */
public record Provenance(Clock clock, Auditor auditor) {

    /** Work with the values of one operation, which is the one that is subscribed: one moment, one auditor and the same scopes for all of its rows. */
    <T> Mono<T> generating(Scoping scoping, Function<GeneratedValues, Mono<T>> work) {
        return Mono.deferContextual(context -> {
            Scopes scopes = scoping.at(context);
            if (auditor == ContextAuditor.INSTANCE) {
                GeneratedValues values = GeneratedValues.at(clock, scopes);
                Object who = ContextAuditor.in(context);
                return work.apply(who == null ? values : values.by(who));
            }
            return Mono.defer(this::answer)
                    .map(who -> GeneratedValues.at(clock, scopes).by(who))
                    .switchIfEmpty(Mono.fromSupplier(() -> GeneratedValues.at(clock, scopes)))
                    .flatMap(work);
        });
    }

    /** An application's auditor may be a lambda that forgets what it answers. */
    private Mono<?> answer() {
        return InvalidQueryException.requireGiven(
                auditor.current(),
                "The auditor has answered null instead of a Mono. Answer Mono.empty() where nobody is known.");
    }

    /** {@link #generating} for work that nobody is noted for. */
    <T> Mono<T> removing(Scoping scoping, Function<GeneratedValues, Mono<T>> work) {
        return Mono.deferContextual(context -> work.apply(GeneratedValues.at(clock, scoping.at(context))));
    }
}
