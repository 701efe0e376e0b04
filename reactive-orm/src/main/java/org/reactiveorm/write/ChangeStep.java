package org.reactiveorm.write;

import java.util.List;
import java.util.Optional;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Relation;
import org.reactiveorm.model.ToManyThrough;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.KeyMatch;
import org.reactiveorm.write.InsertStep.NewRow;
import org.reactiveorm.write.InsertStep.RowLink;

/** A step that finds, changes or removes rows that are there. Rows that an earlier step did not find are left out. */
sealed interface ChangeStep extends WriteStep {

    /** Answers by kind of step. */
    <R> R accept(ChangeStep.Visitor<R> visitor);

    @Override
    default <R> R accept(WriteStep.Visitor<R> visitor) {
        return accept((ChangeStep.Visitor<R>) visitor);
    }

    @Override
    default int size() {
        return 0;
    }

    @Override
    default Optional<InsertStep> insertion() {
        return Optional.empty();
    }

    /**
     * Rows that the caller's own statement found before the plan was made.
     *
     * @param entity the entity
     * @param count how many
     */
    record GivenRows<E>(EntityModel<E> entity, int count) implements ChangeStep {
        @Override
        public int size() {
            return count;
        }

        @Override
        public <R> R accept(ChangeStep.Visitor<R> visitor) {
            return visitor.givenRows(this);
        }
    }

    /**
     * Rows with these keys.
     *
     * @param relation the relation that the caller names them for
     * @param matches the keys, all of the same columns
     * @param premises what it depends on whether each is looked for
     * @param absence what is done without one
     */
    record FindRows<E>(Relation<?, E> relation, List<KeyMatch<E>> matches, List<Premise> premises, Absence absence)
            implements ChangeStep {
        public FindRows {
            matches = List.copyOf(matches);
            premises = List.copyOf(premises);
        }

        @Override
        public int size() {
            return matches.size();
        }

        @Override
        public <R> R accept(ChangeStep.Visitor<R> visitor) {
            return visitor.findRows(this);
        }
    }

    /**
     * New rows, but for those whose key is there already, also if it was made in the meantime.
     *
     * @param entity the entity
     * @param matches the keys of the rows, all of the same columns
     * @param rows the rows
     */
    record InsertMissing<E>(EntityModel<E> entity, List<KeyMatch<E>> matches, List<NewRow<E>> rows)
            implements ChangeStep {
        public InsertMissing {
            matches = List.copyOf(matches);
            rows = List.copyOf(rows);
        }

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public <R> R accept(ChangeStep.Visitor<R> visitor) {
            return visitor.insertMissing(this);
        }
    }

    /**
     * Rows that were found, or else made, or else made by others in the meantime.
     *
     * @param relation the relation that the caller names them for
     * @param matches their keys
     * @param found where they were looked for, one for each key
     * @param made where they were made, one for each key
     * @param premises what it depends on whether each is looked for
     */
    record SettledRows<E>(
            Relation<?, E> relation,
            List<KeyMatch<E>> matches,
            List<RowId> found,
            List<RowId> made,
            List<Premise> premises)
            implements ChangeStep {
        public SettledRows {
            matches = List.copyOf(matches);
            premises = List.copyOf(premises);
            found = List.copyOf(found);
            made = List.copyOf(made);
        }

        @Override
        public int size() {
            return matches.size();
        }

        @Override
        public <R> R accept(ChangeStep.Visitor<R> visitor) {
            return visitor.settledRows(this);
        }
    }

    /**
     * Rows of an earlier step change.
     *
     * @param entity the entity
     * @param rows the rows
     */
    record UpdateRows<E>(EntityModel<E> entity, List<ChangedRow<E>> rows) implements ChangeStep {
        public UpdateRows {
            rows = List.copyOf(rows);
        }

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public <R> R accept(ChangeStep.Visitor<R> visitor) {
            return visitor.updateRows(this);
        }
    }

    /**
     * Related rows change; without assignments they are only kept from being changed by others.
     *
     * @param relation the relation
     * @param rows the rows
     * @param absence what is done where one is not related
     */
    record ChangeRelated<E, C>(Relation<E, C> relation, List<RelatedRow<C>> rows, Absence absence)
            implements ChangeStep {
        public ChangeRelated {
            rows = List.copyOf(rows);
        }

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public <R> R accept(ChangeStep.Visitor<R> visitor) {
            return visitor.changeRelated(this);
        }
    }

    /**
     * All related rows for which a condition holds change.
     *
     * @param relation the relation
     * @param parents whose related rows
     * @param where which of them
     * @param assignments their new values
     */
    record ChangeAll<E, C>(
            Relation<E, C> relation, List<RowId> parents, Condition<C> where, List<Assignment<C>> assignments)
            implements ChangeStep {
        public ChangeAll {
            parents = List.copyOf(parents);
            assignments = List.copyOf(assignments);
        }

        @Override
        public <R> R accept(ChangeStep.Visitor<R> visitor) {
            return visitor.changeAll(this);
        }
    }

    /**
     * All related rows change, but for those that are kept.
     *
     * @param relation the relation
     * @param parents whose related rows
     * @param kept which of them stay as they are
     * @param assignments the new values of the others
     */
    record ChangeOthers<E, C>(
            Relation<E, C> relation, List<RowId> parents, List<Chosen<C>> kept, List<Assignment<C>> assignments)
            implements ChangeStep {
        public ChangeOthers {
            parents = List.copyOf(parents);
            kept = List.copyOf(kept);
            assignments = List.copyOf(assignments);
        }

        @Override
        public <R> R accept(ChangeStep.Visitor<R> visitor) {
            return visitor.changeOthers(this);
        }
    }

    /**
     * The whole call fails if rows are related that are not kept: they cannot be without these parents.
     *
     * @param relation the relation
     * @param parents whose related rows
     * @param kept which of them may be there
     */
    record RefuseOthers<E, C>(Relation<E, C> relation, List<RowId> parents, List<Chosen<C>> kept)
            implements ChangeStep {
        public RefuseOthers {
            parents = List.copyOf(parents);
            kept = List.copyOf(kept);
        }

        @Override
        public <R> R accept(ChangeStep.Visitor<R> visitor) {
            return visitor.refuseOthers(this);
        }
    }

    /**
     * Rows become related: their foreign keys take the parents' keys.
     *
     * @param relation the relation
     * @param rows the rows, whatever they were related to before
     * @param assignments what every update makes
     */
    record AttachRows<E, C>(Relation<E, C> relation, List<Attached<C>> rows, List<Assignment<C>> assignments)
            implements ChangeStep {
        public AttachRows {
            rows = List.copyOf(rows);
            assignments = List.copyOf(assignments);
        }

        @Override
        public <R> R accept(ChangeStep.Visitor<R> visitor) {
            return visitor.attachRows(this);
        }
    }

    /**
     * Related rows are removed; the whole call fails without one.
     *
     * @param relation the relation
     * @param rows the rows
     * @param marks what is assigned instead of removing them; none: they are removed
     */
    record DeleteRelated<E, C>(Relation<E, C> relation, List<Chosen<C>> rows, List<Assignment<C>> marks)
            implements ChangeStep {
        public DeleteRelated {
            rows = List.copyOf(rows);
            marks = List.copyOf(marks);
        }

        @Override
        public <R> R accept(ChangeStep.Visitor<R> visitor) {
            return visitor.deleteRelated(this);
        }
    }

    /**
     * All related rows for which a condition holds are removed.
     *
     * @param relation the relation
     * @param parents whose related rows
     * @param where which of them
     * @param marks what is assigned instead of removing them; none: they are removed
     */
    record DeleteAll<E, C>(Relation<E, C> relation, List<RowId> parents, Condition<C> where, List<Assignment<C>> marks)
            implements ChangeStep {
        public DeleteAll {
            parents = List.copyOf(parents);
            marks = List.copyOf(marks);
        }

        @Override
        public <R> R accept(ChangeStep.Visitor<R> visitor) {
            return visitor.deleteAll(this);
        }
    }

    /**
     * Rows of a join table are removed.
     *
     * @param relation the relation
     * @param links which rows
     */
    record UnlinkRows<E, C>(ToManyThrough<E, C> relation, List<RowLink> links) implements ChangeStep {
        public UnlinkRows {
            links = List.copyOf(links);
        }

        @Override
        public <R> R accept(ChangeStep.Visitor<R> visitor) {
            return visitor.unlinkRows(this);
        }
    }

    /**
     * All of the parents' rows of a join table are removed, but for those that are kept.
     *
     * @param relation the relation
     * @param parents whose rows
     * @param kept which of them stay
     */
    record UnlinkOthers<E, C>(ToManyThrough<E, C> relation, List<RowId> parents, List<RowLink> kept)
            implements ChangeStep {
        public UnlinkOthers {
            parents = List.copyOf(parents);
            kept = List.copyOf(kept);
        }

        @Override
        public <R> R accept(ChangeStep.Visitor<R> visitor) {
            return visitor.unlinkOthers(this);
        }
    }

    /** One case for each kind of step on rows that are there. */
    interface Visitor<R> {
        <E> R givenRows(GivenRows<E> step);

        <E> R findRows(FindRows<E> step);

        <E> R insertMissing(InsertMissing<E> step);

        <E> R settledRows(SettledRows<E> step);

        <E> R updateRows(UpdateRows<E> step);

        <E, C> R changeRelated(ChangeRelated<E, C> step);

        <E, C> R changeAll(ChangeAll<E, C> step);

        <E, C> R changeOthers(ChangeOthers<E, C> step);

        <E, C> R refuseOthers(RefuseOthers<E, C> step);

        <E, C> R attachRows(AttachRows<E, C> step);

        <E, C> R deleteRelated(DeleteRelated<E, C> step);

        <E, C> R deleteAll(DeleteAll<E, C> step);

        <E, C> R unlinkRows(UnlinkRows<E, C> step);

        <E, C> R unlinkOthers(UnlinkOthers<E, C> step);
    }
}
