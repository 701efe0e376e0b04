package org.reactiveorm.test.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Operators;
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
}
