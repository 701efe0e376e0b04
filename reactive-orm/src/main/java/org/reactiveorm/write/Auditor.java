package org.reactiveorm.write;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.InvalidQueryException;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Knows who is at work: the values of {@code @CreatedBy} and {@code @UpdatedBy}. Asked once for each insert or update, before its
 * first statement and whatever it changes, so that all rows of one operation have the same; with the Reactor context of its subscriber.
 */
@FunctionalInterface
public interface Auditor {

    /**
     * Who is at work, as a value that fits the columns; empty if nobody is known. An error is the write's own.
     *
     * <p>With Spring Security: {@code ReactiveSecurityContextHolder.getContext().map(it -> it.getAuthentication().getName())}.
     */
    Mono<?> current();

    /** The one that was named by {@link #context}; the default. */
    static Auditor ofContext() {
        return ContextAuditor.INSTANCE;
    }

    /**
     * Names who is at work: {@code work.contextWrite(Auditor.context("alice"))}. Of several the innermost wins.
     *
     * @throws InvalidQueryException if it is null
     */
    static Context context(@Nullable Object auditor) {
        return Context.of(
                Auditor.class,
                InvalidQueryException.requireGiven(
                        auditor, "The auditor is null. Leave the context as it is to name nobody."));
    }
}
