package org.reactiveorm.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.Relation;

/**
 * What a change does with the rows that are related to the changed one. Only rows that are related to it are ever touched, but
 * for those that are connected.
 *
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 */
public sealed interface RelatedChange<E, C> extends Change<E>
        permits Attachment,
                RelatedChange.Disconnect,
                RelatedChange.Replace,
                RelatedChange.Update,
                RelatedChange.UpdateAll,
                RelatedChange.Upsert,
                RelatedChange.Delete,
                RelatedChange.DeleteAll {

    /** The relation. */
    Relation<E, C> relation();

    /** Answers by kind of change. */
    <R extends @Nullable Object> R accept(RelatedVisitor<E, C, R> visitor);

    @Override
    default <R extends @Nullable Object> R accept(Visitor<E, R> visitor) {
        return visitor.related(this);
    }

    /**
     * Rows are not related any more. Those that are not related are left alone.
     *
     * @param relation the relation
     * @param rows which rows
     */
    record Disconnect<E, C>(Relation<E, C> relation, List<KeyMatch<C>> rows) implements RelatedChange<E, C> {

        /** Keeps its own copy. */
        public Disconnect {
            rows = List.copyOf(rows);
        }

        @Override
        public <R extends @Nullable Object> R accept(RelatedVisitor<E, C, R> visitor) {
            return visitor.disconnect(this);
        }
    }

    /**
     * These rows are related, and no others.
     *
     * @param relation the relation
     * @param rows which rows
     */
    record Replace<E, C>(Relation<E, C> relation, List<KeyMatch<C>> rows) implements RelatedChange<E, C> {

        /** Keeps its own copy. */
        public Replace {
            rows = List.copyOf(rows);
        }

        @Override
        public <R extends @Nullable Object> R accept(RelatedVisitor<E, C, R> visitor) {
            return visitor.replace(this);
        }
    }

    /**
     * A related row is changed, which has to be there.
     *
     * @param relation the relation
     * @param row which row
     * @param changes what is done with it
     */
    record Update<E, C>(Relation<E, C> relation, KeyMatch<C> row, List<Change<C>> changes)
            implements RelatedChange<E, C> {

        /** Keeps its own copy. */
        public Update {
            changes = List.copyOf(changes);
        }

        @Override
        public <R extends @Nullable Object> R accept(RelatedVisitor<E, C, R> visitor) {
            return visitor.update(this);
        }
    }

    /**
     * All related rows for which a condition holds are changed.
     *
     * @param relation the relation
     * @param where which rows
     * @param assignments their new values
     */
    record UpdateAll<E, C>(Relation<E, C> relation, Condition<C> where, List<Assignment<C>> assignments)
            implements RelatedChange<E, C> {

        /** Keeps its own copy. */
        public UpdateAll {
            assignments = List.copyOf(assignments);
        }

        @Override
        public <R extends @Nullable Object> R accept(RelatedVisitor<E, C, R> visitor) {
            return visitor.updateAll(this);
        }
    }

    /**
     * A related row is changed, or created where there is none.
     *
     * @param relation the relation
     * @param row which row
     * @param draft the new row
     * @param changes what is done with the one that is there
     */
    record Upsert<E, C>(Relation<E, C> relation, KeyMatch<C> row, Draft<C> draft, List<Change<C>> changes)
            implements RelatedChange<E, C> {

        /** Keeps its own copy. */
        public Upsert {
            changes = List.copyOf(changes);
        }

        @Override
        public <R extends @Nullable Object> R accept(RelatedVisitor<E, C, R> visitor) {
            return visitor.upsert(this);
        }
    }

    /**
     * Related rows are removed, which have to be there.
     *
     * @param relation the relation
     * @param rows which rows
     */
    record Delete<E, C>(Relation<E, C> relation, List<KeyMatch<C>> rows) implements RelatedChange<E, C> {

        /** Keeps its own copy. */
        public Delete {
            rows = List.copyOf(rows);
        }

        @Override
        public <R extends @Nullable Object> R accept(RelatedVisitor<E, C, R> visitor) {
            return visitor.delete(this);
        }
    }

    /**
     * All related rows for which a condition holds are removed.
     *
     * @param relation the relation
     * @param where which rows
     */
    record DeleteAll<E, C>(Relation<E, C> relation, Condition<C> where) implements RelatedChange<E, C> {

        @Override
        public <R extends @Nullable Object> R accept(RelatedVisitor<E, C, R> visitor) {
            return visitor.deleteAll(this);
        }
    }

    /** One case for each kind of change of related rows. */
    interface RelatedVisitor<E, C, R extends @Nullable Object> {
        /** New rows. */
        R create(Attachment.Create<E, C> change);

        /** Rows that are there become related. */
        R connect(Attachment.Connect<E, C> change);

        /** A row becomes related, and is created where there is none. */
        R connectOrCreate(Attachment.ConnectOrCreate<E, C> change);

        /** Rows are not related any more. */
        R disconnect(Disconnect<E, C> change);

        /** These rows are related, and no others. */
        R replace(Replace<E, C> change);

        /** A related row is changed. */
        R update(Update<E, C> change);

        /** Related rows are changed. */
        R updateAll(UpdateAll<E, C> change);

        /** A related row is changed or created. */
        R upsert(Upsert<E, C> change);

        /** Related rows are removed. */
        R delete(Delete<E, C> change);

        /** Related rows are removed. */
        R deleteAll(DeleteAll<E, C> change);
    }
}
