package org.reactiveorm.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.ReactiveOrm;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.Logger;
import reactor.util.Loggers;

/**
 * Sixteen clients move money between eight accounts while sessions are killed, lines are cut, stalled and silent, the server is
 * restarted and crashes, and one in ten transfers is cancelled. Money neither comes nor goes, what was acknowledged is there,
 * what failed is not, and after each fault every client gets on.
 *
 * <p>{@code -Dreactiveorm.bank.seconds=300} lets it run for longer than a build should; {@code -Dreactiveorm.bank.seed} repeats the
 * choices of a run, though not their moments.
 */
@Timeout(3600)
class BankIT {

    private static final Logger LOG = Loggers.getLogger(BankIT.class);
    private static final long SECONDS = Long.getLong("reactiveorm.bank.seconds", 6);
    private static final long SEED = Long.getLong("reactiveorm.bank.seed", System.nanoTime());

    private final Random random = new Random(SEED);
    private final History history = new History(BankClients.COUNT);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void moneyNeitherComesNorGoes(Concurrency concurrency) {
        try (Site site = new Site()) {
            Bank bank = open(site, concurrency);
            BankClients clients = new BankClients(bank, history, SEED);
            whileRunning(clients, () -> strike(site));
            check(bank);
            site.assertClean();
        }
    }

    @Test
    void whenNothingKeepsTransfersApartItIsSeen() {
        try (Site site = new Site()) {
            BankClients clients = new BankClients(open(site, Concurrency.NONE), history, SEED);
            whileRunning(clients, () -> await("money has come or gone", this::moneyHasComeOrGone));
        }
    }

    private boolean moneyHasComeOrGone() {
        return BankCheck.findings(history, List.of()).stream()
                .anyMatch(finding -> finding.culprit() instanceof Event.Balances);
    }

    private static Bank open(Site site, Concurrency concurrency) {
        Bank bank = new Bank(ReactiveOrm.create(site.pool()), concurrency);
        bank.open().block(Site.PATIENCE);
        return bank;
    }

    /** Returns when all clients have stopped. */
    private static void whileRunning(BankClients clients, Runnable work) {
        Sinks.Empty<Void> end = Sinks.empty();
        Disposable running = clients.run().subscribe(nothing -> {}, end::tryEmitError, end::tryEmitEmpty);
        try {
            work.run();
            clients.stop();
            end.asMono().block(Site.PATIENCE);
        } finally {
            running.dispose();
        }
    }

    /** One fault after the other, all of them before one comes again; in the end the lines that nobody answers are reset. */
    private void strike(Site site) {
        progress("the beginning");
        long end = history.now() + TimeUnit.SECONDS.toNanos(SECONDS);
        Queue<Fault> faults = new ArrayDeque<>();
        while (history.now() < end) {
            if (faults.isEmpty()) {
                faults.addAll(Fault.inSomeOrder(random));
            }
            Fault fault = faults.remove();
            long begun = history.now();
            fault.strike(site);
            history.struck(new Event.Strike(begun, history.now(), fault));
            progress(fault.name());
        }
        site.lines().reset();
        progress("the end of all faults");
    }

    /** Every client has a transfer acknowledged. */
    private void progress(String since) {
        long[] before = history.acknowledgedByClient();
        await(
                "every client had a transfer acknowledged since %s; before %s"
                        .formatted(since, Arrays.toString(before)),
                () -> {
                    long[] now = history.acknowledgedByClient();
                    return IntStream.range(0, now.length).allMatch(client -> now[client] > before[client]);
                });
    }

    private void await(String what, BooleanSupplier holds) {
        Mono.fromSupplier(holds::getAsBoolean)
                .filter(Boolean::booleanValue)
                .repeatWhenEmpty(Integer.MAX_VALUE, tries -> tries.delayElements(Duration.ofMillis(2)))
                .timeout(
                        Site.PATIENCE,
                        Mono.error(() -> new AssertionError("Seed %d: waited in vain until %s, now %s"
                                .formatted(SEED, what, Arrays.toString(history.acknowledgedByClient())))))
                .block();
    }

    private void check(Bank bank) {
        List<Transfer> booked =
                Objects.requireNonNull(bank.transfers().collectList().block(Site.PATIENCE));
        long begun = history.now();
        Books books = Objects.requireNonNull(bank.books().block(Site.PATIENCE));
        history.looked(new Event.Audit(begun, history.now(), books, history.acknowledged()));
        LOG.debug("Seed {}: {}", SEED, history.summary());
        assertThat(BankCheck.unwanted(history, booked))
                .as("transfers that nobody wanted, seed %d", SEED)
                .isEmpty();
        List<BankCheck.Finding> findings = BankCheck.findings(history, booked);
        assertThat(findings)
                .withFailMessage(() -> "Seed %d, %d findings, the first: %s%n%s"
                        .formatted(
                                SEED,
                                findings.size(),
                                findings.get(0).reason(),
                                history.around(findings.get(0).culprit())))
                .isEmpty();
    }
}
