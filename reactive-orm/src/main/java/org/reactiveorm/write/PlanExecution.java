package org.reactiveorm.write;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.write.DoneSteps.DoneStep;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs one plan once, step by step, where it cannot be one statement. Each step may need keys that an earlier one made, so it is
 * rendered when it is its turn.
 *
 * @param <R> the entity of the root step
 */
final class PlanExecution<R> {

    private final Statements statements;
    private final WritePlan<R> plan;
    private final List<R> given;

    /** For a plan of new rows. */
    PlanExecution(Statements statements, WritePlan<R> plan) {
        this(statements, plan, List.of());
    }

    /** For a plan that changes rows which were found. */
    PlanExecution(Statements statements, WritePlan<R> plan, List<R> given) {
        this.statements = statements;
        this.plan = plan;
        this.given = given;
    }

    /** The root step's entities in the order given. */
    Mono<List<R>> run() {
        return runSparse().map(rows -> rows.stream().filter(Objects::nonNull).toList());
    }

    /** The same, null where a row was not made. */
    Mono<List<@Nullable R>> runSparse() {
        return Mono.defer(() -> {
            DoneSteps done = new DoneSteps();
            StepExecution steps = new StepExecution(statements, done, new RootRows(plan), given);
            return Flux.fromIterable(plan.steps())
                    .concatMap(step -> step.<Mono<DoneStep>>accept(steps).doOnNext(done::add))
                    .then(Mono.fromSupplier(() -> done.<R>entities(plan.root())));
        });
    }
}
