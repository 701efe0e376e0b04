package org.reactiveorm.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.reactiveorm.test.postgres.PostgresServer;
import org.reactiveorm.test.postgres.TestDatabase;

/**
 * Runs every benchmark and writes the table. In each round all peers do the same work one after the other, each round
 * begins with another of them, so that what disturbs the machine disturbs all; the table has the medians of the rounds.
 *
 * <p>{@code -Dbenchmark.rounds=1}, {@code -Dbenchmark.seconds=1} and {@code -Dbenchmark.include=findById} make it shorter,
 * {@code -Dbenchmark.profiler=stack} adds a profiler of JMH.
 */
public final class BenchmarkRun {

    private static final String INCLUDED = System.getProperty("benchmark.include", "");

    private BenchmarkRun() {}

    /**
     * Blocks until everything is measured.
     *
     * @param arguments the file that the table is written to
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        BenchmarkTable table = new BenchmarkTable();
        try (TestDatabase database = PostgresServer.shared().database(BenchmarkDatabase.SCRIPT)) {
            for (int round = 0; round < Integer.getInteger("benchmark.rounds", 5); round++) {
                table.add(new Runner(repeated(database.url(), round).build()).run());
            }
            if (INCLUDED.isEmpty()) { // JMH refuses a run without a benchmark
                table.add(new Runner(once().build()).run());
            }
        }
        String text = table.toString();
        System.out.println(text);
        Files.writeString(Path.of(arguments[0]), text);
    }

    private static ChainedOptionsBuilder repeated(String url, int round) {
        int seconds = Integer.getInteger("benchmark.seconds", 2);
        ChainedOptionsBuilder options = options("(Database|Render)Benchmark")
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementIterations(2)
                .measurementTime(TimeValue.seconds(seconds))
                .param("peer", beginningWith(round))
                .jvmArgsAppend("-Xmx1g", "-D" + BenchmarkDatabase.URL + "=" + url);
        String profiler = System.getProperty("benchmark.profiler");
        return profiler == null ? options : options.addProfiler(profiler);
    }

    private static String[] beginningWith(int first) {
        List<String> peers =
                new ArrayList<>(Stream.of(PeerKind.values()).map(PeerKind::name).toList());
        Collections.rotate(peers, -first);
        return peers.toArray(String[]::new);
    }

    /** What is measured in fresh JVMs. */
    private static ChainedOptionsBuilder once() {
        return options("StartBenchmark").forks(5).warmupIterations(0).measurementIterations(1);
    }

    private static ChainedOptionsBuilder options(String benchmarks) {
        return new OptionsBuilder()
                .include("\\." + benchmarks + "\\..*" + INCLUDED)
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.NORMAL);
    }
}
