package org.reactiveorm.read;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.PublisherProbe;

class DemandFluxTest {

    private final PublisherProbe<Integer> whateverComes = PublisherProbe.of(Flux.just(1, 2, 3));
    private final PublisherProbe<Integer> bitByBit = PublisherProbe.of(Flux.just(4, 5, 6));
    private final Flux<Integer> flux = new DemandFlux<>(whateverComes.flux(), bitByBit.flux());

    @Test
    void whoTakesWhateverComesGetsTheFirst() {
        StepVerifier.create(flux).expectNext(1, 2, 3).verifyComplete();
        bitByBit.assertWasNotSubscribed();
    }

    @Test
    void whoAsksBitByBitGetsTheOtherAlsoIfAllIsWantedLater() {
        StepVerifier.create(flux, 1)
                .expectNext(4)
                .thenRequest(Long.MAX_VALUE)
                .expectNext(5, 6)
                .verifyComplete();
        whateverComes.assertWasNotSubscribed();
    }

    @Test
    void whoCancelsBeforeAskingGetsNeither() {
        StepVerifier.create(flux, 0).thenCancel().verify();
        whateverComes.assertWasNotSubscribed();
        bitByBit.assertWasNotSubscribed();
    }

    @Test
    void aCancelReachesTheSource() {
        StepVerifier.create(flux, 1).expectNext(4).thenCancel().verify();
        bitByBit.assertWasCancelled();
    }

    @Test
    void contextAndErrorsPass() {
        Flux<Integer> failing =
                Flux.deferContextual(context -> Flux.error(new IllegalStateException(context.<String>get("who"))));
        StepVerifier.create(new DemandFlux<>(failing, failing).contextWrite(context -> context.put("who", "me")))
                .verifyErrorMessage("me");
        StepVerifier.create(
                        new DemandFlux<>(Mono.<Integer>never().flux(), failing)
                                .contextWrite(context -> context.put("who", "you")),
                        1)
                .verifyErrorMessage("you");
    }
}
