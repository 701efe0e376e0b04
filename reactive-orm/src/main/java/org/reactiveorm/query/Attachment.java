package org.reactiveorm.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.Relation;

/**
 * A change that relates rows to one, which may be a new one.
 *
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 */
public sealed interface Attachment<E, C> extends RelatedChange<E, C>
        permits Attachment.Create, Attachment.Connect, Attachment.ConnectOrCreate {

    /**
     * New rows that are related.
     *
     * @param relation the relation
     * @param drafts the new rows
     */
    record Create<E, C>(Relation<E, C> relation, List<Draft<C>> drafts) implements Attachment<E, C> {

        /** Keeps its own copy. */
        public Create {
            drafts = List.copyOf(drafts);
        }

        @Override
        public <R extends @Nullable Object> R accept(RelatedVisitor<E, C, R> visitor) {
            return visitor.create(this);
        }
    }

    /**
     * Rows that are there become related, whatever they were related to before.
     *
     * @param relation the relation
     * @param rows which rows
     */
    record Connect<E, C>(Relation<E, C> relation, List<KeyMatch<C>> rows) implements Attachment<E, C> {

        /** Keeps its own copy. */
        public Connect {
            rows = List.copyOf(rows);
        }

        @Override
        public <R extends @Nullable Object> R accept(RelatedVisitor<E, C, R> visitor) {
            return visitor.connect(this);
        }
    }

    /**
     * A row becomes related, and is created where there is none.
     *
     * @param relation the relation
     * @param row which row
     * @param draft the new row
     */
    record ConnectOrCreate<E, C>(Relation<E, C> relation, KeyMatch<C> row, Draft<C> draft) implements Attachment<E, C> {

        @Override
        public <R extends @Nullable Object> R accept(RelatedVisitor<E, C, R> visitor) {
            return visitor.connectOrCreate(this);
        }
    }
}
