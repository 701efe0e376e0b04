package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Result;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.execution.StatementListener;
import org.reactiveorm.library.Author;
import org.reactiveorm.library.NewAuthor;
import org.reactiveorm.library.NewBook;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.Insert;
import org.reactiveorm.scope.Scoping;
import org.reactiveorm.sqlstate.ErrorSubject;
import org.reactiveorm.test.fault.TcpProxy;
import org.reactiveorm.write.Auditor;
import org.reactiveorm.write.Provenance;
import org.reactiveorm.write.Writer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counted on the wire, through a line whose round trip, while it is counted, is long against any pause of a busy machine. */
@Timeout(60)
class RoundTripsIT {

    static final Duration ROUND_TRIP = Duration.ofMillis(150);

    private final TcpProxy proxy = TestDatabase.shared().proxy(Duration.ZERO);
    private final TestPool pool = new TestPool(proxy.port(), "maxSize=1");

    @BeforeEach
    void connect() {
        pool.database().run("drop table if exists trips; create table trips (id int primary key)");
        pool.transaction(pool.insert("trips", 0)).block(TestPool.PATIENCE);
        proxy.roundTrips();
    }

    @AfterEach
    void isClean() {
        pool.assertClean();
        pool.close();
        proxy.close();
    }

    private int tripsOf(Mono<?> work) {
        proxy.lines().roundTrip(ROUND_TRIP);
        work.block(TestPool.PATIENCE);
        proxy.lines().heal();
        return proxy.roundTrips();
    }

    @Test
    void aStatementOfItsOwnIsOneRoundTrip() {
        assertThat(tripsOf(pool.insert("trips", 1))).isOne();
    }

    @Test
    void beginRidesWithTheFirstStatement() {
        assertThat(tripsOf(pool.transaction(pool.insert("trips", 1)))).isEqualTo(2);
    }

    @Test
    void optionsRideWithBegin() {
        TransactionOptions options = TransactionOptions.serializable()
                .withTimeout(Duration.ofSeconds(50))
                .withStatementTimeout(Duration.ofSeconds(40))
                .withLockTimeout(Duration.ofSeconds(30));
        assertThat(tripsOf(pool.transactions().execute(options, pool.insert("trips", 1))))
                .isEqualTo(2);
    }

    @Test
    void sessionVariablesRideWithBegin() {
        Transactions secured = new Transactions(
                new Surroundings(
                        ConnectionProvider.of(pool.pool()),
                        TransactionListener.none(),
                        ErrorSubject.unknown(),
                        TimeLimits.none()),
                SessionVariables.of(context -> Map.of("app.tenant", "acme")));
        assertThat(tripsOf(insert(secured, 1))).as("the statement and COMMIT").isEqualTo(2);
        assertThat(tripsOf(secured.execute(
                        TransactionOptions.defaults(), insert(secured, 2).then(insert(secured, 3)))))
                .isEqualTo(3);
    }

    private static Mono<Long> insert(Transactions transactions, int id) {
        return transactions
                .<Long>statement(connection -> Flux.<Result>from(connection
                                .createStatement(
                                        "insert into trips (id) select $1::int where current_setting('app.tenant') = 'acme'")
                                .bind(0, id)
                                .execute())
                        .concatMap(Result::getRowsUpdated))
                .reduce(0L, Long::sum)
                .doOnNext(rows -> assertThat(rows).isOne());
    }

    @Test
    void aTransactionOfTwoStatementsIsThreeRoundTrips() {
        assertThat(tripsOf(pool.transaction(pool.insert("trips", 1).then(pool.insert("trips", 2)))))
                .isEqualTo(3);
    }

    @Test
    void aTreeOfNewEntitiesIsOneRoundTrip() {
        pool.database().run("""
                drop table if exists contracts, books, authors cascade;
                create table authors (id bigint generated always as identity primary key, email text unique,
                    name text, born int, active boolean default false, royalties numeric(12, 2) default 0,
                    awards text[] default '{}', created_at timestamptz, updated_at timestamptz, version int);
                create table books (id bigint generated always as identity primary key, title text, pages int,
                    author_id bigint not null references authors, sequel_of_id bigint references books)
                """);
        Writer writer = new Writer(
                new Executor(pool.transactions(), StatementListener.none()),
                pool.transactions(),
                new Provenance(Clock.systemUTC(), Auditor.ofContext()),
                Scoping.declared());
        Draft<Author> author = NewAuthor.email("a")
                .name("A")
                .books(
                        NewBook.title("x").sequels(NewBook.title("x2").authorId(1)),
                        NewBook.title("y").pages(3))
                .draft();

        assertThat(tripsOf(writer.insert(new Insert<>(author.entity(), List.of(author)))))
                .isOne();

        assertThat(pool.values("select count(*) from books b join authors a on a.id = author_id", Long.class)
                        .blockFirst(TestPool.PATIENCE))
                .isEqualTo(3);
        pool.database().run("drop table books, authors");
    }

    @Test
    void aRollbackIsOneRoundTrip() {
        Mono<Long> failing =
                pool.transaction(pool.insert("trips", 1).then(Mono.<Long>error(new IllegalStateException())));
        assertThat(tripsOf(failing.onErrorComplete())).isEqualTo(2);
    }

    @Test
    void aSavepointIsNoRoundTrip() {
        Mono<Long> inner = savepoint(pool.insert("trips", 2).then(savepoint(pool.insert("trips", 3))));
        assertThat(tripsOf(pool.transaction(pool.insert("trips", 1).then(inner).then(pool.insert("trips", 4)))))
                .as("four statements and COMMIT")
                .isEqualTo(5);
    }

    @Test
    void aSavepointThatIsUndoneIsNone() {
        Mono<Long> inner = savepoint(pool.insert("trips", 2).then(Mono.<Long>error(new IllegalStateException())))
                .onErrorReturn(0L);
        assertThat(tripsOf(pool.transaction(pool.insert("trips", 1).then(inner).then(pool.insert("trips", 2)))))
                .as("three statements and COMMIT")
                .isEqualTo(4);
    }

    private <T> Mono<T> savepoint(Mono<T> work) {
        return pool.transactions().execute(TransactionOptions.savepoint(), work);
    }

    @Test
    void aTransactionWithoutStatementsIsNone() {
        assertThat(tripsOf(pool.transaction(Mono.just(1)))).isZero();
    }
}
