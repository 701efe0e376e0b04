package org.reactiveorm.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AssertProvider;
import org.reactiveorm.execution.ExecutedStatement;
import org.reactiveorm.execution.StatementListener;
import org.reactiveorm.test.LogEvent.Kind;
import org.reactiveorm.test.LogEvent.Ran;
import org.reactiveorm.test.LogEvent.Step;
import org.reactiveorm.transaction.TransactionEvent;
import org.reactiveorm.transaction.TransactionListener;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Records the statements that were sent and what happened to transactions, in order. {@code BEGIN}, {@code COMMIT} and
 * {@code ROLLBACK} are events of a transaction and are not counted as statements. {@link OrmExtension} clears it before
 * each test method, after {@code @BeforeEach}. AssertJ takes it as it is:
 *
 * <pre>{@code
 * assertThat(orm.statements()).hasCount(3).hasCommitted();
 * assertThat(orm.statements().during(users.withPosts())).hasCount(2).containsSql("from posts");
 * }</pre>
 *
 * Thread-safe. It listens to one {@link org.reactiveorm.ReactiveOrm}, whoever calls that.
 */
public final class StatementLog implements StatementListener, TransactionListener, AssertProvider<StatementLogAssert> {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final List<LogEvent> events = new ArrayList<>();

    /** An empty log. */
    public StatementLog() {}

    /** The statements in the order in which their results ended. */
    public List<ExecutedStatement> list() {
        return statementsOf(events());
    }

    /** The number of statements. */
    public int count() {
        return list().size();
    }

    /** Forgets everything. */
    public synchronized void clear() {
        events.clear();
    }

    /**
     * Subscribes, blocks until {@code work} ends, and answers with what was recorded in the meantime; this log keeps it
     * too. What other threads sent at the same time is in it.
     *
     * @throws RuntimeException the error of {@code work}, if it fails; let it {@code onErrorComplete()} to look at a
     *     failure's statements
     */
    public StatementLog during(Publisher<?> work) {
        int before = events().size();
        Flux.from(work).then().block(PATIENCE);
        List<LogEvent> after = settledEvents();
        StatementLog part = new StatementLog();
        part.events.addAll(after.subList(Math.min(before, after.size()), after.size()));
        return part;
    }

    @Override
    public void executed(ExecutedStatement statement) {
        add(new Ran(statement));
    }

    @Override
    public void began(TransactionEvent event) {
        add(new Step(Kind.BEGAN, event));
    }

    @Override
    public void committed(TransactionEvent event) {
        add(new Step(Kind.COMMITTED, event));
    }

    @Override
    public void rolledBack(TransactionEvent event) {
        add(new Step(Kind.ROLLED_BACK, event));
    }

    @Override
    public void outcomeUnknown(TransactionEvent event) {
        add(new Step(Kind.OUTCOME_UNKNOWN, event));
    }

    @Override
    public StatementLogAssert assertThat() {
        return new StatementLogAssert(this);
    }

    /** All lines, as a failing assertion shows them. */
    @Override
    public String toString() {
        return show(events());
    }

    static List<ExecutedStatement> statementsOf(List<LogEvent> events) {
        return events.stream()
                .filter(Ran.class::isInstance)
                .map(event -> ((Ran) event).statement())
                .toList();
    }

    static long count(List<LogEvent> events, Kind kind) {
        return events.stream()
                .filter(event -> event instanceof Step step && step.kind() == kind)
                .count();
    }

    static String show(List<LogEvent> events) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (LogEvent event : events) {
            text.append(event instanceof Ran ? "%4d. ".formatted(++number) : "      ");
            text.append(event.line()).append('\n');
        }
        return text.isEmpty() ? "      (nothing)\n" : text.toString();
    }

    synchronized List<LogEvent> events() {
        return List.copyOf(events);
    }

    /**
     * The events when every transaction that began has ended, because a cancelled subscriber is not told when its
     * rollback is done. Gives up after some seconds and answers with what there is.
     */
    synchronized List<LogEvent> settledEvents() {
        long deadline = System.nanoTime() + SETTLING.toNanos();
        try {
            for (long left = SETTLING.toMillis();
                    left > 0 && !isSettled();
                    left = (deadline - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(events);
    }

    private boolean isSettled() {
        long ended =
                count(events, Kind.COMMITTED) + count(events, Kind.ROLLED_BACK) + count(events, Kind.OUTCOME_UNKNOWN);
        return ended >= count(events, Kind.BEGAN);
    }

    private synchronized void add(LogEvent event) {
        events.add(event);
        notifyAll();
    }
}
