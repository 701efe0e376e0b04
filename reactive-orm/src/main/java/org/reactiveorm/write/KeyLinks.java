package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.KeyMatch;
import org.reactiveorm.query.Literal;
import org.reactiveorm.write.ChangeStep.AttachRows;
import org.reactiveorm.write.ChangeStep.ChangeOthers;
import org.reactiveorm.write.ChangeStep.ChangeRelated;
import org.reactiveorm.write.ChangeStep.RefuseOthers;
import org.reactiveorm.write.InsertStep.KeyReference;
import org.reactiveorm.write.RelatedPlanner.Wanted;
import org.reactiveorm.write.RelatedUpdates.NewRelated;
import org.reactiveorm.write.WriteStep.RowId;

/**
 * Relates rows by their own foreign keys.
 *
 * @param planner what the steps are added to
 * @param relation the relation
 * @param <E> the parents
 * @param <C> the related rows
 */
record KeyLinks<E, C>(WritePlanner planner, Relation<E, C> relation) implements Links<E, C> {

    private EntityModel<C> entity() {
        return relation.target();
    }

    private List<Property<C, ?>> key() {
        return relation.link().targetKey();
    }

    private boolean isOptional() {
        return key().stream().anyMatch(Property::isNullable);
    }

    /** No parent, and what every update makes. */
    private List<Assignment<C>> detachment() {
        List<Assignment<C>> assignments = new ArrayList<>();
        for (Property<C, ?> property : key()) {
            if (property.isNullable()) {
                assignments.add(new Assignment<>(property, new Literal<>(property.type(), null)));
            }
        }
        if (assignments.isEmpty()) {
            throw new InvalidQueryException(
                    "Rows of %s.%s cannot be without their %s. Delete them, or connect them elsewhere."
                            .formatted(relation.owner(), relation.name(), relation.owner()),
                    ErrorContext.of(relation.owner()).withProperties(List.of(relation.name())));
        }
        return planner.touching(entity(), assignments);
    }

    @Override
    public void disconnect(List<Chosen<C>> rows) {
        List<Assignment<C>> detachment = detachment();
        planner.add(new ChangeRelated<>(
                relation,
                rows.stream().map(row -> new RelatedRow<>(row, detachment)).toList(),
                Absence.IS_FINE));
    }

    @Override
    public void disconnectOthers(List<RowId> parents, List<Chosen<C>> kept) {
        planner.add(new ChangeOthers<>(relation, parents, kept, List.of(), detachment()));
    }

    /** Makes room for the one row that a parent may have. */
    void makeRoom(List<RowId> parents, List<Chosen<C>> kept) {
        if (isOptional()) {
            disconnectOthers(parents, kept);
        } else {
            planner.add(new RefuseOthers<>(relation, parents, kept));
        }
    }

    /** The same for rows that take its place by a key of their own. Where it cannot be without, the unique key refuses them. */
    void makeRoomFor(List<Successor> successors) {
        if (isOptional()) {
            planner.add(new ChangeOthers<>(relation, List.of(), List.of(), successors, detachment()));
        }
    }

    @Override
    public void connect(List<Chosen<C>> rows) {
        attach(rows.stream().map(row -> new Attached<>(row, null)).toList());
    }

    /** A row has one parent: it is an error to give it two. */
    private void attach(List<Attached<C>> rows) {
        Map<List<Property<C, ?>>, List<Attached<C>>> byColumns = new LinkedHashMap<>();
        Map<KeyIdentity, RowId> parents = new HashMap<>();
        for (Attached<C> each : rows) {
            KeyMatch<C> match = each.row().match();
            RowId other = parents.putIfAbsent(
                    new KeyIdentity(match.properties(), RowLookup.comparable(match)),
                    each.row().parent());
            if (other == null) {
                byColumns
                        .computeIfAbsent(match.properties(), unseen -> new ArrayList<>())
                        .add(each);
            } else if (!other.equals(each.row().parent())) {
                throw new InvalidQueryException(
                        "One %s is connected to two rows by %s.%s, but it can have only one %s."
                                .formatted(entity().name(), relation.owner(), relation.name(), relation.owner()),
                        ErrorContext.of(entity().name()).withProperties(List.of(relation.name())));
            }
        }
        List<Assignment<C>> touches = planner.touches(entity());
        byColumns.values().forEach(same -> planner.add(new AttachRows<>(relation, same, touches)));
    }

    /** Which row is meant. */
    private record KeyIdentity(List<?> columns, Object values) {}

    @Override
    public void connectOrCreate(List<Wanted<Attachment.ConnectOrCreate<E, C>>> rows) {
        List<KeyMatch<C>> matches = rows.stream().map(each -> each.what().row()).toList();
        RowLookup<C> lookup = new RowLookup<>(planner, relation);
        List<RowId> made = lookup.findOrMake(
                        matches,
                        i -> child(new NewRelated<>(
                                rows.get(i).parent(),
                                new PendingRow<>(
                                        rows.get(i).what().draft(), rows.get(i).premise()))))
                .made();
        List<Attached<C>> attached = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            attached.add(new Attached<>(new Chosen<>(rows.get(i).parent(), matches.get(i)), made.get(i)));
        }
        attach(attached);
    }

    @Override
    public void create(List<NewRelated<C>> rows) {
        List<PendingRow<C>> children = new ArrayList<>(rows.size());
        rows.forEach(row -> children.add(child(row)));
        planner.insert(entity(), children);
    }

    private PendingRow<C> child(NewRelated<C> row) {
        row.row().take(new KeyReference<>(key(), row.parent(), relation.sourceKey()));
        return row.row();
    }
}
