package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.sql.InsertBatch;
import org.reactiveorm.sql.InsertNode;
import org.reactiveorm.sql.InsertNode.Given;
import org.reactiveorm.sql.InsertRenderer;
import org.reactiveorm.write.WriteStep.InsertRows;
import org.reactiveorm.write.WriteStep.KeyReference;
import org.reactiveorm.write.WriteStep.LinkRows;
import org.reactiveorm.write.WriteStep.NewRow;
import org.reactiveorm.write.WriteStep.RowId;
import org.reactiveorm.write.WriteStep.RowLink;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs one plan once: step by step, because each may need keys that an earlier one made. A step is rendered when it is its
 * turn.
 *
 * @param <R> the entity of the root step
 */
final class PlanExecution<R> implements WriteStep.Visitor<Mono<? extends List<?>>> {

    private static final InsertRenderer INSERT = new InsertRenderer();

    private final Executor executor;
    private final WritePlan<R> plan;
    /** The rows of the steps that are done; a step that makes no entities has none. */
    private final List<List<?>> done = new ArrayList<>();

    PlanExecution(Executor executor, WritePlan<R> plan) {
        this.executor = executor;
        this.plan = plan;
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
        Groups<RowValues<E>> groups = Groups.of(rows, RowValues::hasSameColumns);
        return Flux.fromIterable(groups.all())
                .concatMap(group -> new BatchInsertion<>(InsertBatch.of(step.entity(), group)).run(executor))
                .collectList()
                .map(groups::inInputOrder);
    }

    @Override
    public <E, C> Mono<List<E>> linkRows(LinkRows<E, C> step) {
        List<Given<?>> keys = new ArrayList<>();
        for (int i = 0; i < step.sourceKey().size(); i++) {
            Property<E, ?> key = step.sourceKey().get(i);
            keys.add(
                    Given.of(step.joinTable().sourceColumns().get(i), key, values(key, step.links(), RowLink::source)));
        }
        for (int i = 0; i < step.targetKey().size(); i++) {
            Property<C, ?> key = step.targetKey().get(i);
            keys.add(
                    Given.of(step.joinTable().targetColumns().get(i), key, values(key, step.links(), RowLink::target)));
        }
        InsertNode links =
                new InsertNode(step.joinTable().table(), null, step.links().size(), keys, List.of());
        return executor.update(INSERT.links(links)).map(rows -> List.of());
    }

    private <P> List<@Nullable Object> values(Property<P, ?> key, List<RowLink> links, Function<RowLink, RowId> end) {
        return links.stream()
                .<@Nullable Object>map(link -> value(key, end.apply(link)))
                .toList();
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
