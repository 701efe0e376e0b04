package org.reactiveorm.transaction;

import io.r2dbc.spi.Connection;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

/** A statement that finds out at each subscription whose connection it runs on. */
final class StatementFlux<T> extends Flux<T> {

    private final Transactions transactions;
    private final Function<Connection, ? extends Publisher<T>> work;

    StatementFlux(Transactions transactions, Function<Connection, ? extends Publisher<T>> work) {
        this.transactions = transactions;
        this.work = work;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        Session session = transactions.session(actual.currentContext());
        if (session == null) {
            transactions.outside(actual, work).start();
            return;
        }
        SessionStatement<T> statement = new SessionStatement<>(actual, session, work);
        if (Transactions.isThroughSavepoints(actual.currentContext())) {
            statement.enterThroughSavepoints();
        } else {
            statement.enter();
        }
    }
}
