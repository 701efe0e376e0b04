package org.reactiveorm.write;

import java.util.List;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.EntityRef;
import reactor.core.publisher.Mono;

/**
 * Hears of the rows of one entity that are inserted, updated and deleted, whichever call does it: on the entity itself, as a
 * value, in bulk, or nested in a change of another. It is given to {@link org.reactiveorm.ReactiveOrmBuilder#listener}; in Spring
 * every bean of this type is found. Of several, each hears in the order in which they were given, and sees what the ones before
 * answered.
 *
 * <p><b>In one transaction.</b> The call and what its listeners do are one transaction, the caller's or their own, and in the
 * subscriber's Reactor context, so a listener may use the same {@code ReactiveOrm}. What fails, in a listener or after it, undoes
 * everything: an error that a listener signals or throws is the call's, and {@code oneOrFail()} of no row, or of another
 * version, undoes what a listener did before the row was looked for. In a transaction around the call that is over then too. What must not
 * be undone, or must not be done before the end, does not belong here.
 *
 * <p><b>How often.</b> What is before is called once for each place of a call where rows of the entity are written, what is
 * after once for each call, with all of its rows, when all that the call writes is written. Neither depends on the number of rows or
 * statements. Nothing is called where no new row is to be made, and nothing after where no row was written; before an update or
 * delete by a condition nobody knows yet whether there are rows.
 *
 * <p><b>What is not heard of.</b> What the database does by itself, a cascade or a trigger; SQL of the caller; rows of join
 * tables; rows that are only locked. Rows with {@code @SoftDelete} that are marked as deleted are deleted, not updated, unless an
 * update sets the column.
 *
 * <p><b>Again.</b> A listener that writes rows of its own entity is told of these, too, within that write. Nothing stops it from
 * going on for ever: it has to look whether there is something left to do before it writes.
 *
 * <p><b>The price.</b> A call on the entity is in a transaction, and reads all columns of the rows that it writes, for {@code
 * count()} too. A tree of new rows is a statement for each place, instead of one, if one of its entities has a listener.
 * Entities without listeners pay nothing.
 *
 * <p>Any of the methods may throw; an answer of null is an error.
 *
 * @param <E> the entity
 */
public interface EntityListener<E> {

    /** Whose rows are listened to. */
    EntityRef<E, ?> entity();

    /**
     * Rows that are going to be inserted, with all values but those that the database makes: keys of the rows that they refer
     * to, moments, versions. An error keeps them from being inserted.
     *
     * @return the rows as they are to be inserted, as many and in the same order; empty for as they are
     */
    default Mono<List<Draft<E>>> beforeInsert(List<Draft<E>> rows) {
        return Mono.empty();
    }

    /** Rows that were inserted, with all that the database made, without relations. */
    default Mono<Void> afterInsert(List<E> rows) {
        return Mono.empty();
    }

    /**
     * Rows that are going to be updated. Where each row has values of its own, all of their assignments are given, those of one row
     * after those of the other.
     *
     * @param rows the rows as they are, if somebody wants to see them
     * @param assignments what is assigned, with what every update of the entity makes: its moment, its version
     * @return what is assigned to all rows beside that, or instead where it is to the same column; empty for nothing
     */
    default Mono<List<Assignment<E>>> beforeUpdate(RowsToChange<E> rows, List<Assignment<E>> assignments) {
        return Mono.empty();
    }

    /** Rows that were updated, each once, as they are now, without relations. */
    default Mono<Void> afterUpdate(List<E> rows) {
        return Mono.empty();
    }

    /**
     * Rows that are going to be deleted, or marked as deleted.
     *
     * @param rows the rows as they are, if somebody wants to see them
     */
    default Mono<Void> beforeDelete(RowsToChange<E> rows) {
        return Mono.empty();
    }

    /** Rows that were deleted, as they were; those that were marked as deleted as they are now. Without relations. */
    default Mono<Void> afterDelete(List<E> rows) {
        return Mono.empty();
    }
}
