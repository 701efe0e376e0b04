package org.reactiveorm.test.fault;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Connections that fail or fall silent when a test says so. They are made by another factory and go to a pool:
 *
 * <pre>{@code
 * FaultyConnections faulty = FaultyConnections.of(ConnectionFactories.get(database.url()));
 * ConnectionPool pool = new ConnectionPool(ConnectionPoolConfiguration.builder(faulty).build());
 * ReactiveOrm orm = ReactiveOrm.create(pool);
 *
 * faulty.at(Moment.CREATE).times(2).fail("53300");
 * faulty.at(Moment.AFTER_STATEMENT).sql("COMMIT").fail("08006");
 * Mono<Void> met = faulty.at(Moment.BEFORE_STATEMENT).sql("insert into").hang();
 * }</pre>
 *
 * Faults are met in the order in which they were asked for, each once unless it says how often. COPY, batches and cancel requests
 * go past it: they are asked of the driver's own connection.
 */
public final class FaultyConnections implements ConnectionFactory, Wrapped<ConnectionFactory> {

    private final ConnectionFactory connections;
    private final List<Fault> faults = new CopyOnWriteArrayList<>();

    private FaultyConnections(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** Around this factory, at first without any fault. */
    public static FaultyConnections of(ConnectionFactory connections) {
        return new FaultyConnections(connections);
    }

    /** Something that is to go wrong there, which {@link Fault.Plan} says. */
    public Fault.Plan at(Moment moment) {
        return new Fault.Plan(faults::add, moment);
    }

    /** Nothing more goes wrong. What hangs already goes on hanging. */
    public void heal() {
        faults.clear();
    }

    @Override
    public Publisher<? extends Connection> create() {
        return faultAt(Moment.CREATE, "")
                .then(Mono.from(connections.create()).map(made -> new FaultyConnection(made, this)));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return connections.getMetadata();
    }

    @Override
    public ConnectionFactory unwrap() {
        return connections;
    }

    /** Completes when nothing is to go wrong there, fails or hangs otherwise; decided when it is subscribed to. */
    Mono<Void> faultAt(Moment moment, String sql) {
        return Mono.defer(() -> dueAt(moment, sql).orElseGet(Mono::empty));
    }

    /** What is to go wrong there and now. */
    Optional<Mono<Void>> dueAt(Moment moment, String sql) {
        return faults.stream()
                .filter(fault -> fault.isMetAt(moment, sql))
                .findFirst()
                .map(Fault::effect);
    }
}
