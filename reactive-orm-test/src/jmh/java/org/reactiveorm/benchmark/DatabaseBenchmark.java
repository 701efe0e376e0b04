package org.reactiveorm.benchmark;

import java.math.BigDecimal;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import reactor.core.publisher.Flux;

/** Work on the database that {@link BenchmarkRun} has filled. */
@NullUnmarked // JMH fills the state
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DatabaseBenchmark {

    private static final int CALLERS = 64;

    /** Who does the work. */
    @Param
    public PeerKind peer;

    private Peer connected;

    /** Opens the pool. */
    @Setup
    public void connect() {
        connected = peer.connect(System.getProperty(BenchmarkDatabase.URL));
    }

    /** Removes what the previous peer inserted, so that all meet the same tables. */
    @Setup(Level.Iteration)
    public void clean() {
        BenchmarkDatabase.clean(System.getProperty(BenchmarkDatabase.URL));
    }

    /** Closes the pool. */
    @TearDown
    public void close() {
        connected.close().block();
    }

    /** One row by its key. */
    @Benchmark
    public Object findById() {
        return connected.findById(user()).block();
    }

    /** The same by many callers at once; the time is per row. */
    @Benchmark
    @OperationsPerInvocation(CALLERS)
    public Object findByIdBy64Callers() {
        return Flux.range(0, CALLERS)
                .flatMap(caller -> connected.findById(user()), CALLERS)
                .blockLast();
    }

    /** 1,000 of 10,000 rows. */
    @Benchmark
    public Object read1000() {
        return connected.users(random(9_000)).collectList().block();
    }

    /** All 1,000 rows of a table, without any parameter. */
    @Benchmark
    public Object read1000Unbound() {
        return connected.tags().collectList().block();
    }

    /** 100 parents, their 1,000 children, their 1,000 grandchildren. */
    @Benchmark
    public Object includeAll() {
        return connected.usersWithPosts(random(9_900)).collectList().block();
    }

    /** 100 parents, at most five children of each, the grandchildren. */
    @Benchmark
    public Object includeNewest5() {
        return connected.usersWithNewestPosts(random(9_900)).collectList().block();
    }

    /** One row, which comes back. */
    @Benchmark
    public Object insertOne() {
        return connected.insertOne().block();
    }

    /** 1,000 rows, which come back in order. */
    @Benchmark
    public Object insert1000() {
        return connected.insertMany().collectList().block();
    }

    /** 1,000 rows, each set to values of its own, which come back in order. */
    @Benchmark
    public Object update1000() {
        return connected.updateMany().collectList().block();
    }

    /** 10,000 rows, which do not come back. */
    @Benchmark
    public Object insert10000Unanswered() {
        return connected.insertUnanswered().block();
    }

    /** 10,000 rows with COPY. */
    @Benchmark
    public Object copy10000() {
        return connected.copy().block();
    }

    /** 1,000 rows, some of which are there already, which come back in order. */
    @Benchmark
    public Object upsert1000() {
        return connected
                .upsertMany(ThreadLocalRandom.current().nextInt(10_000))
                .collectList()
                .block();
    }

    /** Two updates. */
    @Benchmark
    public Object transactionOfTwoUpdates() {
        return connected.transfer(user(), user(), BigDecimal.ONE).block();
    }

    /** A row and its ten children. */
    @Benchmark
    public Object insertUserWith10Posts() {
        return connected.insertUserWithPosts().block();
    }

    private static long user() {
        return 1 + random(BenchmarkDatabase.USERS);
    }

    private static long random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }
}
