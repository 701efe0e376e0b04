package org.reactiveorm;

import io.r2dbc.spi.Closeable;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.execution.KnownEntities;
import org.reactiveorm.execution.StatementListener;
import org.reactiveorm.read.Cursors;
import org.reactiveorm.read.GroupReader;
import org.reactiveorm.read.Reader;
import org.reactiveorm.transaction.ConnectionProvider;
import org.reactiveorm.transaction.TransactionListener;
import org.reactiveorm.transaction.Transactions;
import org.reactiveorm.write.Auditor;
import org.reactiveorm.write.Provenance;
import org.reactiveorm.write.Writer;
import reactor.core.publisher.Mono;

/** What can be chosen about a {@link ReactiveOrm}; everything has a default. Not thread-safe. */
public final class ReactiveOrmBuilder {

    private final ConnectionFactory connections;
    private ConnectionProvider provider;
    private StatementListener statements = StatementListener.none();
    private TransactionListener transactions = TransactionListener.none();
    private Clock clock = Clock.systemUTC();
    private Auditor auditor = Auditor.ofContext();
    private String cursorSecret = "reactive-orm";
    private int relationConnections = 1;
    private ClassLoader classLoader = ReactiveOrm.class.getClassLoader();
    private SqlMemory memory = SqlMemory.ofNothing();
    private Mono<Void> close = Mono.empty();

    ReactiveOrmBuilder(ConnectionFactory connections) {
        this.connections = connections;
        this.provider = ConnectionProvider.of(connections);
    }

    /** Who hands out connections; the default takes them from the connection factory. */
    public ReactiveOrmBuilder connections(ConnectionProvider connectionProvider) {
        this.provider = connectionProvider;
        return this;
    }

    /** Hears of every statement. */
    public ReactiveOrmBuilder statements(StatementListener listener) {
        this.statements = listener;
        return this;
    }

    /** Hears of the beginning and end of every transaction. */
    public ReactiveOrmBuilder transactions(TransactionListener listener) {
        this.transactions = listener;
        return this;
    }

    /**
     * Gives the moments of {@code @CreatedAt} and {@code @UpdatedAt}. It is asked once for each insert or update, whatever the number of
     * its rows and statements; two of them in one transaction have two moments, which tell their order.
     */
    public ReactiveOrmBuilder clock(Clock momentSource) {
        this.clock = momentSource;
        return this;
    }

    /**
     * Gives the values of {@code @CreatedBy} and {@code @UpdatedBy}; the default is who was named by {@link Auditor#context} in the
     * subscriber's Reactor context.
     *
     * @throws InvalidQueryException if it is null
     */
    public ReactiveOrmBuilder auditor(Auditor whoIsAtWork) {
        this.auditor = InvalidQueryException.requireGiven(
                whoIsAtWork, "The auditor is null. Leave it out, and the Reactor context is asked who is at work.");
        return this;
    }

    /** Where the generated models are found; the default is the library's own class loader and the thread's. */
    public ReactiveOrmBuilder classLoader(ClassLoader loader) {
        this.classLoader = loader;
        return this;
    }

    /**
     * What the cursors of slices are signed with; all instances of a service need the same. The default is known to everybody,
     * and keeps cursors of other queries and accidents out: who makes up a cursor with it still reads nothing but rows of the
     * query that it is given to.
     *
     * @throws InvalidQueryException if it is null or empty
     */
    public ReactiveOrmBuilder cursorSecret(String secret) {
        if (InvalidQueryException.requireGiven(secret, "The secret of cursors is null.")
                .isEmpty()) {
            throw new InvalidQueryException(
                    "The secret of cursors is empty. Give a long random text.", ErrorContext.none());
        }
        this.cursorSecret = secret;
        return this;
    }

    /**
     * How many connections the relations of one query may use at once, where it is not in a transaction; the default is 1. With
     * more, relations of the same rows are read side by side. A query whose rows have been read holds none while it waits for
     * them, so that a pool of any size serves them.
     *
     * @throws InvalidQueryException if the number is not positive
     */
    public ReactiveOrmBuilder relationConnections(int connectionsAtOnce) {
        if (connectionsAtOnce < 1) {
            throw new InvalidQueryException(
                    "Relations cannot be read through %d connections. Give at least 1.".formatted(connectionsAtOnce),
                    ErrorContext.none());
        }
        this.relationConnections = connectionsAtOnce;
        return this;
    }

    /** Keeps every statement given to {@link ReactiveOrm#sql}, for {@link ReactiveOrm#verifySql}: for tests, because it never forgets one. */
    public ReactiveOrmBuilder rememberingSql() {
        this.memory = SqlMemory.ofEverything();
        return this;
    }

    ReactiveOrmBuilder closingConnections() {
        this.close = connections instanceof Closeable closeable ? Mono.from(closeable.close()) : Mono.empty();
        return this;
    }

    /** The finished object. */
    public ReactiveOrm build() {
        Models models = Models.load(classLoader);
        KnownEntities known = models.known();
        Transactions unitOfWork = new Transactions(provider, transactions, known.subject());
        Executor executor = new Executor(unitOfWork, statements, known);
        Engine engine = new Engine(
                models,
                executor,
                unitOfWork,
                new Reader(executor, new Cursors(cursorSecret), relationConnections),
                new GroupReader(executor),
                new Writer(executor, unitOfWork, new Provenance(clock, auditor)));
        return new DefaultReactiveOrm(engine, memory, close);
    }
}
