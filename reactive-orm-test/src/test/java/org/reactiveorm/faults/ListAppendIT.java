package org.reactiveorm.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.faults.Register_.REGISTER;

import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.faults.Step.Append;
import org.reactiveorm.faults.Step.Read;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.test.fault.CleanPool;
import org.reactiveorm.test.fault.DroppedErrors;
import org.reactiveorm.test.fault.Nemesis;
import org.reactiveorm.transaction.ConnectionPools;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Clients append to lists and read them, while sessions are killed and one in ten transactions is cancelled. What they saw has no
 * anomaly that the isolation does not allow. {@code -Dreactiveorm.lists.seconds=60} lets each run longer, {@code
 * -Dreactiveorm.lists.seed} repeats its choices.
 */
@Timeout(600)
class ListAppendIT {

    private static final long SECONDS = Long.getLong("reactiveorm.lists.seconds", 1);
    private static final long SEED = Long.getLong("reactiveorm.lists.seed", System.nanoTime());
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CLIENTS = 8;
    private static final int REGISTERS = 4;
    private static final int ROUND = 15;

    @RegisterExtension
    static final OrmExtension database =
            OrmExtension.postgres().withSchemaOf(REGISTER).perTest();

    private final DroppedErrors dropped = DroppedErrors.record();
    private final ConnectionPool pool =
            ConnectionPools.connect(database.url() + "?maxSize=" + CLIENTS + "&applicationName=lists");
    private final ReactiveOrm orm = ReactiveOrm.create(pool);
    private final AtomicInteger numbers = new AtomicInteger();
    private final Queue<Observed> history = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        CleanPool.assertPoolClean(pool, database.url());
        pool.close().block(PATIENCE);
        dropped.close();
        Site.assertNothingDropped(dropped);
    }

    @ParameterizedTest
    @EnumSource
    void noAnomalyThatIsNotAllowed(Guarantee guarantee) {
        Registers registers = new Registers(orm, guarantee);
        Disposable havoc = Nemesis.on(database.url())
                .where("application_name = 'lists'")
                .every(Duration.ofMillis(150))
                .subscribe();
        try {
            long start = System.nanoTime();
            for (int round = 0; System.nanoTime() - start < SECONDS * 1_000_000_000; round++) {
                round(registers, new Random(SEED + round));
                assertThat(findings(registers, history))
                        .as("seed %d, round %d", SEED, round)
                        .allMatch(finding -> guarantee.allows(finding.kind()));
            }
        } finally {
            havoc.dispose();
        }
        assertThat(history)
                .filteredOn(one -> one.outcome() == Outcome.ACKNOWLEDGED)
                .isNotEmpty();
    }

    private void round(Registers registers, Random random) {
        history.clear();
        registers.clear(REGISTERS).retry().block(PATIENCE);
        List<Random> clients = IntStream.range(0, CLIENTS)
                .mapToObj(client -> new Random(random.nextLong()))
                .toList();
        Flux.fromIterable(clients)
                .flatMap(
                        client ->
                                Mono.defer(() -> transaction(registers, client)).repeat(ROUND - 1),
                        CLIENTS)
                .blockLast(PATIENCE);
    }

    private Mono<Void> transaction(Registers registers, Random random) {
        List<Step> wanted = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> step(random))
                .toList();
        return observe(wanted, registers.run(wanted).takeUntilOther(cancel(random)));
    }

    private Step step(Random random) {
        int register = random.nextInt(REGISTERS);
        return random.nextBoolean() ? new Append(register, numbers.incrementAndGet()) : new Read(register, List.of());
    }

    private static Mono<Long> cancel(Random random) {
        return random.nextInt(10) == 0
                ? Mono.delay(Duration.of(random.nextInt(10_000), ChronoUnit.MICROS))
                : Mono.never();
    }

    private Mono<Void> observe(List<Step> wanted, Mono<List<Step>> run) {
        return run.map(steps -> new Observed(numbers.incrementAndGet(), Outcome.ACKNOWLEDGED, steps))
                .defaultIfEmpty(new Observed(numbers.incrementAndGet(), Outcome.UNKNOWN, wanted))
                .onErrorResume(error -> Mono.just(new Observed(numbers.incrementAndGet(), Outcome.of(error), wanted)))
                .doOnNext(history::add)
                .then();
    }

    private static List<Anomaly.Finding> findings(Registers registers, Collection<Observed> history) {
        return AnomalyCheck.findings(
                history, Objects.requireNonNull(registers.all().retry().block(PATIENCE)));
    }

    // What must be found

    /** Each reads both registers, waits until the other has, and appends to one of them. */
    private List<Anomaly> sideBySide(Guarantee guarantee, int first, int second) {
        Registers registers = new Registers(orm, guarantee);
        registers.clear(2).block(PATIENCE);
        AtomicInteger readers = new AtomicInteger();
        Sinks.Empty<Void> bothHaveRead = Sinks.empty();
        Flux<Step> reads = Flux.range(0, 2)
                .concatMap(register -> registers.step(new Read(register, List.of())))
                .doOnComplete(() -> {
                    if (readers.incrementAndGet() >= 2) {
                        bothHaveRead.tryEmitEmpty();
                    }
                });
        Flux.just(new Append(first, 1), new Append(second, 2))
                .flatMap(append -> observe(
                        List.of(append),
                        registers.run(reads.concatWith(bothHaveRead.asMono().cast(Step.class))
                                .concatWith(registers.step(append)))))
                .blockLast(PATIENCE);
        return findings(registers, history).stream().map(Anomaly.Finding::kind).toList();
    }

    @Test
    void snapshotsAllowWriteSkew() {
        assertThat(sideBySide(Guarantee.SNAPSHOTS, 0, 1)).containsExactly(Anomaly.WRITE_SKEW);
        assertThat(history).allMatch(one -> one.outcome() == Outcome.ACKNOWLEDGED);
    }

    @Test
    void serializableTransactionsDoNot() {
        assertThat(sideBySide(Guarantee.SERIALIZABLE, 0, 1)).isEmpty();
        assertThat(history).allMatch(one -> one.outcome() == Outcome.ACKNOWLEDGED);
    }

    @Test
    void updatesOfWhatWasReadWithoutALockAreLost() {
        assertThat(sideBySide(Guarantee.STATEMENTS, 0, 0)).contains(Anomaly.LOST_UPDATE);
        history.clear();
        assertThat(sideBySide(Guarantee.READ_BEFORE, 0, 0)).isNotEmpty();
    }

    @Test
    void snapshotsLoseNone() {
        assertThat(sideBySide(Guarantee.SNAPSHOTS_READ_BEFORE, 0, 0)).isEmpty();
    }
}
