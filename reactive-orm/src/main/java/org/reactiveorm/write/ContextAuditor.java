package org.reactiveorm.write;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Who is named in the subscriber's context. Every write asks, so it can be asked without a publisher too. */
enum ContextAuditor implements Auditor {
    INSTANCE;

    @Override
    public Mono<?> current() {
        return Mono.deferContextual(context -> Mono.justOrEmpty(in(context)));
    }

    static @Nullable Object in(ContextView context) {
        return context.getOrDefault(Auditor.class, null);
    }
}
