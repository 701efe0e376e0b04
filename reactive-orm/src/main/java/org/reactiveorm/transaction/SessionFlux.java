package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

/** A statement of a session, whatever the context says. */
final class SessionFlux<T> extends Flux<T> {

    private final Session session;
    private final Function<Connection, ? extends Publisher<T>> work;

    SessionFlux(Session session, Function<Connection, ? extends Publisher<T>> work) {
        this.session = session;
        this.work = work;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        new SessionStatement<>(actual, session, work).enter();
    }
}
