package org.reactiveorm;

import io.r2dbc.spi.Closeable;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.execution.KnownEntities;
import org.reactiveorm.execution.StatementListener;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.read.Cursors;
import org.reactiveorm.read.GroupReader;
import org.reactiveorm.read.Reader;
import org.reactiveorm.scope.Scoping;
import org.reactiveorm.transaction.ClosableConnections;
import org.reactiveorm.transaction.ConnectionProvider;
import org.reactiveorm.transaction.Pool;
import org.reactiveorm.transaction.SessionVariables;
import org.reactiveorm.transaction.Surroundings;
import org.reactiveorm.transaction.TimeLimits;
import org.reactiveorm.transaction.TransactionListener;
import org.reactiveorm.transaction.Transactions;
import org.reactiveorm.write.Auditor;
import org.reactiveorm.write.EntityListener;
import org.reactiveorm.write.Listeners;
import org.reactiveorm.write.Provenance;
import org.reactiveorm.write.Writer;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

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
    private Mono<Void> origin = Mono.empty();
    private TimeLimits limits = TimeLimits.none();
    private Duration patience = Duration.ofSeconds(30);
    private Scoping scoping = Scoping.declared();
    private SessionVariables variables = SessionVariables.none();
    private final List<Function<ReactiveOrm, ? extends Collection<? extends EntityListener<?>>>> listeners =
            new ArrayList<>();

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

    /**
     * Lets statements see only those rows of an entity for which a condition holds, wherever they are found, reached over a
     * relation, counted, changed or deleted; {@link ReactiveOrm#sql} is the caller's own. The condition is asked for once for each
     * call that reads or writes the entity, when it is subscribed to, with the subscriber's context: what it throws is the call's error. Its
     * shape becomes part of the statement's text, its values are bound. A condition on relations sees what the scopes of the
     * related entities let it see, and must not lead back to this entity.
     *
     * @param name for {@code unscoped(…)}
     * @throws InvalidQueryException if anything is null, or the entity has a scope with that name
     */
    public <E> ReactiveOrmBuilder scope(
            EntityRef<E, ?> entity, String name, Function<ContextView, Condition<E>> condition) {
        this.scoping = scoping.with(
                InvalidQueryException.requireGiven(entity, "The entity of the scope is null.")
                        .model(),
                name,
                InvalidQueryException.requireGiven(
                        condition, "The function that answers the scope's condition is null."));
        return this;
    }

    /**
     * Sets variables of the server, by the subscriber's context, that policies for row security read: {@code
     * sessionVariables(context -> Map.of("app.tenant", "acme"))} for {@code using (tenant = current_setting('app.tenant'))}.
     * The server ignores policies for superusers and, without {@code force row level security}, for the table's owner: connect as
     * somebody else.
     *
     * <p>Variables end with the transaction, and travel in its {@code BEGIN} at no cost. A subscriber who has any is always in one:
     * outside of {@link ReactiveOrm#transaction} each call that reads, and each statement that writes, is its own, whose
     * {@code COMMIT} is a round trip more. The statements of a transaction have the variables with which it began; one that would
     * have others is refused with {@link InvalidQueryException}, so write the context outside of the transaction. In a transaction
     * of Spring's own manager they go out right before the first statement of this library, for all that follow; statements of
     * others before it have none.
     *
     * <p>After the transaction the server answers an empty text for a variable that it had not heard of before, where it said
     * NULL: {@code nullif(current_setting('app.tenant', true), '')}.
     *
     * @param variables answers the variables, an empty map for none; asked several times, so it has to depend on the context
     *     alone. What it throws is the call's error.
     * @throws InvalidQueryException if it is null
     */
    public ReactiveOrmBuilder sessionVariables(Function<ContextView, Map<String, String>> variables) {
        this.variables = SessionVariables.of(variables);
        return this;
    }

    /**
     * Hears of the rows of its entity that are written, within the transaction; several do so in the order in which they are given.
     *
     * @throws InvalidQueryException if it is null
     */
    public ReactiveOrmBuilder listener(EntityListener<?> listener) {
        List<EntityListener<?>> one = List.of(InvalidQueryException.requireGiven(
                listener, "The entity listener is null. Leave it out, and nobody hears of rows that are written."));
        return listeners(orm -> one);
    }

    /**
     * {@link #listener} for those that need the finished object themselves: {@code listeners(orm -> List.of(new WelcomeMail(orm)))}.
     *
     * @param made answers the listeners; asked once, when something is written first
     * @throws InvalidQueryException if it is null
     */
    public ReactiveOrmBuilder listeners(Function<ReactiveOrm, ? extends Collection<? extends EntityListener<?>>> made) {
        listeners.add(
                InvalidQueryException.requireGiven(made, "The function that answers the entity listeners is null."));
        return this;
    }

    /** Keeps every statement given to {@link ReactiveOrm#sql}, for {@link ReactiveOrm#verifySql}: for tests, because it never forgets one. */
    public ReactiveOrmBuilder rememberingSql() {
        this.memory = SqlMemory.ofEverything();
        return this;
    }

    /**
     * Makes {@link ReactiveOrm#close} close the connection factory too, if it can be closed; the default leaves it to the caller.
     */
    public ReactiveOrmBuilder closingConnections() {
        this.origin = connections instanceof Closeable closeable ? Mono.from(closeable.close()) : Mono.empty();
        return this;
    }

    /**
     * How long {@link ReactiveOrm#close} lets statements and transactions run before it stops them; the default is 30 s.
     *
     * @throws InvalidQueryException if it is null or negative
     */
    public ReactiveOrmBuilder closingWithin(Duration untilStopped) {
        if (InvalidQueryException.requireGiven(untilStopped, "The time to close is null.")
                .isNegative()) {
            throw new InvalidQueryException(
                    "Nothing can be closed within %s. Give zero or more.".formatted(untilStopped), ErrorContext.none());
        }
        this.patience = untilStopped;
        return this;
    }

    /**
     * Limits for all that has none of its own; the default is none. Transactions have those that their options do not give. A
     * statement outside of any has that of statements, from when it has its connection, without the time that a subscriber takes who asks
     * for rows bit by bit, with that of the source of a {@code COPY}: then it is stopped on the server and fails with {@link org.reactiveorm.error.DeadlineExceededException}. A stream outside of a transaction has no
     * limit as a whole, each of its statements has.
     *
     * <p>So nothing waits for ever when the network falls silent: where the server does not answer within five seconds after the
     * limit, the connection is closed on this side, and what was running fails with {@link
     * org.reactiveorm.error.ConnectionLostException}, or {@link org.reactiveorm.error.CommitOutcomeUnknownException} if it writes.
     *
     * @throws InvalidQueryException if they are null
     */
    public ReactiveOrmBuilder limits(TimeLimits ofAll) {
        this.limits = InvalidQueryException.requireGiven(ofAll, "The default limits are null. Use TimeLimits.none().");
        return this;
    }

    /** The finished object. */
    public ReactiveOrm build() {
        Models models = Models.load(classLoader);
        KnownEntities known = models.known();
        ClosableConnections closable = new ClosableConnections(provider, origin);
        Transactions unitOfWork =
                new Transactions(new Surroundings(closable, transactions, known.subject(), limits), variables);
        Executor executor = new Executor(unitOfWork, statements, known);
        AtomicReference<ReactiveOrm> finished = new AtomicReference<>();
        Engine engine = new Engine(
                models,
                executor,
                unitOfWork,
                new Reader(executor, scoping, new Cursors(cursorSecret), relationConnections),
                new GroupReader(executor, scoping),
                new Writer(executor, unitOfWork, new Provenance(clock, auditor), scoping)
                        .heardBy(heard(finished::get)));
        ReactiveOrm orm = new DefaultReactiveOrm(engine, memory, Pool.of(connections), closable.close(patience));
        finished.set(orm);
        return orm;
    }

    /** They need what they are a part of. */
    private Listeners heard(Supplier<ReactiveOrm> orm) {
        List<Function<ReactiveOrm, ? extends Collection<? extends EntityListener<?>>>> all = List.copyOf(listeners);
        return all.isEmpty()
                ? Listeners.none()
                : Listeners.of(all.stream()
                        .<Supplier<? extends Collection<? extends EntityListener<?>>>>map(
                                made -> () -> made.apply(orm.get()))
                        .toList());
    }
}
