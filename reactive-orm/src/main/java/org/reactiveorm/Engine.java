package org.reactiveorm;

import static org.reactiveorm.error.InvalidQueryException.requireGiven;

import java.util.Arrays;
import java.util.List;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.read.GroupReader;
import org.reactiveorm.read.Reader;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactiveorm.transaction.Transactions;
import org.reactiveorm.write.Writer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What carries out queries and changes, and the models it knows. */
record Engine(
        Models models, Executor executor, Transactions transactions, Reader reader, GroupReader groups, Writer writer) {

    /**
     * The same for a call that these scopes of this entity do not hold for.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if there is no name, or the entity has no such scope
     */
    Engine unscoped(EntityRef<?, ?> entity, String... names) {
        return unscoped(
                requireGiven(entity, "The entity is null. Give the constant of its generated model.")
                        .model(),
                names);
    }

    /** {@link #unscoped(EntityRef, String...)}. */
    Engine unscoped(EntityModel<?> model, String... names) {
        List<String> given = Arrays.asList(requireGiven(names, "The names of the scopes are null. Give at least one."));
        return new Engine(
                models,
                executor,
                transactions,
                reader.unscoped(model, given),
                groups.unscoped(model, given),
                writer.unscoped(model, given));
    }

    /** The same for a call whose deletes remove rows. */
    Engine permanently() {
        return new Engine(models, executor, transactions, reader, groups, writer.permanently());
    }

    /** The answer of a change of this entity, which is one transaction if listeners hear of it. */
    <T> Mono<T> heard(EntityModel<?> entity, Mono<T> answer) {
        return Mono.defer(
                () -> writer.isHeard(entity) ? transactions.execute(TransactionOptions.defaults(), answer) : answer);
    }

    /** The same of many rows. */
    <T> Flux<T> heard(EntityModel<?> entity, Flux<T> answer) {
        return Flux.defer(
                () -> writer.isHeard(entity) ? transactions.execute(TransactionOptions.defaults(), answer) : answer);
    }
}
