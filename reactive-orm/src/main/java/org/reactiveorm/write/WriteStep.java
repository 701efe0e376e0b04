package org.reactiveorm.write;

import java.util.Collections;
import java.util.List;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.JoinTable;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;

/** One kind of change to one table. A step is one insert, or one for each set of columns that its rows give. */
sealed interface WriteStep {

    <R> R accept(Visitor<R> visitor);

    /**
     * New rows of an entity.
     *
     * @param entity the entity
     * @param rows the rows in the order given
     * @param <E> the entity
     */
    record InsertRows<E>(EntityModel<E> entity, List<NewRow<E>> rows) implements WriteStep {
        public InsertRows {
            rows = Collections.unmodifiableList(rows);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.insertRows(this);
        }
    }

    /**
     * New rows of a join table.
     *
     * @param joinTable the join table, seen from the source
     * @param sourceKey the source's key
     * @param targetKey the target's key
     * @param links which rows are linked
     * @param <E> the source
     * @param <C> the target
     */
    record LinkRows<E, C>(
            JoinTable joinTable, List<Property<E, ?>> sourceKey, List<Property<C, ?>> targetKey, List<RowLink> links)
            implements WriteStep {
        public LinkRows {
            links = List.copyOf(links);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.linkRows(this);
        }
    }

    /**
     * A new row.
     *
     * @param values the values that are known before any statement
     * @param references the values that come from rows of earlier steps
     * @param <E> the entity
     */
    record NewRow<E>(RowValues<E> values, List<KeyReference<E, ?>> references) {
        public NewRow {
            references = List.copyOf(references);
        }
    }

    /**
     * A foreign key that takes its values from a row of an earlier step.
     *
     * @param key the properties to fill
     * @param row the row to take the values from
     * @param from that row's properties, in the same order
     * @param <E> the entity that refers
     * @param <P> the entity that is referred to
     */
    record KeyReference<E, P>(List<Property<E, ?>> key, RowId row, List<Property<P, ?>> from) {}

    /**
     * A row of an earlier step.
     *
     * @param step the step's index
     * @param row the row's index in that step
     */
    record RowId(int step, int row) {}

    /**
     * A row of a join table.
     *
     * @param source the source's row
     * @param target the target's row
     */
    record RowLink(RowId source, RowId target) {

        static List<RowId> sources(List<RowLink> links) {
            return links.stream().map(RowLink::source).toList();
        }

        static List<RowId> targets(List<RowLink> links) {
            return links.stream().map(RowLink::target).toList();
        }
    }

    /** One case for each kind of step. */
    interface Visitor<R> {
        <E> R insertRows(InsertRows<E> step);

        <E, C> R linkRows(LinkRows<E, C> step);
    }
}
