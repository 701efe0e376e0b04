package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * Makes one statement of a uniform plan. Keys that are known before it are handed down here; a key that the database makes
 * is taken from the new row within the statement.
 */
final class InsertGraphBuilder implements WriteStep.Visitor<InsertNode> {

    /** The rows of the steps so far, with the keys that are known; a step that makes no entities has none. */
    private final List<List<? extends RowValues<?>>> rows = new ArrayList<>();

    private InsertGraphBuilder() {}

    /** The graph that answers the plan's root. */
    @SuppressWarnings("unchecked") // the plan's root step inserts the caller's entities
    static <R> InsertGraph<R> build(WritePlan plan) {
        InsertGraphBuilder builder = new InsertGraphBuilder();
        List<InsertNode> nodes = new ArrayList<>(plan.steps().size());
        plan.steps().forEach(step -> nodes.add(step.accept(builder)));
        InsertRows<R> root = (InsertRows<R>) plan.steps().get(plan.root());
        List<RowValues<R>> answered = (List<RowValues<R>>) builder.rows.get(plan.root());
        return new InsertGraph<>(nodes, plan.root(), InsertBatch.of(root.entity(), answered));
    }

    @Override
    public <E> InsertNode insertRows(InsertRows<E> step) {
        List<RowValues<E>> known = new ArrayList<>(step.rows().size());
        step.rows().forEach(row -> known.add(known(row)));
        rows.add(known);
        List<Taken> taken = new ArrayList<>();
        int references = step.rows().get(0).references().size();
        for (int i = 0; i < references; i++) {
            take(step, i, taken);
        }
        return InsertNode.of(InsertBatch.of(step.entity(), known), taken);
    }

    private <E> RowValues<E> known(NewRow<E> row) {
        if (row.references().isEmpty()) {
            return row.values();
        }
        RowValues<E> values = row.values().copy();
        for (KeyReference<E, ?> reference : row.references()) {
            handDown(reference, values);
        }
        return values;
    }

    private <E, P> void handDown(KeyReference<E, P> reference, RowValues<E> values) {
        RowValues<P> other = row(reference.row());
        for (int i = 0; i < reference.key().size(); i++) {
            Property<P, ?> from = reference.from().get(i);
            if (other.has(from)) {
                values.set(reference.key().get(i), other.get(from));
            }
        }
    }

    private <E> void take(InsertRows<E> step, int reference, List<Taken> taken) {
        List<RowId> others = new ArrayList<>(step.rows().size());
        step.rows().forEach(row -> others.add(row.references().get(reference).row()));
        take(step.rows().get(0).references().get(reference), others, taken);
    }

    private <E, P> void take(KeyReference<E, P> key, List<RowId> others, List<Taken> taken) {
        RowValues<P> other = row(key.row());
        Reference reference = reference(others);
        for (int i = 0; i < key.key().size(); i++) {
            Property<P, ?> from = key.from().get(i);
            if (!other.has(from)) {
                taken.add(new Taken(key.key().get(i).column(), reference, from.column()));
            }
        }
    }

    @Override
    public <E, C> InsertNode linkRows(LinkRows<E, C> step) {
        rows.add(List.of());
        List<Given<?>> given = new ArrayList<>();
        List<Taken> taken = new ArrayList<>();
        List<RowId> sources = step.links().stream().map(RowLink::source).toList();
        List<RowId> targets = step.links().stream().map(RowLink::target).toList();
        link(step.joinTable().sourceColumns(), step.sourceKey(), sources, given, taken);
        link(step.joinTable().targetColumns(), step.targetKey(), targets, given, taken);
        return new InsertNode(step.joinTable().table(), null, step.links().size(), given, taken);
    }

    private <P> void link(
            List<String> columns,
            List<Property<P, ?>> key,
            List<RowId> others,
            List<Given<?>> given,
            List<Taken> taken) {
        Reference reference = reference(others);
        for (int i = 0; i < columns.size(); i++) {
            Property<P, ?> from = key.get(i);
            if (this.<P>row(others.get(0)).has(from)) {
                List<@Nullable Object> values = others.stream()
                        .<@Nullable Object>map(other -> this.<P>row(other).get(from))
                        .toList();
                given.add(Given.of(columns.get(i), from, values));
            } else {
                taken.add(new Taken(columns.get(i), reference, from.column()));
            }
        }
    }

    private static Reference reference(List<RowId> others) {
        List<Integer> positions = new ArrayList<>(others.size());
        others.forEach(other -> positions.add(other.row() + 1));
        return new Reference(others.get(0).step(), positions);
    }

    @SuppressWarnings("unchecked") // the planner refers to properties of the step's own entity
    private <P> RowValues<P> row(RowId row) {
        return (RowValues<P>) rows.get(row.step()).get(row.row());
    }
}
