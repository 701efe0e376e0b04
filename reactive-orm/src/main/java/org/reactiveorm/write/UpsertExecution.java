package org.reactiveorm.write;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.Conflict;
import org.reactiveorm.sql.InputRows;
import org.reactiveorm.sql.InsertBatch;
import org.reactiveorm.sql.InsertRenderer;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.sql.UpsertRenderer;
import org.reactiveorm.sql.WrittenRows;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactiveorm.transaction.Transactions;
import org.reactiveorm.write.Upserted.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries out one plan: a statement for each set of columns that its rows give, in a transaction if there are several. Rows with a
 * NULL in the key are plain inserts of their own.
 */
final class UpsertExecution<E> {

    private static final InsertRenderer INSERT = new InsertRenderer();

    private final Statements statements;
    private final Transactions transactions;
    private final UpsertPlan<E> plan;
    private final Groups<RowValues<E>> groups;

    UpsertExecution(Statements statements, Transactions transactions, UpsertPlan<E> plan) {
        this.statements = statements;
        this.transactions = transactions;
        this.plan = plan;
        this.groups = plan.groups();
    }

    /** The rows that were inserted or found, in the order given. */
    Mono<List<Upserted<E>>> run(UpsertRenderer.Answer answer) {
        return atomic(forEach(group -> run(group, answer).flatMapIterable(Function.identity()))
                .collectSortedList(Placed.BY_ROW)
                .map(rows -> rows.stream().map(Placed::answer).toList()));
    }

    private Mono<List<Placed<E>>> run(int group, UpsertRenderer.Answer answer) {
        InsertBatch<E> batch = batch(group);
        int[] places = groups.rowsOf(group);
        Mono<List<Placed<E>>> placed = isWithoutKey(batch)
                ? new BatchInsertion<>(batch, input(places))
                        .run(statements.executor())
                        .map(UpsertExecution::inserted)
                : plan.conflict().accept(new ConflictInsertion<>(statements, batch, input(places), answer));
        return placed.map(rows -> rows.stream()
                .map(row -> new Placed<>(places[row.row()], row.answer()))
                .toList());
    }

    private static <E> List<Placed<E>> inserted(List<E> entities) {
        return IntStream.range(0, entities.size())
                .mapToObj(i -> new Placed<>(i, new Upserted<>(entities.get(i), Outcome.INSERTED)))
                .toList();
    }

    /** The number of rows that were inserted or changed, or found where they are kept as they are. */
    Mono<Long> count() {
        return plan.conflict().accept(new Counting());
    }

    private Sql counted(int group) {
        InsertBatch<E> batch = batch(group);
        return rendered(batch).writing(() -> List.of(WrittenRows.of(batch, input(groups.rowsOf(group)))));
    }

    private InputRows input(int[] places) {
        return InputRows.at(places, plan.rows().size());
    }

    private Sql rendered(InsertBatch<E> batch) {
        return isWithoutKey(batch)
                ? INSERT.counted(batch)
                : statements.upserts().upsert(batch, plan.conflict(), UpsertRenderer.Answer.COUNT);
    }

    private boolean isWithoutKey(InsertBatch<E> batch) {
        return UpsertPlan.isWithoutKey(batch.rows().get(0), plan.conflict().key());
    }

    private InsertBatch<E> batch(int group) {
        return InsertBatch.of(plan.entity(), groups.all().get(group));
    }

    private <T> Flux<T> forEach(Function<Integer, Flux<T>> statement) {
        return Flux.range(0, groups.all().size()).concatMap(statement);
    }

    /**
     * One statement is atomic without a transaction. Rows that are kept may take several attempts, and that a row is hidden is only
     * known when others are written.
     */
    private <T> Mono<T> atomic(Mono<T> work) {
        boolean isAlone = plan.rows().size() == 1;
        boolean isOneStatement = groups.all().size() == 1
                && (isAlone || !(plan.conflict() instanceof Conflict.Keep || hasToChangeAll()));
        Mono<T> done = isOneStatement ? work : transactions.execute(TransactionOptions.defaults(), work);
        return done.onErrorMap(DatabaseException.class, plan::explained);
    }

    private boolean hasToChangeAll() {
        return plan.conflict() instanceof Conflict.Change<E> change
                && UpsertPlan.changesAll(change)
                && new UnsettledRow<>(plan.entity(), change.key(), statements.scopes()).canBeHidden();
    }

    private final class Counting implements Conflict.Visitor<E, Mono<Long>> {

        @Override
        public Mono<Long> skip(Conflict.Skip<E> skip) {
            return changed();
        }

        @Override
        public Mono<Long> keep(Conflict.Keep<E> keep) {
            return all();
        }

        @Override
        public Mono<Long> change(Conflict.Change<E> change) {
            return hasToChangeAll() ? all() : changed();
        }

        /** Who has to know which row is not there needs those that are. */
        private Mono<Long> all() {
            return run(UpsertRenderer.Answer.ROWS).map(rows -> (long) rows.size());
        }

        private Mono<Long> changed() {
            return atomic(
                    forEach(group -> statements.update(counted(group)).flux()).reduce(0L, Long::sum));
        }
    }
}
