package org.reactiveorm.benchmark;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.reactiveorm.ReactiveOrm;

/** The start of the library in a fresh JVM, where the driver is already there; nothing is connected. */
@NullUnmarked // JMH fills the state
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StartBenchmark {

    static final String NOWHERE = "r2dbc:postgresql://nobody@localhost/nothing";

    private ConnectionFactory connections;

    /** The driver's part of the start, which is not ours. */
    @Setup
    public void loadDriver() {
        connections = ConnectionFactories.get(NOWHERE);
    }

    /** Finds the generated models and makes the object that an application has one of. */
    @Benchmark
    public Object start() {
        return ReactiveOrm.create(connections);
    }
}
