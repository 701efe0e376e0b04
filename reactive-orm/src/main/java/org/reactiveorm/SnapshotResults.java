package org.reactiveorm;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.read.Page;
import org.reactiveorm.read.Slice;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactiveorm.transaction.Transactions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Results whose statements all see the same state of the database.
 *
 * @param transactions what they run in
 * @param results the results
 */
record SnapshotResults<T>(Transactions transactions, FindResults<T> results) implements FindResults<T> {

    private <R> Mono<R> read(Mono<R> statements) {
        return transactions.execute(TransactionOptions.snapshot(), statements);
    }

    @Override
    public Mono<T> one() {
        return read(results.one());
    }

    @Override
    public Mono<T> oneOrFail() {
        return read(results.oneOrFail());
    }

    @Override
    public Mono<T> first() {
        return read(results.first());
    }

    /** Nothing is written, so that nothing has to wait for COMMIT. */
    @Override
    public Flux<T> all() {
        return transactions.emitEarly(TransactionOptions.snapshot(), results.all());
    }

    /** A stream is a snapshot anyway. */
    @Override
    public Flux<T> stream(int window) {
        return results.stream(window);
    }

    @Override
    public Mono<Long> count() {
        return results.count();
    }

    @Override
    public Mono<Boolean> exists() {
        return results.exists();
    }

    @Override
    public Mono<Page<T>> page(int number, int size) {
        return read(results.page(number, size));
    }

    @Override
    public Mono<Slice<T>> after(@Nullable String cursor, int size) {
        return read(results.after(cursor, size));
    }

    @Override
    public Mono<Slice<T>> before(@Nullable String cursor, int size) {
        return read(results.before(cursor, size));
    }
}
