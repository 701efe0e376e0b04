package org.reactiveorm;

import java.util.function.Supplier;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.read.Reader;
import org.reactiveorm.transaction.TransactionOptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The rows of SQL of the caller.
 *
 * @param spec the statement
 * @param what what a row is read into, for messages
 * @param reader a new reader for each subscription
 */
record SqlResults<T>(SqlSpec spec, String what, Supplier<RowReader<T>> reader) implements Results<T> {

    @Override
    public Mono<T> one() {
        Mono<T> only = Reader.only(all().take(2).collectList(), what);
        return spec.mayChange() ? spec.engine().transactions().execute(TransactionOptions.defaults(), only) : only;
    }

    @Override
    public Mono<T> oneOrFail() {
        return one().switchIfEmpty(
                        Mono.error(() -> new NotFoundException("The SQL answers no row.", ErrorContext.none())));
    }

    @Override
    public Mono<T> first() {
        return all().next();
    }

    @Override
    public Flux<T> all() {
        Flux<T> rows = Flux.defer(() -> spec.engine().reader().all(spec.bound(), reader.get()));
        // who stops early must not stop a change half way
        return spec.mayChange()
                ? rows.collectList().flatMapIterable(list -> list)
                : spec.engine().executor().reading(rows);
    }

    @Override
    public Mono<Long> count() {
        return all().count();
    }
}
