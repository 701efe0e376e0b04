package org.reactiveorm.write;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.JoinTable;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.write.WriteStep.RowId;

/** A step that adds rows and looks at none. */
sealed interface InsertStep extends WriteStep {

    /** Answers by kind of step. */
    <R> R accept(InsertStep.Visitor<R> visitor);

    @Override
    default <R> R accept(WriteStep.Visitor<R> visitor) {
        return accept((InsertStep.Visitor<R>) visitor);
    }

    /** Whether its rows are new ones. */
    default boolean isNew() {
        return true;
    }

    @Override
    default Optional<InsertStep> insertion() {
        return Optional.of(this);
    }

    /**
     * New rows of an entity.
     *
     * @param entity the entity
     * @param rows the rows in the order given
     * @param <E> the entity
     */
    record InsertRows<E>(EntityModel<E> entity, List<NewRow<E>> rows) implements InsertStep {
        public InsertRows {
            rows = Collections.unmodifiableList(rows);
        }

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public <R> R accept(InsertStep.Visitor<R> visitor) {
            return visitor.insertRows(this);
        }
    }

    /**
     * Rows that are there, whose keys the caller gave. No statement.
     *
     * @param entity the entity
     * @param rows their keys
     * @param <E> the entity
     */
    record KnownRows<E>(EntityModel<E> entity, List<RowValues<E>> rows) implements InsertStep {
        public KnownRows {
            rows = Collections.unmodifiableList(rows);
        }

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public boolean isNew() {
            return false;
        }

        @Override
        public <R> R accept(InsertStep.Visitor<R> visitor) {
            return visitor.knownRows(this);
        }
    }

    /**
     * New rows of a join table; those that are there already stay.
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
            implements InsertStep {
        public LinkRows {
            links = List.copyOf(links);
        }

        @Override
        public int size() {
            return links.size();
        }

        @Override
        public <R> R accept(InsertStep.Visitor<R> visitor) {
            return visitor.linkRows(this);
        }
    }

    /**
     * A new row. It is not made where a row of an earlier step that it takes a key from is not there.
     *
     * @param values the values that are known before any statement
     * @param references the values that come from rows of earlier steps
     * @param premise what it depends on besides whether it is made
     * @param <E> the entity
     */
    record NewRow<E>(RowValues<E> values, List<KeyReference<E, ?>> references, Premise premise) {
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

    /** One case for each kind of step that only adds rows. */
    interface Visitor<R> {
        <E> R insertRows(InsertRows<E> step);

        <E> R knownRows(KnownRows<E> step);

        <E, C> R linkRows(LinkRows<E, C> step);
    }
}
