package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.JoinTable;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.sql.InputRows;
import org.reactiveorm.sql.InsertBatch;
import org.reactiveorm.sql.InsertGraph;
import org.reactiveorm.sql.InsertNode;
import org.reactiveorm.sql.InsertNode.Given;
import org.reactiveorm.sql.InsertNode.Source;
import org.reactiveorm.sql.InsertNode.Taken;
import org.reactiveorm.write.InsertStep.InsertRows;
import org.reactiveorm.write.InsertStep.KeyReference;
import org.reactiveorm.write.InsertStep.KnownRows;
import org.reactiveorm.write.InsertStep.LinkRows;
import org.reactiveorm.write.InsertStep.NewRow;
import org.reactiveorm.write.InsertStep.RowLink;
import org.reactiveorm.write.WriteStep.RowId;

/**
 * Makes one statement of a plan. Rows of a step that have values for different columns are inserts of their own. Keys that are
 * known are handed down here; a key that the database makes is taken from the new row within the statement.
 */
final class InsertGraphBuilder implements InsertStep.Visitor<InsertGraphBuilder.Placed<?>> {

    /** Some ways to leave optional columns out are one statement, a table full of them is not: its text would have no end. */
    private static final int MOST_NODES = 32;

    /** The place of a step that makes no entities, which no other step refers to. */
    private static final Placed<?> NO_ENTITIES = new Placed<>(Groups.of(List.of(), row -> new BitSet()), List.of(), 0);

    private static final Comparator<Source> BY_NODE =
            Comparator.comparing(Source::node).thenComparing(Source::column);

    private final List<InsertNode> nodes = new ArrayList<>();
    private final List<Placed<?>> steps = new ArrayList<>();
    /** For each node, which rows of the caller its rows belong to. */
    private final List<InputRows> input = new ArrayList<>();

    private final RootRows roots;

    private InsertGraphBuilder(RootRows roots) {
        this.roots = roots;
    }

    /** The statement that answers the plan's root; empty where rows differ so much that one would be too long. */
    static <R> Optional<GraphInsertion<R>> build(WritePlan<R> plan) {
        InsertGraphBuilder builder = new InsertGraphBuilder(new RootRows(plan));
        for (WriteStep step : plan.steps()) {
            Optional<InsertStep> insertion = step.insertion();
            if (insertion.isEmpty() || builder.nodes.size() > MOST_NODES) {
                return Optional.empty();
            }
            builder.steps.add(insertion.get().accept(builder));
        }
        if (builder.nodes.size() > MOST_NODES) {
            return Optional.empty();
        }
        return Optional.of(builder.answering(plan));
    }

    @SuppressWarnings("unchecked") // it is the plan's root
    private <R> GraphInsertion<R> answering(WritePlan<R> plan) {
        Placed<R> placed = (Placed<R>) steps.get(plan.root());
        List<Integer> roots = new ArrayList<>();
        for (int i = 0; i < placed.batches().size(); i++) {
            roots.add(placed.firstNode() + i);
        }
        InsertGraph<R> graph = new InsertGraph<>(nodes, roots, plan.rootStep().entity());
        return new GraphInsertion<>(graph, placed.batches(), placed.groups(), input);
    }

    /**
     * Where the rows of a step are.
     *
     * @param groups the rows, a group for each insert
     * @param batches the same inserts
     * @param firstNode the index of the first of these inserts; the others follow
     * @param <E> the entity
     */
    record Placed<E>(Groups<KnownRow<E>> groups, List<InsertBatch<E>> batches, int firstNode) {

        int nodeOf(int row) {
            return firstNode + groups.groupOf(row);
        }

        RowValues<E> values(int row) {
            return batches.get(groups.groupOf(row)).rows().get(groups.positionOf(row));
        }
    }

    /**
     * A row whose known keys are handed down.
     *
     * @param values what is known
     * @param taken where the rest of its keys comes from, in the order of the properties
     */
    record KnownRow<E>(RowValues<E> values, List<TakenKey<E>> taken) {

        /** The properties that are known, and behind them those that are taken. */
        BitSet columns() {
            BitSet columns = values.columns();
            int properties = columns.size();
            taken.forEach(column -> columns.set(properties + column.key().index()));
            return columns;
        }
    }

    /** A property that takes the value of another new row. */
    record TakenKey<E>(Property<E, ?> key, Origin origin) {}

    /** A column of a new row. */
    record Origin(RowId row, String column) {}

    @Override
    public <E> Placed<E> insertRows(InsertRows<E> step) {
        List<KnownRow<E>> rows = new ArrayList<>(step.rows().size());
        step.rows().forEach(row -> rows.add(known(row)));
        Groups<KnownRow<E>> groups = Groups.of(rows, KnownRow::columns);
        List<InsertBatch<E>> batches = new ArrayList<>(groups.all().size());
        int firstNode = nodes.size();
        for (List<KnownRow<E>> group : groups.all()) {
            InsertBatch<E> batch = InsertBatch.of(
                    step.entity(), group.stream().map(KnownRow::values).toList());
            batches.add(batch);
            nodes.add(rows.size() == 1 ? InsertNode.one(batch, taken(group)) : InsertNode.many(batch, taken(group)));
        }
        input.addAll(roots.ofGroups(steps.size(), groups));
        return new Placed<>(groups, batches, firstNode);
    }

    /** The keys of rows that are there are handed down like all that are known. */
    @Override
    public <E> Placed<E> knownRows(KnownRows<E> step) {
        List<KnownRow<E>> rows = new ArrayList<>(step.rows().size());
        step.rows().forEach(row -> rows.add(new KnownRow<>(row, List.of())));
        return new Placed<>(
                Groups.of(rows, row -> new BitSet()),
                List.of(InsertBatch.of(step.entity(), step.rows())),
                nodes.size());
    }

    private <E> KnownRow<E> known(NewRow<E> row) {
        if (row.references().isEmpty()) {
            return new KnownRow<>(row.values(), List.of());
        }
        KnownRow<E> known = new KnownRow<>(row.values().copy(), new ArrayList<>());
        for (KeyReference<E, ?> reference : row.references()) {
            handDown(reference, known);
        }
        // a column of two foreign keys has one value; if they do not agree, the database finds one of them broken
        known.taken().removeIf(column -> known.values().has(column.key()));
        known.taken().sort(Comparator.comparing(column -> column.key().index()));
        return known;
    }

    private <E, P> void handDown(KeyReference<E, P> reference, KnownRow<E> row) {
        RowValues<P> other = values(reference.row());
        for (int i = 0; i < reference.key().size(); i++) {
            Property<E, ?> key = reference.key().get(i);
            Property<P, ?> from = reference.from().get(i);
            if (other.has(from)) {
                row.values().set(key, other.get(from));
            } else if (row.taken().stream().noneMatch(column -> column.key() == key)) {
                row.taken().add(new TakenKey<>(key, new Origin(reference.row(), from.column())));
            }
        }
    }

    /** The keys that rows with the same columns take. */
    private <E> List<Taken> taken(List<KnownRow<E>> group) {
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < group.get(0).taken().size(); i++) {
            List<Origin> origins = new ArrayList<>(group.size());
            for (KnownRow<E> row : group) {
                origins.add(row.taken().get(i).origin());
            }
            taken.add(taken(group.get(0).taken().get(i).key().column(), origins));
        }
        return taken;
    }

    private Taken taken(String column, List<Origin> origins) {
        TreeMap<Source, Integer> offsets = new TreeMap<>(BY_NODE);
        origins.forEach(origin -> offsets.put(source(origin), 0));
        int offset = 0;
        for (Map.Entry<Source, Integer> source : offsets.entrySet()) {
            source.setValue(offset);
            offset += nodes.get(source.getKey().node()).size().rows();
        }
        List<Integer> positions = new ArrayList<>(origins.size());
        for (Origin origin : origins) {
            int position = steps.get(origin.row().step())
                    .groups()
                    .positionOf(origin.row().row());
            positions.add(offsets.getOrDefault(source(origin), 0) + position + 1);
        }
        return new Taken(column, List.copyOf(offsets.keySet()), positions);
    }

    private Source source(Origin origin) {
        return new Source(steps.get(origin.row().step()).nodeOf(origin.row().row()), origin.column());
    }

    @Override
    public <E, C> Placed<?> linkRows(LinkRows<E, C> step) {
        JoinTable table = step.joinTable();
        Groups<RowLink> groups = Groups.of(step.links(), link -> {
            BitSet known = new BitSet();
            markKnown(step.sourceKey(), link.source(), 0, known);
            markKnown(step.targetKey(), link.target(), step.sourceKey().size(), known);
            return known;
        });
        for (List<RowLink> group : groups.all()) {
            List<Given<?>> given = new ArrayList<>();
            List<Taken> taken = new ArrayList<>();
            LinkColumns columns = new LinkColumns(given, taken);
            link(table.sourceColumns(), step.sourceKey(), RowLink.sources(group), columns);
            link(table.targetColumns(), step.targetKey(), RowLink.targets(group), columns);
            nodes.add(InsertNode.links(table.table(), group.size(), given, taken));
        }
        input.addAll(roots.ofGroups(steps.size(), groups));
        return NO_ENTITIES;
    }

    private <P> void markKnown(List<Property<P, ?>> key, RowId row, int first, BitSet known) {
        for (int i = 0; i < key.size(); i++) {
            known.set(first + i, this.<P>values(row).has(key.get(i)));
        }
    }

    private record LinkColumns(List<Given<?>> given, List<Taken> taken) {}

    private <P> void link(List<String> names, List<Property<P, ?>> key, List<RowId> rows, LinkColumns columns) {
        for (int i = 0; i < names.size(); i++) {
            Property<P, ?> from = key.get(i);
            if (this.<P>values(rows.get(0)).has(from)) {
                List<@Nullable Object> values = rows.stream()
                        .<@Nullable Object>map(row -> this.<P>values(row).get(from))
                        .toList();
                columns.given().add(Given.of(names.get(i), from, values));
            } else {
                List<Origin> origins =
                        rows.stream().map(row -> new Origin(row, from.column())).toList();
                columns.taken().add(taken(names.get(i), origins));
            }
        }
    }

    @SuppressWarnings("unchecked") // the planner refers to properties of the step's own entity
    private <P> RowValues<P> values(RowId row) {
        return ((Placed<P>) steps.get(row.step())).values(row.row());
    }
}
