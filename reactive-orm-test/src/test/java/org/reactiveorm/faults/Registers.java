package org.reactiveorm.faults;

import static org.reactiveorm.faults.Register_.REGISTER;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.reactiveorm.FindSpec;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.faults.Guarantee.Appending;
import org.reactiveorm.faults.Step.Append;
import org.reactiveorm.faults.Step.Read;
import org.reactiveorm.query.Assignment;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists in a table, and transactions on them. */
final class Registers {

    private final ReactiveOrm orm;
    private final Guarantee guarantee;

    Registers(ReactiveOrm orm, Guarantee guarantee) {
        this.orm = orm;
        this.guarantee = guarantee;
    }

    /** Empty ones, in place of those that are there. */
    Mono<Void> clear(int count) {
        return orm.delete(REGISTER)
                .everything()
                .count()
                .then(orm.insertAll(Flux.range(0, count)
                                .map(id -> NewRegister.id(id).elements(List.of())))
                        .count())
                .then();
    }

    /** What is in them. */
    Mono<Map<Integer, List<Integer>>> all() {
        return orm.find(REGISTER).all().collectMap(Register::id, Register::elements);
    }

    /** The steps one after the other in one transaction, with what they read, when it is committed. */
    Mono<List<Step>> run(List<Step> steps) {
        return run(Flux.fromIterable(steps).concatMap(this::step));
    }

    Mono<List<Step>> run(Flux<Step> steps) {
        return orm.transaction(guarantee.options(), steps.collectList());
    }

    /** One step; an append that reads before is two. */
    Flux<Step> step(Step wanted) {
        if (wanted instanceof Append append) {
            return guarantee.appending() == Appending.BY_ONE_STATEMENT
                    ? write(append, REGISTER.elements.append(append.element())).flux()
                    : appendAfterReading(append);
        }
        return read(wanted.register()).cast(Step.class).flux();
    }

    private Flux<Step> appendAfterReading(Append append) {
        return read(append.register()).flatMapMany(read -> {
            List<Integer> longer = Stream.concat(read.elements().stream(), Stream.of(append.element()))
                    .toList();
            return Flux.<Step>just(read).concatWith(write(append, REGISTER.elements.to(longer)));
        });
    }

    private Mono<Read> read(int register) {
        FindSpec<Register, Integer> find = orm.find(REGISTER).byId(register);
        return (guarantee.appending() == Appending.AFTER_LOCKING ? find.forUpdate() : find)
                .oneOrFail()
                .map(found -> new Read(register, found.elements()));
    }

    private Mono<Step> write(Append append, Assignment<Register> change) {
        return orm.update(REGISTER)
                .byId(append.register())
                .set(change)
                .oneOrFail()
                .thenReturn(append);
    }
}
