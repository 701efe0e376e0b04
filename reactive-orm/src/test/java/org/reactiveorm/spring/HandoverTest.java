package org.reactiveorm.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** A cancel that meets the beginning finds either nothing that begins, or what can be waited for. */
class HandoverTest {

    private final UnderWay within = new UnderWay();
    private final List<String> unwanted = new ArrayList<>();
    private final Sinks.One<String> begun = Sinks.one();

    private Handover<String> handover() {
        return new Handover<>(begun.asMono(), value -> Mono.fromRunnable(() -> unwanted.add(value)), within);
    }

    private boolean isUnderWay() {
        AtomicBoolean none = new AtomicBoolean();
        within.none().subscribe(nothing -> {}, error -> {}, () -> none.set(true));
        return !none.get();
    }

    @Test
    void whoeverCanCancelFindsItUnderWay() {
        AtomicBoolean seen = new AtomicBoolean();
        handover().subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                seen.set(isUnderWay());
                subscription.request(1);
            }
        });
        assertThat(seen).isTrue();
        begun.tryEmitValue("begun");
        assertThat(isUnderWay()).as("it has not ended").isTrue();
        assertThat(unwanted).isEmpty();
    }

    @Test
    void whatIsCancelledBeforeItBeginsIsNotUnderWay() {
        handover().subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.cancel();
            }
        });
        assertThat(begun.currentSubscriberCount()).isZero();
        assertThat(isUnderWay()).isFalse();
    }

    @Test
    void whatIsCancelledWhileItBeginsIsGivenAwayAndStaysUnderWayUntilThen() {
        StepVerifier.create(handover())
                .then(() -> assertThat(begun.currentSubscriberCount()).isOne())
                .thenCancel()
                .verify();
        assertThat(isUnderWay()).isTrue();
        begun.tryEmitValue("begun");
        assertThat(unwanted).containsExactly("begun");
    }
}
