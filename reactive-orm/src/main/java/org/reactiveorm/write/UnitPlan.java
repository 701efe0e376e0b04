package org.reactiveorm.write;

import java.util.List;
import org.reactiveorm.model.Property;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.GivenRows;
import org.reactiveorm.query.UpdateAll;
import org.reactiveorm.write.ChangeStep.UpdateRows;
import org.reactiveorm.write.InsertStep.InsertRows;
import org.reactiveorm.write.WriteStep.RowId;

/**
 * What a unit of work does, as data.
 *
 * @param inserts what makes the new rows
 * @param late the keys that are set when all new rows are there
 * @param updates the changes of rows that are there
 * @param deletes what is removed
 */
record UnitPlan(Inserts inserts, List<UpdateRows<?>> late, List<UpdateAll<?>> updates, Deletes deletes) {

    UnitPlan {
        late = List.copyOf(late);
        updates = List.copyOf(updates);
    }

    /**
     * What makes the new rows.
     *
     * @param steps the steps, each after those whose rows it needs
     * @param rows where each new row is
     * @param given how many new entities the caller gave
     * @param connections what foreign keys find out instead of a step
     */
    record Inserts(List<WriteStep> steps, List<Placed> rows, int given, List<Connection> connections) {
        Inserts {
            steps = List.copyOf(steps);
            rows = List.copyOf(rows);
            connections = List.copyOf(connections);
        }
    }

    /**
     * A new row.
     *
     * @param draft what it is made of
     * @param place the step that makes it, and its place there
     * @param origin the position of the given entity that it is, or is nested in
     */
    record Placed(Draft<?> draft, RowId place, int origin) {}

    /**
     * What is removed.
     *
     * @param releases rows whose keys are set to NULL before, because they are removed together with those they refer to
     * @param rows the rows, those that refer to others first
     * @param order whether they are removed before anything else is done
     */
    record Deletes(List<Release<?>> releases, List<GivenRows<?>> rows, Order order) {
        Deletes {
            releases = List.copyOf(releases);
            rows = List.copyOf(rows);
        }

        /** When rows are removed. */
        enum Order {
            /** A new or changed row takes a unique key of one. */
            FIRST,
            /** Rows may be changed so that they do not refer to one any more. */
            LAST
        }
    }

    /**
     * Rows that let go of those they refer to.
     *
     * @param rows the rows
     * @param key the columns that become NULL
     */
    record Release<E>(GivenRows<E> rows, List<Property<E, ?>> key) {}

    /** Whether it is one statement, which needs no transaction: a step of new rows all of which give the same columns. */
    boolean isOneStatement() {
        int others = late.size()
                + updates.size()
                + deletes.releases().size()
                + deletes.rows().size();
        return inserts.steps().isEmpty()
                ? others == 1
                : others == 0 && inserts.steps().size() == 1 && inserts.steps().get(0) instanceof InsertRows;
    }
}
