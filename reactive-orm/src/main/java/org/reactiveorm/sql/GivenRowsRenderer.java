package org.reactiveorm.sql;

import java.util.List;
import org.reactiveorm.model.Property;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.GivenRows;
import org.reactiveorm.query.UpdateAll;
import org.reactiveorm.scope.Scopes;

/**
 * Renders changes of many rows that are given by their keys, all of them or none. The rows are locked first, which waits for
 * others who change them and then sees what they have left; only if all are there, in the version expected, are they
 * changed. They are locked in the order of their keys, so that two such changes never wait for each other. Every column is one
 * array parameter, so the text does not depend on how many rows there are.
 *
 * <p>The answer's last two columns are the place of the first row that was not as expected, counted from 1, and how many there
 * are, both NULL if there is none.
 */
public final class GivenRowsRenderer {

    private final Scopes scopes;

    /** Changes of rows that are seen through these scopes; those that are not seen are not there. */
    public GivenRowsRenderer(Scopes scopes) {
        this.scopes = scopes;
    }

    /** Sets the columns; the answer is all columns of the rows as they are now, in the order given. */
    public <E> Sql updateReturning(UpdateAll<E> update, List<Assignment<E>> made) {
        GivenRowsWriter<E> writer = new GivenRowsWriter<>(scopes, update.rows(), update.columns());
        writer.locked("no key update").update(made).returningRows();
        return writer.rows();
    }

    /** Sets the columns; the answer is the number of rows. */
    public <E> Sql update(UpdateAll<E> update, List<Assignment<E>> made) {
        GivenRowsWriter<E> writer = new GivenRowsWriter<>(scopes, update.rows(), update.columns());
        writer.locked("no key update").update(made).returningNothing();
        return writer.count();
    }

    /** Removes the rows; the answer is all columns of the rows as they were, in the order given. */
    public <E> Sql deleteReturning(GivenRows<E> rows) {
        GivenRowsWriter<E> writer = new GivenRowsWriter<>(scopes, rows, List.<Property<E, ?>>of());
        writer.locked("update").delete().returningRows();
        return writer.rows();
    }

    /** Removes the rows; the answer is the number of rows. */
    public <E> Sql delete(GivenRows<E> rows) {
        GivenRowsWriter<E> writer = new GivenRowsWriter<>(scopes, rows, List.<Property<E, ?>>of());
        writer.locked("update").delete().returningNothing();
        return writer.count();
    }

    /** Assigns the same to all rows; the answer is all columns of the rows as they are now, in the order given. */
    public <E> Sql assignReturning(GivenRows<E> rows, List<Assignment<E>> assignments) {
        GivenRowsWriter<E> writer = new GivenRowsWriter<>(scopes, rows, List.<Property<E, ?>>of());
        writer.locked("no key update").update(assignments).returningRows();
        return writer.rows();
    }

    /** Assigns the same to all rows; the answer is the number of rows. */
    public <E> Sql assign(GivenRows<E> rows, List<Assignment<E>> assignments) {
        GivenRowsWriter<E> writer = new GivenRowsWriter<>(scopes, rows, List.<Property<E, ?>>of());
        writer.locked("no key update").update(assignments).returningNothing();
        return writer.count();
    }
}
