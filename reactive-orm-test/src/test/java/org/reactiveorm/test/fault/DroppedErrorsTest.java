package org.reactiveorm.test.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.test.publisher.TestPublisher;
import reactor.util.context.Context;

class DroppedErrorsTest {

    @Test
    void nothingDroppedIsFine() {
        try (DroppedErrors dropped = DroppedErrors.record()) {
            dropped.assertNone();
            assertThat(dropped.all()).isEmpty();
        }
    }

    @Test
    void errorsAndValuesAreShownWithTheirStackTraces() {
        try (DroppedErrors dropped = DroppedErrors.record()) {
            Operators.onErrorDropped(new IllegalStateException("nobody listens"), Context.empty());
            Operators.onNextDropped("a row", Context.empty());
            assertThatThrownBy(dropped::assertNone)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("dropped 2 errors or values")
                    .hasMessageContaining("IllegalStateException: nobody listens")
                    .hasMessageContaining("the value a row")
                    .hasMessageContaining("at " + DroppedErrorsTest.class.getName());
        }
    }

    @Test
    void eachRecordsFromItsBeginningToItsEnd() {
        try (DroppedErrors outer = DroppedErrors.record()) {
            Operators.onErrorDropped(new IllegalStateException("1"), Context.empty());
            DroppedErrors inner = DroppedErrors.record();
            Operators.onErrorDropped(new IllegalStateException("2"), Context.empty());
            inner.close();
            inner.close();
            Operators.onErrorDropped(new IllegalStateException("3"), Context.empty());
            assertThat(inner.all()).extracting(Throwable::getMessage).containsExactly("2");
            assertThat(outer.all()).extracting(Throwable::getMessage).containsExactly("1", "2", "3");
        }
    }

    @Test
    void aValueThatMeetsATimeoutIsNotCounted() {
        assertThat(droppedBy((source, late) -> source.timeout(late, value -> Mono.never(), Mono.empty())))
                .isEmpty();
        assertThat(droppedBy(Flux::takeUntilOther)).isEmpty();
    }

    /** What is dropped of a value that comes after the operator has heard that it is too late. */
    private static List<Throwable> droppedBy(BiFunction<Flux<String>, Mono<Long>, Flux<String>> operator) {
        TestPublisher<String> source = TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
        Sinks.One<Long> late = Sinks.one();
        try (DroppedErrors dropped = DroppedErrors.record()) {
            operator.apply(source.flux(), late.asMono()).subscribe();
            late.tryEmitValue(1L);
            source.next("a row");
            return dropped.all();
        }
    }
}
