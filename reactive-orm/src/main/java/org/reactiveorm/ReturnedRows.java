package org.reactiveorm;

import java.util.List;
import org.reactiveorm.read.Reader;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactiveorm.transaction.Transactions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is answered of the rows of a change. An {@code one()} that could find that too many rows were changed runs in a transaction.
 *
 * @param transactions what it runs in
 * @param name what a row is called in messages
 * @param rows changes the rows
 * @param changed changes the rows, for their number only
 * @param notFound what is signalled when there has to be one
 * @param certainty whether there can be more than one row
 */
record ReturnedRows<R>(
        Transactions transactions,
        String name,
        Mono<List<R>> rows,
        Mono<Long> changed,
        NotFound notFound,
        ChangeResults.Certainty certainty)
        implements Results<R> {

    @Override
    public Mono<R> one() {
        Mono<R> only = Reader.only(rows, name);
        return certainty == ChangeResults.Certainty.AT_MOST_ONE
                ? only
                : transactions.execute(TransactionOptions.defaults(), only);
    }

    @Override
    public Mono<R> oneOrFail() {
        return notFound.orFail(one());
    }

    @Override
    public Mono<R> first() {
        return all().next();
    }

    @Override
    public Flux<R> all() {
        return rows.flatMapIterable(list -> list);
    }

    @Override
    public Mono<Long> count() {
        return changed;
    }
}
