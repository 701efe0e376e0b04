package org.reactiveorm.semantics;

import org.reactiveorm.InsertStreamSpec;
import org.reactiveorm.ReactiveOrm;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A program of its own, which inserts more than its memory holds and prints how many rows that were. */
final class SmallHeapInsertProgram {

    static final int ROWS = 400_000;

    private static final String REMARK = "what there is to say about it ".repeat(4);

    private SmallHeapInsertProgram() {}

    public static void main(String[] args) {
        ReactiveOrm orm = ReactiveOrm.connect(args[0]);
        Flux<NewSlip> slips = Flux.range(0, ROWS).map(i -> NewSlip.create().remark(REMARK + i));
        Long inserted = Way.valueOf(args[1])
                .insert(orm.insertAll(slips).batchSize(5_000))
                .block();
        orm.close().block();
        System.out.println(inserted);
    }

    enum Way {
        COUNT {
            @Override
            Mono<Long> insert(InsertStreamSpec<Slip> slips) {
                return slips.count();
            }
        },
        COPY {
            @Override
            Mono<Long> insert(InsertStreamSpec<Slip> slips) {
                return slips.copy();
            }
        },
        ALL_AS_THEY_ARE_COMMITTED {
            @Override
            Mono<Long> insert(InsertStreamSpec<Slip> slips) {
                return slips.committingEachBatch().all().count();
            }
        };

        abstract Mono<Long> insert(InsertStreamSpec<Slip> slips);
    }
}
