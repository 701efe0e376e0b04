package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.InverseToOne;
import org.reactiveorm.model.Relation;
import org.reactiveorm.model.ToMany;
import org.reactiveorm.model.ToManyThrough;
import org.reactiveorm.model.ToOne;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.KeyMatch;
import org.reactiveorm.query.RelatedChange;
import org.reactiveorm.write.ChangeStep.ChangeAll;
import org.reactiveorm.write.RelatedUpdates.NewRelated;
import org.reactiveorm.write.WriteStep.RowId;

/** Plans what is done by one relation whose foreign key is not in the parents. */
final class RelatedPlanner<E, C> {

    /** What is done for all relations before the next of it is done for any. */
    enum Phase {
        REMOVALS,
        CHANGES,
        ADDITIONS
    }

    /** Whether parents can have related rows already. */
    enum Parents {
        NEW,
        EXISTING
    }

    /**
     * What is wanted for a parent.
     *
     * @param parent the parent
     * @param premise what it depends on
     * @param what the change
     */
    record Wanted<T>(RowId parent, Premise premise, T what) {}

    private final WritePlanner planner;
    private final Relation<E, C> relation;
    private final Links<E, C> links;
    private final RelatedUpdates<E, C> updates;
    private final @Nullable KeyLinks<E, C> onlyLinks;
    private final Set<RowId> decided = new HashSet<>();
    private final Set<RowId> replaced = new LinkedHashSet<>();
    private final List<Chosen<C>> kept = new ArrayList<>();
    private final List<Chosen<C>> disconnected = new ArrayList<>();
    private final List<Chosen<C>> deleted = new ArrayList<>();
    private final List<Wanted<RelatedChange.DeleteAll<E, C>>> deletions = new ArrayList<>();
    private final List<Wanted<RelatedChange.UpdateAll<E, C>>> changes = new ArrayList<>();
    private final List<Chosen<C>> connected = new ArrayList<>();
    private final List<Wanted<Attachment.ConnectOrCreate<E, C>>> settled = new ArrayList<>();
    private final List<NewRelated<C>> upserted = new ArrayList<>();
    private final List<NewRelated<C>> created = new ArrayList<>();

    RelatedPlanner(WritePlanner planner, Relation<E, C> relation) {
        this.planner = planner;
        this.relation = relation;
        this.updates = new RelatedUpdates<>(planner, relation);
        this.links = relation.accept(new LinksOf<>(planner));
        this.onlyLinks = relation.isToOne() ? new KeyLinks<>(planner, relation) : null;
    }

    /** Takes a change of a parent's related rows. */
    void collect(RowId parent, Premise premise, RelatedChange<E, ?> change) {
        same(change).accept(new Collector(parent, premise));
    }

    @SuppressWarnings("unchecked") // there is a planner for each relation
    private RelatedChange<E, C> same(RelatedChange<E, ?> change) {
        return (RelatedChange<E, C>) change;
    }

    void plan(Phase phase, Parents parents) {
        switch (phase) {
            case REMOVALS -> remove();
            case CHANGES -> change();
            case ADDITIONS -> add(parents);
        }
    }

    private void remove() {
        if (!replaced.isEmpty()) {
            links.disconnectOthers(List.copyOf(replaced), kept);
        }
        if (!disconnected.isEmpty()) {
            links.disconnect(disconnected);
        }
        if (!deleted.isEmpty()) {
            updates.delete(deleted);
        }
        SameForParents.of(deletions, RelatedChange.DeleteAll::where)
                .forEach(same -> updates.deleteAll(same.parents(), same.what().where()));
    }

    private void change() {
        updates.plan();
        SameForParents.of(changes, change -> List.of(change.where(), change.assignments()))
                .forEach(same -> planner.add(new ChangeAll<>(
                        relation,
                        same.parents(),
                        same.what().where(),
                        planner.touching(
                                relation.target(),
                                Assignment.combined(
                                        relation.target(), same.what().assignments())))));
        upserted.addAll(updates.planUpserts());
    }

    private void add(Parents parents) {
        connected.addAll(0, kept);
        if (onlyLinks != null && parents == Parents.EXISTING) {
            makeRoom(onlyLinks);
        }
        if (!connected.isEmpty()) {
            links.connect(connected);
        }
        if (!settled.isEmpty()) {
            links.connectOrCreate(settled);
        }
        List<NewRelated<C>> made = new ArrayList<>(upserted);
        made.addAll(created);
        if (!made.isEmpty()) {
            links.create(made);
        }
    }

    /** A row that is created by an upsert finds no other by its own condition. */
    private void makeRoom(KeyLinks<E, C> only) {
        List<Chosen<C>> stay = new ArrayList<>(connected);
        settled.forEach(each -> stay.add(new Chosen<>(each.parent(), each.what().row())));
        List<RowId> parents = new ArrayList<>(stay.stream().map(Chosen::parent).toList());
        created.forEach(each -> parents.add(each.parent()));
        if (!parents.isEmpty()) {
            only.makeRoom(parents, stay);
        }
    }

    private record LinksOf<E, C>(WritePlanner planner) implements Relation.Visitor<E, C, Links<E, C>> {

        @Override
        public Links<E, C> toOne(ToOne<E, C> relation) {
            throw new IllegalStateException("The foreign key is in the rows themselves");
        }

        @Override
        public Links<E, C> inverseToOne(InverseToOne<E, C> relation) {
            return new KeyLinks<>(planner, relation);
        }

        @Override
        public Links<E, C> toMany(ToMany<E, C> relation) {
            return new KeyLinks<>(planner, relation);
        }

        @Override
        public Links<E, C> manyToMany(ToManyThrough<E, C> relation) {
            return new JoinLinks<>(planner, relation);
        }
    }

    /** Sorts the changes of one parent's related rows. */
    private final class Collector implements RelatedChange.RelatedVisitor<E, C, @Nullable Void> {

        private final RowId parent;
        private final Premise premise;

        Collector(RowId parent, Premise premise) {
            this.parent = parent;
            this.premise = premise;
        }

        private <T> Wanted<T> wanted(T what) {
            return new Wanted<>(parent, premise, what);
        }

        private void decide(int rows) {
            if (onlyLinks != null && rows > 0 && (!decided.add(parent) || rows > 1)) {
                throw ForeignKeyPlanner.tooMany(relation, Math.max(rows, 2));
            }
        }

        private Chosen<C> related(KeyMatch<C> match) {
            return new Chosen<>(parent, match);
        }

        @Override
        public @Nullable Void create(Attachment.Create<E, C> change) {
            decide(change.drafts().size());
            change.drafts().forEach(draft -> created.add(new NewRelated<>(parent, new PendingRow<>(draft, premise))));
            return null;
        }

        @Override
        public @Nullable Void connect(Attachment.Connect<E, C> change) {
            decide(change.rows().size());
            change.rows().forEach(match -> connected.add(related(match)));
            return null;
        }

        @Override
        public @Nullable Void connectOrCreate(Attachment.ConnectOrCreate<E, C> change) {
            decide(1);
            settled.add(wanted(change));
            return null;
        }

        @Override
        public @Nullable Void disconnect(RelatedChange.Disconnect<E, C> change) {
            change.rows().forEach(match -> disconnected.add(related(match)));
            return null;
        }

        @Override
        public @Nullable Void replace(RelatedChange.Replace<E, C> change) {
            decide(1);
            if (replaced.contains(parent)) {
                throw new InvalidQueryException(
                        "%s.%s is set twice. Give all that is to be related to one %s in one set(…)."
                                .formatted(relation.owner(), relation.name(), relation.owner()),
                        ErrorContext.of(relation.owner()).withProperties(List.of(relation.name())));
            }
            replaced.add(parent);
            change.rows().forEach(match -> kept.add(related(match)));
            return null;
        }

        @Override
        public @Nullable Void update(RelatedChange.Update<E, C> change) {
            updates.update(related(change.row()), change.changes());
            return null;
        }

        @Override
        public @Nullable Void updateAll(RelatedChange.UpdateAll<E, C> change) {
            if (!change.assignments().isEmpty()) {
                changes.add(wanted(change));
            }
            return null;
        }

        @Override
        public @Nullable Void upsert(RelatedChange.Upsert<E, C> change) {
            decide(1);
            updates.upsert(related(change.row()), change);
            return null;
        }

        @Override
        public @Nullable Void delete(RelatedChange.Delete<E, C> change) {
            change.rows().forEach(match -> deleted.add(related(match)));
            return null;
        }

        @Override
        public @Nullable Void deleteAll(RelatedChange.DeleteAll<E, C> change) {
            deletions.add(wanted(change));
            return null;
        }
    }
}
