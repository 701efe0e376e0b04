package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Turns without a connection. */
class GateTest {

    private final Gate gate = new Gate();
    private final List<String> events = new ArrayList<>();

    /** A turn that tells what happens to it, and is over when the test says so. */
    private Gate.Turn turn(String name, boolean starts) {
        return new Gate.Turn() {
            @Override
            public boolean start() {
                events.add(name);
                return starts;
            }

            @Override
            public void reject(RuntimeException reason) {
                events.add(name + " " + reason.getMessage());
            }
        };
    }

    private static IllegalStateException over() {
        return new IllegalStateException("over");
    }

    @Test
    void turnsStartInTheOrderTheyCameEachWhenTheOneBeforeHasLeft() {
        gate.enter(turn("a", true));
        gate.enter(turn("b", true));
        gate.enter(turn("c", true));
        assertThat(events).containsExactly("a");
        assertThat(gate.isBusy()).isTrue();

        gate.leave();
        assertThat(events).containsExactly("a", "b");
        gate.leave();
        gate.leave();
        assertThat(events).containsExactly("a", "b", "c");
        assertThat(gate.isBusy()).isFalse();
    }

    @Test
    void aTurnThatWasCancelledWhileItWaitedIsSkipped() {
        gate.enter(turn("a", true));
        gate.enter(turn("cancelled", false));
        gate.enter(turn("b", true));
        gate.leave();
        assertThat(events).containsExactly("a", "cancelled", "b");
    }

    @Test
    void closingLetsTheRunningTurnEndAndRejectsTheRest() {
        gate.enter(turn("a", true));
        gate.enter(turn("b", true));

        StepVerifier.create(gate.close(GateTest::over))
                .then(() -> assertThat(events).containsExactly("a", "b over"))
                .then(gate::leave)
                .verifyComplete();
        gate.enter(turn("late", true));
        assertThat(events).containsExactly("a", "b over", "late over");
    }

    @Test
    void whatWaitsIsRejectedWhenATurnClosesTheGateAsItStarts() {
        gate.enter(turn("a", true));
        gate.enter(new Gate.Turn() {
            @Override
            public boolean start() {
                gate.close(GateTest::over).subscribe();
                assertThat(gate.isBusy()).isTrue();
                return false;
            }

            @Override
            public void reject(RuntimeException reason) {
                events.add("closing " + reason.getMessage());
            }
        });
        gate.enter(turn("b", true));
        gate.leave();
        assertThat(events).containsExactly("a", "b over");
        assertThat(gate.isBusy()).isFalse();
    }

    @Test
    void whatIsGivenUpLetsNobodyThroughAndTellsThoseWhoWaitWhenItCloses() {
        gate.enter(turn("a", true));
        gate.enter(turn("b", true));
        gate.giveUp();
        gate.leave();
        gate.enter(turn("c", true));
        assertThat(events).containsExactly("a");
        StepVerifier.create(gate.close(GateTest::over)).verifyComplete();
        assertThat(events).containsExactly("a", "b over", "c over");
    }

    @Test
    void closingAnIdleGateCompletesAtOnce() {
        StepVerifier.create(gate.close(GateTest::over)).verifyComplete();
    }

    @Test
    void closingAfterThoseWhoWaitLetsThemPassFirst() {
        gate.enter(turn("a", true));
        gate.enter(turn("b", true));

        StepVerifier.create(gate.closeAfterWaiting(GateTest::over))
                .then(gate::leave)
                .then(() -> assertThat(events).containsExactly("a", "b"))
                .then(gate::leave)
                .verifyComplete();
        gate.enter(turn("late", true));
        assertThat(events).containsExactly("a", "b", "late over");
    }

    @Test
    void aTurnThatEntersAnotherDoesNotNestIt() {
        gate.enter(new Gate.Turn() {
            @Override
            public boolean start() {
                gate.enter(turn("inner", true));
                events.add("outer");
                return true;
            }

            @Override
            public void reject(RuntimeException reason) {
                throw reason;
            }
        });
        assertThat(events).containsExactly("outer");
        gate.leave();
        assertThat(events).containsExactly("outer", "inner");
    }

    @Test
    void noTwoTurnsRunAtOnceWhateverThreadTheyComeFrom() {
        AtomicInteger running = new AtomicInteger();
        LongAdder overlaps = new LongAdder();
        LongAdder started = new LongAdder();
        Gate.Turn counting = new Gate.Turn() {
            @Override
            public boolean start() {
                if (running.incrementAndGet() != 1) {
                    overlaps.increment();
                }
                started.increment();
                running.decrementAndGet();
                gate.leave();
                return true;
            }

            @Override
            public void reject(RuntimeException reason) {
                overlaps.increment();
            }
        };
        IntStream.range(0, 10_000).parallel().forEach(i -> gate.enter(counting));

        assertThat(overlaps.sum()).isZero();
        assertThat(started.sum()).isEqualTo(10_000);
    }
}
