package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.InputRow;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.Conflict;
import org.reactiveorm.sql.InputRows;
import org.reactiveorm.sql.InsertBatch;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.sql.UpsertRenderer;
import org.reactiveorm.sql.WrittenRows;
import org.reactiveorm.write.Upserted.Outcome;
import reactor.core.publisher.Mono;

/**
 * One insert with ON CONFLICT into one table.
 *
 * @param statements sends it
 * @param batch the rows; all of them have a value in every column of the key, if it is known
 * @param input which rows of the caller these are
 * @param answer what is wanted; without outcomes nobody looks at them
 * @param <E> the entity
 */
record ConflictInsertion<E>(Statements statements, InsertBatch<E> batch, InputRows input, UpsertRenderer.Answer answer)
        implements Conflict.Visitor<E, Mono<List<Placed<E>>>> {

    @Override
    public Mono<List<Placed<E>>> skip(Conflict.Skip<E> skip) {
        return statements
                .query(sql(skip, UpsertRenderer.Answer.ROWS), row -> new Upserted<>(entity(row), Outcome.INSERTED))
                .collectList()
                .map(rows -> new GivenKeys<>(batch).placed(rows, skip.key()));
    }

    @Override
    public Mono<List<Placed<E>>> change(Conflict.Change<E> change) {
        return statements
                .query(sql(change, answer), this::changed)
                .collectList()
                .map(rows -> new GivenKeys<>(batch).placed(rows, change.key()))
                .doOnNext(placed -> requireSeen(change, placed));
    }

    /** A row that is there is changed, unless the caller has a condition for that, or it is not the caller's to change. */
    private void requireSeen(Conflict.Change<E> change, List<Placed<E>> placed) {
        List<Integer> missing = UpsertPlan.changesAll(change) ? missing(placed) : List.of();
        UnsettledRow<E> unsettled = unsettled(change.key());
        if (!missing.isEmpty() && unsettled.canBeHidden()) {
            throw refused(unsettled, missing.get(0));
        }
    }

    private Sql sql(Conflict<E> conflict, UpsertRenderer.Answer wanted) {
        return statements
                .upserts()
                .upsert(batch, conflict, wanted)
                .writing(() -> List.of(WrittenRows.of(batch, input)));
    }

    private Upserted<E> changed(Row row) {
        boolean isNew = answer == UpsertRenderer.Answer.OUTCOMES && row.getBoolean(width());
        return new Upserted<>(entity(row), isNew ? Outcome.INSERTED : Outcome.UPDATED);
    }

    @Override
    public Mono<List<Placed<E>>> keep(Conflict.Keep<E> keep) {
        return keep(keep, unsettled(keep.key()).mostAttempts());
    }

    /**
     * A row is neither inserted nor found if others have committed it after the statement began: the next one finds it, or
     * inserts it where it was removed again.
     */
    private Mono<List<Placed<E>>> keep(Conflict.Keep<E> keep, int attempts) {
        return statements.query(sql(keep, answer), this::kept).collectList().flatMap(found -> {
            List<Placed<E>> placed = inOrder(found, keep.key());
            List<Integer> missing = missing(placed);
            if (missing.isEmpty()) {
                return Mono.just(placed);
            }
            return attempts == 1
                    ? Mono.error(refused(unsettled(keep.key()), missing.get(0)))
                    : again(missing).keep(keep, attempts - 1).map(late -> joined(placed, late, missing));
        });
    }

    private Placed<E> kept(Row row) {
        Outcome outcome = row.getBoolean(width() + 1) ? Outcome.INSERTED : Outcome.UNCHANGED;
        return new Placed<>((int) row.getLong(width()) - 1, new Upserted<>(entity(row), outcome));
    }

    /** A row can be inserted once only; where it is given again it is there. */
    private List<Placed<E>> inOrder(List<Placed<E>> found, Key<E> key) {
        List<Placed<E>> placed = new ArrayList<>(found);
        placed.sort(Placed.BY_ROW);
        Set<@Nullable Object> seen = new HashSet<>();
        placed.replaceAll(each -> seen.add(GivenKeys.keyOf(batch.rows().get(each.row()), key))
                ? each
                : new Placed<>(each.row(), new Upserted<>(each.answer().entity(), Outcome.UNCHANGED)));
        return placed;
    }

    private List<Integer> missing(List<Placed<E>> placed) {
        BitSet there = new BitSet();
        placed.forEach(each -> there.set(each.row()));
        List<Integer> missing = new ArrayList<>();
        for (int i = there.nextClearBit(0); i < batch.rows().size(); i = there.nextClearBit(i + 1)) {
            missing.add(i);
        }
        return missing;
    }

    private ConflictInsertion<E> again(List<Integer> missing) {
        List<RowValues<E>> rows = missing.stream().map(batch.rows()::get).toList();
        InputRows places = InputRows.at(missing.stream().mapToInt(input::of).toArray(), input.count());
        return new ConflictInsertion<>(statements, InsertBatch.of(batch.entity(), rows), places, answer);
    }

    private static <E> List<Placed<E>> joined(List<Placed<E>> placed, List<Placed<E>> late, List<Integer> missing) {
        List<Placed<E>> all = new ArrayList<>(placed);
        late.forEach(each -> all.add(new Placed<>(missing.get(each.row()), each.answer())));
        all.sort(Placed.BY_ROW);
        return all;
    }

    private UnsettledRow<E> unsettled(Key<E> key) {
        return new UnsettledRow<>(batch.entity(), key, statements.scopes());
    }

    private OrmException refused(UnsettledRow<E> unsettled, int row) {
        return InputRow.of(input.of(row), input.count()).blamedFor(unsettled.error());
    }

    private E entity(Row row) {
        return batch.entity().reader().read(row);
    }

    /** How many columns an entity has; behind them is what else the statement answers. */
    private int width() {
        return batch.entity().properties().size();
    }
}
