package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.sql.InsertBatch;
import org.reactiveorm.sql.InsertGraph;
import org.reactiveorm.sql.InsertNode;
import org.reactiveorm.sql.InsertNode.Given;
import org.reactiveorm.sql.InsertNode.Reference;
import org.reactiveorm.sql.InsertNode.Taken;
import org.reactiveorm.write.WriteStep.InsertRows;
import org.reactiveorm.write.WriteStep.KeyReference;
import org.reactiveorm.write.WriteStep.LinkRows;
import org.reactiveorm.write.WriteStep.NewRow;
import org.reactiveorm.write.WriteStep.RowId;
import org.reactiveorm.write.WriteStep.RowLink;

/**
 * Makes one statement of a plan. Rows of a step that give different columns, or whose parents are made by different inserts,
 * are inserts of their own. Keys that are known are handed down here; a key that the database makes is taken from the new
 * row within the statement.
 */
final class InsertGraphBuilder implements WriteStep.Visitor<InsertGraphBuilder.Placed<?>> {

    /** Some ways to leave optional columns out are one statement, a table full of them is not: its text would have no end. */
    private static final int MOST_NODES = 64;

    private final List<InsertNode> nodes = new ArrayList<>();
    private final List<Placed<?>> steps = new ArrayList<>();

    private InsertGraphBuilder() {}

    /** The statement that answers the plan's root; empty where rows differ so much that one would be too long. */
    static <R> Optional<GraphInsertion<R>> build(WritePlan<R> plan) {
        InsertGraphBuilder builder = new InsertGraphBuilder();
        for (WriteStep step : plan.steps()) {
            builder.steps.add(step.accept(builder));
            if (builder.nodes.size() > MOST_NODES) {
                return Optional.empty();
            }
        }
        return Optional.of(builder.answering(plan.root()));
    }

    @SuppressWarnings("unchecked") // the plan's root step inserts the caller's entities
    private <R> GraphInsertion<R> answering(int root) {
        Placed<R> placed = (Placed<R>) steps.get(root);
        List<Integer> roots = new ArrayList<>();
        for (int i = 0; i < placed.batches().size(); i++) {
            roots.add(placed.firstNode() + i);
        }
        EntityModel<R> entity = placed.batches().get(0).entity();
        return new GraphInsertion<>(new InsertGraph<>(nodes, roots, entity), placed.batches(), placed.groups());
    }

    /**
     * Where the rows of a step are.
     *
     * @param groups the rows, a group for each insert, with the values that are known
     * @param batches the same inserts
     * @param firstNode the index of the first of these inserts; the others follow
     * @param <E> the entity
     */
    record Placed<E>(Groups<NewRow<E>> groups, List<InsertBatch<E>> batches, int firstNode) {

        /** A step that makes no entities. */
        static Placed<?> nothing() {
            return new Placed<>(Groups.of(List.of(), (a, b) -> true), List.of(), 0);
        }

        int nodeOf(int row) {
            return firstNode + groups.groupOf(row);
        }

        RowValues<E> values(int row) {
            return batches.get(groups.groupOf(row)).rows().get(groups.positionOf(row));
        }
    }

    @Override
    public <E> Placed<E> insertRows(InsertRows<E> step) {
        List<NewRow<E>> rows = new ArrayList<>(step.rows().size());
        step.rows().forEach(row -> rows.add(known(row)));
        Groups<NewRow<E>> groups = Groups.of(rows, this::areAlike);
        List<InsertBatch<E>> batches = new ArrayList<>(groups.all().size());
        int firstNode = nodes.size();
        for (List<NewRow<E>> group : groups.all()) {
            InsertBatch<E> batch = InsertBatch.of(
                    step.entity(), group.stream().map(NewRow::values).toList());
            batches.add(batch);
            nodes.add(InsertNode.of(batch, List.copyOf(taken(group))));
        }
        return new Placed<>(groups, batches, firstNode);
    }

    private <E> boolean areAlike(NewRow<E> row, NewRow<E> other) {
        if (row.references().size() != other.references().size()
                || !row.values().hasSameColumns(other.values())) {
            return false;
        }
        for (int i = 0; i < row.references().size(); i++) {
            KeyReference<E, ?> a = row.references().get(i);
            KeyReference<E, ?> b = other.references().get(i);
            if (nodeOf(a.row()) != nodeOf(b.row()) || !a.key().equals(b.key())) {
                return false;
            }
        }
        return true;
    }

    private <E> NewRow<E> known(NewRow<E> row) {
        if (row.references().isEmpty()) {
            return row;
        }
        RowValues<E> values = row.values().copy();
        for (KeyReference<E, ?> reference : row.references()) {
            handDown(reference, values);
        }
        return new NewRow<>(values, row.references());
    }

    private <E, P> void handDown(KeyReference<E, P> reference, RowValues<E> values) {
        RowValues<P> other = values(reference.row());
        for (int i = 0; i < reference.key().size(); i++) {
            Property<P, ?> from = reference.from().get(i);
            if (other.has(from)) {
                values.set(reference.key().get(i), other.get(from));
            }
        }
    }

    /** The columns that are not known yet. One that belongs to two foreign keys is taken once: both have to agree anyway. */
    private <E> Collection<Taken> taken(List<NewRow<E>> group) {
        NewRow<E> first = group.get(0);
        Map<Property<E, ?>, Taken> taken = new LinkedHashMap<>();
        for (int i = 0; i < first.references().size(); i++) {
            List<RowId> others = new ArrayList<>(group.size());
            for (NewRow<E> row : group) {
                others.add(row.references().get(i).row());
            }
            Reference reference = reference(others);
            KeyReference<E, ?> key = first.references().get(i);
            for (int j = 0; j < key.key().size(); j++) {
                Property<E, ?> property = key.key().get(j);
                if (!first.values().has(property)) {
                    String from = key.from().get(j).column();
                    taken.putIfAbsent(property, new Taken(property.column(), reference, from));
                }
            }
        }
        return taken.values();
    }

    @Override
    public <E, C> Placed<?> linkRows(LinkRows<E, C> step) {
        Groups<RowLink> groups = Groups.of(
                step.links(),
                (a, b) -> nodeOf(a.source()) == nodeOf(b.source()) && nodeOf(a.target()) == nodeOf(b.target()));
        for (List<RowLink> group : groups.all()) {
            List<RowId> sources = group.stream().map(RowLink::source).toList();
            List<RowId> targets = group.stream().map(RowLink::target).toList();
            LinkColumns columns = new LinkColumns(new ArrayList<>(), new ArrayList<>());
            link(step.joinTable().sourceColumns(), step.sourceKey(), sources, columns);
            link(step.joinTable().targetColumns(), step.targetKey(), targets, columns);
            nodes.add(new InsertNode(step.joinTable().table(), null, group.size(), columns.given(), columns.taken()));
        }
        return Placed.nothing();
    }

    private record LinkColumns(List<Given<?>> given, List<Taken> taken) {}

    private <P> void link(List<String> names, List<Property<P, ?>> key, List<RowId> rows, LinkColumns columns) {
        Reference reference = reference(rows);
        for (int i = 0; i < names.size(); i++) {
            Property<P, ?> from = key.get(i);
            if (this.<P>values(rows.get(0)).has(from)) {
                List<@Nullable Object> values = rows.stream()
                        .<@Nullable Object>map(row -> this.<P>values(row).get(from))
                        .toList();
                columns.given().add(Given.of(names.get(i), from, values));
            } else {
                columns.taken().add(new Taken(names.get(i), reference, from.column()));
            }
        }
    }

    /** Rows of one insert. */
    private Reference reference(List<RowId> rows) {
        List<Integer> positions = new ArrayList<>(rows.size());
        for (RowId row : rows) {
            positions.add(steps.get(row.step()).groups().positionOf(row.row()) + 1);
        }
        return new Reference(nodeOf(rows.get(0)), positions);
    }

    private int nodeOf(RowId row) {
        return steps.get(row.step()).nodeOf(row.row());
    }

    @SuppressWarnings("unchecked") // the planner refers to properties of the step's own entity
    private <P> RowValues<P> values(RowId row) {
        return ((Placed<P>) steps.get(row.step())).values(row.row());
    }
}
