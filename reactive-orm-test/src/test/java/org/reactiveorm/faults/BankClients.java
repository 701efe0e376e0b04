package org.reactiveorm.faults;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Those who transfer, each one transfer after the other, and those who look, until they are told to stop. */
final class BankClients {

    static final int COUNT = 16;

    private static final int MOST = 60;
    private static final double CANCELS = 0.1;
    private static final int LONGEST_BEFORE_CANCEL = 20_000;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Bank bank;
    private final History history;
    private final long seed;
    private volatile boolean isOver;

    BankClients(Bank bank, History history, long seed) {
        this.bank = bank;
        this.history = history;
        this.seed = seed;
    }

    /** Nothing begins any more. */
    void stop() {
        isOver = true;
    }

    /** Completes when all have stopped. */
    Mono<Void> run() {
        Flux<Void> payers = Flux.range(0, COUNT).flatMap(client -> payer(client, new Random(seed + client)), COUNT);
        return Mono.when(payers, reader(this::balances), reader(this::audit));
    }

    private Flux<Void> payer(int client, Random random) {
        return Mono.defer(() -> attempt(client, random)).repeat(() -> !isOver);
    }

    private Mono<Void> attempt(int client, Random random) {
        Transfer wanted = transfer(random);
        long begun = history.now();
        return bank.transfer(wanted)
                .thenReturn(new Event.Result(Outcome.ACKNOWLEDGED, ""))
                .takeUntilOther(cancel(random))
                .defaultIfEmpty(new Event.Result(Outcome.UNKNOWN, "cancelled"))
                .onErrorResume(error -> Mono.just(new Event.Result(Outcome.of(error), error.toString())))
                .doOnNext(result -> history.attempted(new Event.Attempt(begun, history.now(), client, wanted, result)))
                .filter(result -> result.outcome() != Outcome.ACKNOWLEDGED)
                .delayElement(PAUSE)
                .then();
    }

    private static Transfer transfer(Random random) {
        int payer = random.nextInt(Bank.ACCOUNTS);
        int payee = (payer + 1 + random.nextInt(Bank.ACCOUNTS - 1)) % Bank.ACCOUNTS;
        UUID id = new UUID(random.nextLong(), random.nextLong());
        return new Transfer(id, payer + 1, payee + 1, 1 + random.nextInt(MOST));
    }

    /** One in ten leaves, at any moment of a transfer. */
    private static Mono<Long> cancel(Random random) {
        return random.nextDouble() < CANCELS
                ? Mono.delay(Duration.of(random.nextInt(LONGEST_BEFORE_CANCEL), ChronoUnit.MICROS))
                : Mono.never();
    }

    private Flux<Long> reader(LongFunction<Mono<Event>> look) {
        return Mono.defer(() -> {
                    long begun = history.now();
                    return look.apply(begun)
                            .onErrorResume(error -> Mono.just(new Event.Blink(begun, history.now(), error.toString())));
                })
                .doOnNext(history::looked)
                .then(Mono.delay(PAUSE))
                .repeat(() -> !isOver);
    }

    private Mono<Event> balances(long begun) {
        return bank.balances().map(balances -> new Event.Balances(begun, history.now(), balances));
    }

    private Mono<Event> audit(long begun) {
        long acknowledged = history.acknowledged();
        return bank.books().map(books -> new Event.Audit(begun, history.now(), books, acknowledged));
    }
}
