package org.reactiveorm.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7Test {

    @Test
    void ascendEvenWithinAMillisecond() {
        List<UUID> ids = Stream.generate(UuidV7::next).limit(100_000).toList();

        assertThat(ids).isSortedAccordingTo(Comparator.comparing(UUID::toString));
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void sayWhatTheyAreAndWhenTheyWereMade() {
        long before = System.currentTimeMillis();
        UUID id = UuidV7.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        // another thread of this JVM may have run ahead of the clock by some 4,096ths of a millisecond
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis() + 1_000);
    }

    @Test
    void haveMomentsOfTheirOwnAcrossThreads() {
        List<Long> moments = IntStream.range(0, 100_000)
                .parallel()
                .mapToObj(i -> UuidV7.next().getMostSignificantBits())
                .toList();

        assertThat(moments).doesNotHaveDuplicates();
    }
}
