package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** What a subscriber sees of a buffer, in order. */
class RowBufferTest {

    private final List<Object> seen = new ArrayList<>();
    private final List<Long> taken = new ArrayList<>();
    private final Subscriber subscriber = new Subscriber();
    private final RowBuffer<String> buffer = new RowBuffer<>(subscriber, taken::add);

    @Test
    void rowsWaitUntilTheyAreAskedFor() {
        add("a", "b", "c");
        assertThat(seen).isEmpty();
        buffer.request(2);
        assertThat(seen).containsExactly("a", "b");
        buffer.request(5);
        assertThat(seen).containsExactly("a", "b", "c");
        assertThat(taken).containsExactly(2L, 1L);
    }

    @Test
    void theEndComesAfterTheLastRow() {
        add("a");
        buffer.onComplete();
        assertThat(seen).isEmpty();
        buffer.request(1);
        assertThat(seen).containsExactly("a", "complete");
    }

    @Test
    void theEndNeedsNoDemand() {
        buffer.onComplete();
        assertThat(seen).containsExactly("complete");
    }

    @Test
    void anErrorComesAfterTheRowsBeforeIt() {
        add("a");
        IllegalStateException error = new IllegalStateException();
        buffer.onError(error);
        buffer.request(1);
        assertThat(seen).containsExactly("a", error);
    }

    @Test
    void aCancelDiscardsWhatWaitsAndWhatComes() {
        add("a", "b");
        buffer.cancel();
        add("c");
        buffer.onComplete();
        buffer.request(9);
        assertThat(seen).containsExactly("discarded a", "discarded b", "discarded c");
    }

    @Test
    void aRowThatAsksForTheNextDoesNotNest() {
        subscriber.asksForMore = true;
        add("a", "b", "c");
        buffer.request(1);
        assertThat(seen).containsExactly("a", "b", "c");
        assertThat(subscriber.deepest).isOne();
    }

    private void add(String... rows) {
        for (String row : rows) {
            buffer.onNext(row);
        }
    }

    private final class Subscriber implements CoreSubscriber<String> {

        private boolean asksForMore;
        private int depth;
        private int deepest;

        @Override
        public void onSubscribe(Subscription subscription) {}

        @Override
        public void onNext(String row) {
            deepest = Math.max(deepest, ++depth);
            seen.add(row);
            if (asksForMore) {
                buffer.request(1);
            }
            depth--;
        }

        @Override
        public void onError(Throwable error) {
            seen.add(error);
        }

        @Override
        public void onComplete() {
            seen.add("complete");
        }

        @Override
        public Context currentContext() {
            return Operators.enableOnDiscard(Context.empty(), row -> seen.add("discarded " + row));
        }
    }
}
