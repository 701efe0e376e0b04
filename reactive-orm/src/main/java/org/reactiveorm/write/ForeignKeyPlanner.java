package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.KeyMatch;
import org.reactiveorm.query.RelatedChange;
import org.reactiveorm.write.InsertStep.KeyReference;
import org.reactiveorm.write.WriteStep.RowId;

/** Plans what is done by one relation whose foreign key is in the rows themselves. */
final class ForeignKeyPlanner<E, C> {

    private final WritePlanner planner;
    private final Relation<E, C> relation;
    private final RowLookup<C> lookup;
    private final RelatedUpdates<E, C> updates;
    private final Set<Referring<E>> decided = new HashSet<>();
    private final List<Wanted<E, Draft<C>>> creations = new ArrayList<>();
    private final List<Wanted<E, KeyMatch<C>>> connections = new ArrayList<>();
    private final List<Wanted<E, Attachment.ConnectOrCreate<E, C>>> settlements = new ArrayList<>();
    private final List<Referring<E>> upserts = new ArrayList<>();
    private final List<Chosen<C>> deletions = new ArrayList<>();

    ForeignKeyPlanner(WritePlanner planner, Relation<E, C> relation) {
        this.planner = planner;
        this.relation = relation;
        this.lookup = new RowLookup<>(planner, relation);
        this.updates = new RelatedUpdates<>(planner, relation);
    }

    /** What is wanted for a row. */
    private record Wanted<E, T>(Referring<E> row, T what) {}

    /** Takes a change of a row. */
    void collect(Referring<E> row, RelatedChange<E, ?> change) {
        same(change).accept(new Collector(row));
    }

    @SuppressWarnings("unchecked") // there is a planner for each relation
    private RelatedChange<E, C> same(RelatedChange<E, ?> change) {
        return (RelatedChange<E, C>) change;
    }

    /** Plans what the rows refer to, and tells them which keys to take. */
    void planBefore() {
        updates.plan();
        List<Referring<E>> referring = new ArrayList<>(upserts);
        List<PendingRow<C>> rows = new ArrayList<>();
        updates.planUpserts().forEach(each -> rows.add(each.row()));
        for (Wanted<E, Draft<C>> each : creations) {
            referring.add(each.row());
            rows.add(new PendingRow<>(each.what(), each.row().premise()));
        }
        if (!rows.isEmpty()) {
            int step = planner.insert(relation.target(), rows);
            for (int i = 0; i < rows.size(); i++) {
                refer(referring.get(i), new RowId(step, i));
            }
        }
        planFound();
    }

    private void planFound() {
        if (!connections.isEmpty()) {
            planner.connected(Connection.of(relation));
        }
        List<RowId> found = lookup.find(
                connections.stream().map(Wanted::what).toList(),
                connections.stream().map(each -> each.row().premise()).toList(),
                Absence.FAILS);
        List<Successor> successors = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            successors.add(refer(connections.get(i).row(), found.get(i)));
        }
        List<RowId> settled = lookup.findOrMake(
                        settlements.stream().map(each -> each.what().row()).toList(),
                        i -> new PendingRow<>(
                                settlements.get(i).what().draft(),
                                settlements.get(i).row().premise()))
                .settled();
        for (int i = 0; i < settled.size(); i++) {
            successors.add(refer(settlements.get(i).row(), settled.get(i)));
        }
        Relation<C, E> back = oneToOne();
        if (back != null && !successors.isEmpty()) {
            new KeyLinks<>(planner, back).makeRoomFor(successors);
        }
    }

    private Successor refer(Referring<E> row, RowId to) {
        row.take(new KeyReference<>(relation.sourceKey(), to, relation.link().targetKey()));
        return new Successor(to, row.place(), row.premise());
    }

    /** The same relation seen from the other side, if one is declared there that has one row at most. */
    @SuppressWarnings("unchecked") // these columns are of one entity
    private @Nullable Relation<C, E> oneToOne() {
        for (Relation<C, ?> other : relation.target().relations()) {
            if (other.isToOne()
                    && !other.hasForeignKey()
                    && other.link().targetKey().equals(relation.sourceKey())) {
                return (Relation<C, E>) other;
            }
        }
        return null;
    }

    /** Plans what can be done when the rows do not refer to it any more. */
    void planAfter() {
        if (!deletions.isEmpty()) {
            updates.delete(deletions);
        }
    }

    /** Sorts the changes of one row. */
    private final class Collector implements RelatedChange.RelatedVisitor<E, C, @Nullable Void> {

        private final Referring<E> row;

        Collector(Referring<E> row) {
            this.row = row;
        }

        private void decide(int rows) {
            if (!decided.add(row) || rows > 1) {
                throw tooMany(relation, Math.max(rows, 2));
            }
        }

        private Chosen<C> related(KeyMatch<C> match) {
            RowId place = row.place();
            if (place == null) {
                throw new IllegalStateException("A new row has no related rows");
            }
            return new Chosen<>(place, match);
        }

        @Override
        public @Nullable Void create(Attachment.Create<E, C> change) {
            if (!change.drafts().isEmpty()) {
                decide(change.drafts().size());
                creations.add(new Wanted<>(row, change.drafts().get(0)));
            }
            return null;
        }

        @Override
        public @Nullable Void connect(Attachment.Connect<E, C> change) {
            if (!change.rows().isEmpty()) {
                decide(change.rows().size());
                connections.add(new Wanted<>(row, change.rows().get(0)));
            }
            return null;
        }

        @Override
        public @Nullable Void connectOrCreate(Attachment.ConnectOrCreate<E, C> change) {
            decide(1);
            settlements.add(new Wanted<>(row, change));
            return null;
        }

        @Override
        public @Nullable Void disconnect(RelatedChange.Disconnect<E, C> change) {
            throw new IllegalStateException("A to-one relation is disconnected as a whole");
        }

        @Override
        public @Nullable Void replace(RelatedChange.Replace<E, C> change) {
            decide(1);
            clear();
            return null;
        }

        private void clear() {
            List<Property<E, ?>> key = relation.sourceKey();
            if (key.stream().noneMatch(Property::isNullable)) {
                throw required(relation);
            }
            row.clear(key);
        }

        @Override
        public @Nullable Void update(RelatedChange.Update<E, C> change) {
            updates.update(related(change.row()), change.changes());
            return null;
        }

        @Override
        public @Nullable Void updateAll(RelatedChange.UpdateAll<E, C> change) {
            throw new IllegalStateException("A to-one relation has no updateAll");
        }

        @Override
        public @Nullable Void upsert(RelatedChange.Upsert<E, C> change) {
            decide(1);
            updates.upsert(related(change.row()), change);
            upserts.add(row);
            return null;
        }

        @Override
        public @Nullable Void delete(RelatedChange.Delete<E, C> change) {
            decide(1);
            clear();
            change.rows().forEach(match -> deletions.add(related(match)));
            return null;
        }

        @Override
        public @Nullable Void deleteAll(RelatedChange.DeleteAll<E, C> change) {
            throw new IllegalStateException("A to-one relation has no deleteAll");
        }
    }

    static InvalidQueryException tooMany(Relation<?, ?> relation, int rows) {
        return new InvalidQueryException(
                "%s.%s is a to-one relation, but %d entities were given for it."
                        .formatted(relation.owner(), relation.name(), rows),
                ErrorContext.of(relation.owner()));
    }

    static InvalidQueryException required(Relation<?, ?> relation) {
        return new InvalidQueryException(
                "%s.%s is required and cannot be taken away. Connect another row instead."
                        .formatted(relation.owner(), relation.name()),
                ErrorContext.of(relation.owner()).withProperties(List.of(relation.name())));
    }
}
