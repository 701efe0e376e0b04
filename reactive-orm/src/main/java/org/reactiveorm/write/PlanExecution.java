package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.sql.InputRows;
import org.reactiveorm.sql.InsertBatch;
import org.reactiveorm.sql.InsertNode;
import org.reactiveorm.sql.InsertNode.Given;
import org.reactiveorm.sql.InsertRenderer;
import org.reactiveorm.sql.WrittenRows;
import org.reactiveorm.write.WriteStep.InsertRows;
import org.reactiveorm.write.WriteStep.KeyReference;
import org.reactiveorm.write.WriteStep.LinkRows;
import org.reactiveorm.write.WriteStep.NewRow;
import org.reactiveorm.write.WriteStep.RowId;
import org.reactiveorm.write.WriteStep.RowLink;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs one plan once, step by step, for rows that differ too much to be one statement. Each step may need keys that an earlier
 * one made, so it is rendered when it is its turn.
 *
 * @param <R> the entity of the root step
 */
final class PlanExecution<R> implements WriteStep.Visitor<Mono<? extends List<?>>> {

    private static final InsertRenderer INSERT = new InsertRenderer();

    private final Executor executor;
    private final WritePlan<R> plan;
    private final RootRows roots;
    /** The rows of the steps that are done; a step that makes no entities has none. */
    private final List<List<?>> done = new ArrayList<>();

    PlanExecution(Executor executor, WritePlan<R> plan) {
        this.executor = executor;
        this.plan = plan;
        this.roots = new RootRows(plan);
    }

    /** The root step's entities in the order given. */
    @SuppressWarnings("unchecked") // the plan's root step inserts the caller's entities
    Mono<List<R>> run() {
        return Flux.fromIterable(plan.steps())
                .concatMap(step -> step.accept(this).doOnNext(done::add))
                .then(Mono.fromSupplier(() -> (List<R>) done.get(plan.root())));
    }

    @Override
    public <E> Mono<List<E>> insertRows(InsertRows<E> step) {
        List<RowValues<E>> rows = new ArrayList<>(step.rows().size());
        step.rows().forEach(row -> rows.add(resolved(row)));
        Groups<RowValues<E>> groups = Groups.of(rows, RowValues::columns);
        List<InputRows> input = roots.ofGroups(done.size(), groups);
        return Flux.range(0, input.size())
                .concatMap(i -> {
                    InsertBatch<E> batch =
                            InsertBatch.of(step.entity(), groups.all().get(i));
                    return new BatchInsertion<>(batch, input.get(i)).run(executor);
                })
                .collectList()
                .map(groups::inInputOrder);
    }

    @Override
    public <E, C> Mono<List<E>> linkRows(LinkRows<E, C> step) {
        List<Given<?>> keys = new ArrayList<>();
        addEnds(step.joinTable().sourceColumns(), step.sourceKey(), RowLink.sources(step.links()), keys);
        addEnds(step.joinTable().targetColumns(), step.targetKey(), RowLink.targets(step.links()), keys);
        InsertNode links =
                InsertNode.links(step.joinTable().table(), step.links().size(), keys, List.of());
        InputRows input = roots.ofStep(done.size());
        return executor.update(INSERT.links(links).writing(() -> List.of(WrittenRows.of(links, input))))
                .map(rows -> List.of());
    }

    private <P> void addEnds(List<String> columns, List<Property<P, ?>> key, List<RowId> rows, List<Given<?>> keys) {
        for (int i = 0; i < columns.size(); i++) {
            Property<P, ?> property = key.get(i);
            List<@Nullable Object> values = rows.stream()
                    .<@Nullable Object>map(row -> value(property, row))
                    .toList();
            keys.add(Given.of(columns.get(i), property, values));
        }
    }

    /** The row's values with the keys of the rows that it refers to. */
    private <E> RowValues<E> resolved(NewRow<E> row) {
        if (row.references().isEmpty()) {
            return row.values();
        }
        RowValues<E> values = row.values().copy();
        for (KeyReference<E, ?> reference : row.references()) {
            fill(reference, values);
        }
        return values;
    }

    private <E, P> void fill(KeyReference<E, P> reference, RowValues<E> values) {
        for (int i = 0; i < reference.key().size(); i++) {
            Property<E, ?> key = reference.key().get(i);
            values.set(key, value(reference.from().get(i), reference.row()));
        }
    }

    @SuppressWarnings("unchecked") // the planner refers to properties of the step's own entity
    private <P> @Nullable Object value(Property<P, ?> property, RowId row) {
        return property.get((P) done.get(row.step()).get(row.row()));
    }
}
