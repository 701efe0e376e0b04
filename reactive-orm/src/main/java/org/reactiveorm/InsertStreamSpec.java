package org.reactiveorm;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InputRow;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.Insert;
import org.reactiveorm.query.New;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Inserts the entities that a publisher emits, batch by batch: while a batch is inserted the next one is taken from the publisher, and no
 * more. Immutable.
 *
 * <p>All of them or none, unless {@link #committingEachBatch()}: the publisher and all batches are in one transaction, the
 * subscriber's or one of their own. So statements of the publisher are in it too, and have their turn between two batches. When the
 * publisher fails or the subscriber cancels, the transaction is rolled back. What a batch is and may fail with is said
 * at {@link InsertSpec}; of a publisher that emits nothing nothing is sent.
 *
 * @param <E> the entity
 */
public final class InsertStreamSpec<E> {

    /** How many rows a batch has unless it was said. */
    static final int USUAL_BATCH = 1_000;

    private final Engine engine;
    private final Publisher<? extends New<E>> source;
    private final Options options;

    InsertStreamSpec(Engine engine, Publisher<? extends New<E>> source) {
        this(engine, source, new Options(USUAL_BATCH, rows -> {}, Duplicates.FAIL, Commit.ONCE));
    }

    private InsertStreamSpec(Engine engine, Publisher<? extends New<E>> source, Options options) {
        this.engine = engine;
        this.source = source;
        this.options = options;
    }

    private InsertStreamSpec<E> with(Options other) {
        return new InsertStreamSpec<>(engine, source, other);
    }

    /**
     * How many entities are inserted at once, 1,000 unless it is said here. About three times as many are held.
     *
     * @throws InvalidQueryException if it is less than one
     */
    public InsertStreamSpec<E> batchSize(int entities) {
        if (entities < 1) {
            throw new InvalidQueryException(
                    "A batch of %d entities would never be full. Give at least 1.".formatted(entities),
                    ErrorContext.none());
        }
        return with(new Options(entities, options.progress, options.duplicates, options.commit));
    }

    /**
     * Tells how many entities have been inserted so far, after each batch; in one transaction that is before COMMIT. What it throws
     * fails the whole, as if the publisher had thrown it. It is called on a thread of the connection's event loop.
     *
     * @throws InvalidQueryException if it is null
     */
    public InsertStreamSpec<E> onProgress(LongConsumer insertedSoFar) {
        LongConsumer given = InvalidQueryException.requireGiven(
                insertedSoFar, "The listener for the progress is null. Leave it out.");
        return with(new Options(options.batchSize, given, options.duplicates, options.commit));
    }

    /**
     * Lifts scopes of an entity, as {@link InsertSpec#unscoped(EntityRef, String...)} does.
     *
     * @throws InvalidQueryException if the entity is null, there is no name, or the entity has no such scope
     */
    public InsertStreamSpec<E> unscoped(EntityRef<?, ?> entity, String... names) {
        return new InsertStreamSpec<>(engine.unscoped(entity, names), source, options);
    }

    /** Leaves out what {@link InsertSpec#skipDuplicates()} does; {@link #copy()} cannot. */
    public InsertStreamSpec<E> skipDuplicates() {
        return with(new Options(options.batchSize, options.progress, Duplicates.SKIP, options.commit));
    }

    /**
     * Each batch is a transaction of its own, and {@link #all()} emits its entities when it is committed. An error leaves the batches before
     * it as they are, and {@link #onProgress} has told how many they were. The publisher is not in a transaction then; if it reads with
     * this library it needs a connection beside the one of the batches. In a transaction of the subscriber it is an {@link
     * InvalidQueryException}, since there is nothing that could be committed.
     */
    public InsertStreamSpec<E> committingEachBatch() {
        return with(new Options(options.batchSize, options.progress, options.duplicates, Commit.EACH_BATCH));
    }

    /**
     * The new entities in the order of the publisher. In one transaction they are collected and emitted after COMMIT; for more than
     * fit into memory use {@link #count()} or {@link #committingEachBatch()}.
     */
    public Flux<E> all() {
        Flux<List<E>> batches = batches(this::inserted, List::size);
        return options.commit == Commit.ONCE
                ? engine.transactions().execute(TransactionOptions.defaults(), batches.flatMapIterable(rows -> rows))
                : batches.flatMapIterable(rows -> rows, 1);
    }

    private Mono<List<E>> inserted(List<Draft<E>> drafts) {
        InsertSpec<E> insert = new InsertSpec<>(engine, drafts, List.of());
        return (options.duplicates == Duplicates.SKIP ? insert.skipDuplicates().all() : insert.all()).collectList();
    }

    /** The number of entities that were inserted, which do not come back. */
    public Mono<Long> count() {
        return sum(this::counted);
    }

    private Mono<Long> counted(List<Draft<E>> drafts) {
        InsertSpec<E> insert = new InsertSpec<>(engine, drafts, List.of());
        return options.duplicates == Duplicates.SKIP ? insert.skipDuplicates().count() : insert.count();
    }

    /**
     * Loads them with {@code COPY … FROM STDIN}, one for each batch and set of columns in it, and answers their number: the fastest way for
     * many. It takes neither nested entities nor {@link #skipDuplicates()}, tables with row-level security nor views (PostgreSQL,
     * COPY), and an {@link InvalidQueryException} says so for the first two. Larger batches make it faster.
     */
    public Mono<Long> copy() {
        return options.duplicates == Duplicates.SKIP
                ? Mono.error(() -> new InvalidQueryException(
                        "COPY fails on duplicates and cannot skip them. Use count() instead of copy(), or leave skipDuplicates() out.",
                        ErrorContext.none()))
                : sum(drafts -> engine.writer().copy(new Insert<>(drafts.get(0).entity(), drafts)));
    }

    private Mono<Long> sum(Function<List<Draft<E>>, Mono<Long>> insert) {
        Mono<Long> sum = batches(insert, Long::longValue).reduce(0L, Long::sum);
        return options.commit == Commit.ONCE ? engine.transactions().execute(TransactionOptions.defaults(), sum) : sum;
    }

    /** One batch is inserted at a time, in the order of the publisher, and one is waited for meanwhile. */
    private <T> Flux<T> batches(Function<List<Draft<E>>, Mono<T>> insert, ToLongFunction<T> size) {
        return Flux.deferContextual(context -> {
            if (options.commit == Commit.EACH_BATCH && engine.executor().isInTransaction(context)) {
                return Flux.error(new InvalidQueryException(
                        "committingEachBatch() is in a transaction, which is committed at its end or not at all. Leave it out, or take the insert out of the transaction.",
                        ErrorContext.none()));
            }
            AtomicLong inserted = new AtomicLong();
            AtomicLong taken = new AtomicLong();
            return Flux.from(source)
                    .<Draft<E>>map(InsertStreamSpec::draft)
                    .buffer(options.batchSize)
                    .concatMap(
                            drafts -> insert.apply(drafts)
                                    .onErrorMap(OrmException.class, error -> InputRow.inBatch(error, taken.get()))
                                    .doOnSuccess(answer -> taken.addAndGet(drafts.size()))
                                    .doOnNext(answer ->
                                            options.progress.accept(inserted.addAndGet(size.applyAsLong(answer)))),
                            1);
        });
    }

    /** Publishers of others may emit what Reactor's do not. */
    private static <E> Draft<E> draft(@Nullable New<E> entity) {
        return InvalidQueryException.requireGiven(
                        entity, "The publisher to insert from has emitted null. Leave it out.")
                .draft();
    }

    private enum Duplicates {
        FAIL,
        SKIP
    }

    private enum Commit {
        ONCE,
        EACH_BATCH
    }

    private record Options(int batchSize, LongConsumer progress, Duplicates duplicates, Commit commit) {}
}
