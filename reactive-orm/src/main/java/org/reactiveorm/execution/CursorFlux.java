package org.reactiveorm.execution;

import java.util.function.Function;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.util.context.ContextView;

/** The rows that a cursor reads in the subscriber's transaction. Each subscription has a cursor of its own. */
final class CursorFlux<T> extends Flux<T> {

    /** What becomes of the cursor when its rows are not wanted any more. */
    enum Ending {
        /** It is closed, because the transaction goes on. */
        CLOSED,
        /** The transaction ends with the stream. */
        WITH_TRANSACTION
    }

    private final Function<ContextView, Cursor<T>> cursors;
    private final Ending ending;

    CursorFlux(Function<ContextView, Cursor<T>> cursors, Ending ending) {
        this.cursors = cursors;
        this.ending = ending;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        actual.onSubscribe(new CursorSubscription<>(actual, () -> cursors.apply(actual.currentContext()), ending));
    }
}
