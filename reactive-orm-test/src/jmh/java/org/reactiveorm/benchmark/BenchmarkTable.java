package org.reactiveorm.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;

/** The medians of all rounds as a table in Markdown: a line for each work, with the ratios to the work done by hand. */
final class BenchmarkTable {

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private final Map<String, Map<PeerKind, Samples>> works = new LinkedHashMap<>();

    /** Adds a round. */
    void add(Collection<RunResult> round) {
        for (RunResult run : round) {
            String peer = run.getParams().getParam("peer");
            String name = run.getParams().getBenchmark();
            Samples samples = works.computeIfAbsent(
                            name.substring(name.lastIndexOf('.') + 1), work -> new LinkedHashMap<>())
                    .computeIfAbsent(peer == null ? PeerKind.ORM : PeerKind.valueOf(peer), kind -> new Samples());
            for (BenchmarkResult fork : run.getBenchmarkResults()) {
                samples.add(fork);
            }
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("""
                | work | time µs: library / raw / raw defaults | speed ÷ raw | speed ÷ raw defaults | CPU µs: library / raw / raw defaults | CPU ÷ raw | CPU ÷ raw defaults | allocated kB: library / raw / raw defaults | allocated ÷ raw | allocated ÷ raw defaults |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
                """);
        works.forEach((work, peers) -> {
            Figures time = Figures.of(peers, Samples::times);
            Figures cpu = Figures.of(peers, Samples::cpu);
            Figures allocated = Figures.of(peers, Samples::allocated);
            text.append("| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |%n"
                    .formatted(
                            work,
                            time,
                            ratio(time.raw, time.library),
                            ratio(time.defaults, time.library),
                            cpu,
                            ratio(cpu.library, cpu.raw),
                            ratio(cpu.library, cpu.defaults),
                            allocated,
                            ratio(allocated.library, allocated.raw),
                            ratio(allocated.library, allocated.defaults)));
        });
        return text.toString();
    }

    private static String ratio(@Nullable Double a, @Nullable Double b) {
        return a == null || b == null ? "–" : "%.2f".formatted(a / b);
    }

    /** All measurements of a work by one peer. */
    private record Samples(List<Double> times, List<Double> cpu, List<Double> allocated) {

        Samples() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void add(BenchmarkResult fork) {
            var more = fork.getSecondaryResults();
            times.add(fork.getPrimaryResult().getScore());
            cpu.add(more.get(CpuProfiler.LABEL).getScore());
            allocated.add(more.get(ALLOCATION).getScore() / 1000);
        }
    }

    /** One quantity of all peers. */
    private record Figures(
            @Nullable Double library,
            @Nullable Double raw,
            @Nullable Double defaults) {

        static Figures of(Map<PeerKind, Samples> peers, Function<Samples, List<Double>> quantity) {
            return new Figures(
                    median(peers.get(PeerKind.ORM), quantity),
                    median(peers.get(PeerKind.RAW), quantity),
                    median(peers.get(PeerKind.RAW_DEFAULTS), quantity));
        }

        private static @Nullable Double median(@Nullable Samples samples, Function<Samples, List<Double>> quantity) {
            if (samples == null) {
                return null;
            }
            List<Double> sorted = quantity.apply(samples).stream().sorted().toList();
            int middle = sorted.size() / 2;
            return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        }

        @Override
        public String toString() {
            return text(library) + " / " + text(raw) + " / " + text(defaults);
        }

        private static String text(@Nullable Double value) {
            if (value == null) {
                return "–";
            }
            return value < 100 ? "%.1f".formatted(value) : String.format(Locale.ROOT, "%,.0f", value);
        }
    }
}
