package org.reactiveorm.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Runs last, see junit-platform.properties, and says what the tests before it have left behind. */
@Order(Integer.MAX_VALUE)
@Timeout(60)
class SuiteTest {

    private static final String PLANTED = "planted by the test";

    /**
     * Where Spring makes the JSON of one element of a stream. Each element becomes a publisher of its buffer, and Reactor Netty's
     * {@code sendGroups} keeps up to 32 of them ready: when the client goes away, what it discards is a publisher, behind which nobody
     * finds the buffer. It is so with a {@code Flux.interval}, or a {@code generate().publishOn()}, in place of our rows too (Spring
     * Framework 7.0.8, Reactor Netty 1.3.8; spring-framework issue 36438). No connection of ours is lost with it.
     */
    private static final String STREAMED_JSON =
            "org.springframework.http.codec.AbstractJacksonEncoder.encodeStreamingValue";

    /**
     * What the driver makes of a value. When the connection closes just before the statement is written, the driver may let go of the
     * buffer without releasing it, also in 1.1.3. We do not send what we know to be lost, but the line may close in between.
     */
    private static final String BOUND_VALUE = "io.r2dbc.postgresql.codec.";

    @Test
    void noBufferWasLeaked() {
        assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.PARANOID);
        // until the collector has been here, and so knows all leaks
        for (int tries = 0; tries < 50 && leaksThatWerePlanted() == 0; tries++) {
            plantLeak();
            System.gc();
            PooledByteBufAllocator.DEFAULT.buffer(1).release();
        }
        assertThat(leaksThatWerePlanted()).isPositive();
        List<String> leaks = RecordingLeakDetector.leaks().stream()
                .filter(leak -> !leak.contains(PLANTED) && !leak.contains(STREAMED_JSON) && !leak.contains(BOUND_VALUE))
                .toList();
        assertThat(leaks).isEmpty();
    }

    private static void plantLeak() {
        ByteBuf lost = PooledByteBufAllocator.DEFAULT.buffer(1);
        lost.touch(PLANTED);
    }

    private static long leaksThatWerePlanted() {
        return RecordingLeakDetector.leaks().stream()
                .filter(leak -> leak.contains(PLANTED))
                .count();
    }

    @Test
    void aThreadThatMustNotBlockIsWatched() {
        Mono<Integer> blocking = Mono.fromCallable(() -> {
                    Thread.sleep(1);
                    return 1;
                })
                .subscribeOn(Schedulers.parallel());
        assertThatThrownBy(() -> blocking.block(Duration.ofSeconds(20)))
                .hasMessageContaining("Blocking call! java.lang.Thread.sleep");
    }
}
