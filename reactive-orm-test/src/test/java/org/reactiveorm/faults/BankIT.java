package org.reactiveorm.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
class BankIT {

    private static final Logger LOG = Loggers.getLogger(BankIT.class);
    private static final long SECONDS = Long.getLong("reactiveorm.bank.seconds", 5);
    private static final long SEED = Long.getLong("reactiveorm.bank.seed", System.nanoTime());

    private final Random random = new Random(SEED);
    private final History history = new History(BankClients.COUNT);

    @ParameterizedTest
    @EnumSource
    void moneyNeitherComesNorGoes(Concurrency concurrency) {
        try (Site site = new Site()) {
            Bank bank = new Bank(ReactiveOrm.create(site.pool()), concurrency);
            bank.open().block(Site.PATIENCE);
            BankClients clients = new BankClients(bank, history, SEED);
            Sinks.Empty<Void> end = Sinks.empty();
            Disposable running = clients.run().subscribe(nothing -> {}, end::tryEmitError, end::tryEmitEmpty);
            try {
                strike(site);
                clients.stop();
                end.asMono().block(Site.PATIENCE);
            } finally {
                running.dispose();
            }
            check(bank);
            site.assertClean();
        }
    }

    /** One fault after the other, all of them before one comes again. */
    private void strike(Site site) {
        Iterator<Fault> faults = Collections.emptyIterator();
        while (history.now() < SECONDS * 1_000_000_000) {
            progress("it began");
            faults = faults.hasNext() ? faults : shuffled().iterator();
            Fault fault = faults.next();
            long begun = history.now();
            fault.strike(site);
            history.struck(new Event.Strike(begun, history.now(), fault));
            progress("the end of " + fault);
            LOG.debug("{} and progress: {} ms", fault, (history.now() - begun) / 1_000_000);
        }
    }

    private List<Fault> shuffled() {
        List<Fault> faults = new ArrayList<>(List.of(Fault.values()));
        Collections.shuffle(faults, random);
        return faults;
    }

    /** Every client has a transfer acknowledged. */
    private void progress(String since) {
        long[] before = history.acknowledgedByClient();
        Mono.fromSupplier(history::acknowledgedByClient)
                .filter(now -> IntStream.range(0, now.length).allMatch(client -> now[client] > before[client]))
                .repeatWhenEmpty(Integer.MAX_VALUE, tries -> tries.delayElements(java.time.Duration.ofMillis(2)))
                .timeout(
                        Site.PATIENCE,
                        Mono.error(() -> new AssertionError(
                                "Seed %d: since %s not every client had a transfer acknowledged, before %s, now %s"
                                        .formatted(
                                                SEED,
                                                since,
                                                Arrays.toString(before),
                                                Arrays.toString(history.acknowledgedByClient())))))
                .block();
    }

    private void check(Bank bank) {
        List<Transfer> booked =
                Objects.requireNonNull(bank.transfers().collectList().block(Site.PATIENCE));
        long begun = history.now();
        Books books = Objects.requireNonNull(bank.books().block(Site.PATIENCE));
        history.looked(new Event.Audit(begun, history.now(), books, history.acknowledged()));
        LOG.debug(
                "{}",
                history.all(Event.Attempt.class)
                        .collect(Collectors.groupingBy(
                                attempt -> attempt.result().outcome() + " "
                                        + attempt.result().reason(),
                                Collectors.counting())));
        assertThat(BankCheck.unwanted(history, booked))
                .as("transfers that nobody wanted")
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
