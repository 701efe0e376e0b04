package org.reactiveorm.faults;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What all clients, the readers and the nemesis saw and did. Thread-safe. */
final class History {

    private static final long AROUND = 100_000_000;
    private static final int LINES = 60;

    private final long start = System.nanoTime();
    private final Queue<Event> events = new ConcurrentLinkedQueue<>();
    private final AtomicLongArray acknowledged;

    History(int clients) {
        this.acknowledged = new AtomicLongArray(clients);
    }

    /** The time that events are written down with. */
    long now() {
        return System.nanoTime() - start;
    }

    void looked(Event look) {
        events.add(look);
    }

    void struck(Event.Strike strike) {
        events.add(strike);
    }

    /** It counts as soon as its client knows. */
    void attempted(Event.Attempt attempt) {
        events.add(attempt);
        if (attempt.result().outcome() == Outcome.ACKNOWLEDGED) {
            acknowledged.incrementAndGet(attempt.client());
        }
    }

    /** How many transfers of each client were acknowledged. */
    long[] acknowledgedByClient() {
        return LongStream.range(0, acknowledged.length())
                .map(client -> acknowledged.get((int) client))
                .toArray();
    }

    long acknowledged() {
        return LongStream.of(acknowledgedByClient()).sum();
    }

    <T extends Event> Stream<T> all(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** How many transfers ended how. */
    Map<String, Long> summary() {
        return all(Event.Attempt.class)
                .collect(Collectors.groupingBy(
                        attempt -> "%s %s"
                                .formatted(
                                        attempt.result().outcome(),
                                        attempt.result().reason().replaceAll("\\d+", "#")),
                        TreeMap::new,
                        Collectors.counting()));
    }

    /** What happened while this did and shortly before and after, as much as can be read; strikes in any case. */
    String around(Event culprit) {
        List<Event> near = events.stream()
                .filter(event -> event.ended() >= culprit.begun() - AROUND && event.begun() <= culprit.ended() + AROUND)
                .sorted(Comparator.comparingLong(Event::ended))
                .toList();
        long middle = near.indexOf(culprit);
        return Stream.concat(
                        near.stream().filter(Event.Strike.class::isInstance),
                        near.stream().skip(Math.max(0, middle - LINES / 2)).limit(LINES))
                .map(event -> (event == culprit ? "→ " : "  ") + event.text())
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
