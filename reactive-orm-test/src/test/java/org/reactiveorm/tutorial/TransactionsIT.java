package org.reactiveorm.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.tutorial.Post_.POST;
import static org.reactiveorm.tutorial.User_.USER;

import io.r2dbc.pool.ConnectionPool;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.DeadlineExceededException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.transaction.ConnectionPools;
import org.reactiveorm.transaction.TimeLimits;
import org.reactiveorm.transaction.TransactionOptions;
import org.reactiveorm.tutorial.Transfers.Transfer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What there is to say about a transaction, so that the page about transactions is right. */
class TransactionsIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    private final ReactiveOrm orm = database.orm();
    private final Transfers transfers = new Transfers(orm);
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private User ann;
    private User bob;

    @BeforeEach
    void fill() {
        orm.delete(USER).everything().count().block();
        ann = user("ann");
        bob = user("bob");
        mails.clear();
    }

    private User user(String name) {
        return orm.insert(NewUser.username(name).email(name + "@example.com").balance(BigDecimal.TEN))
                .one()
                .block();
    }

    private long count(String name) {
        return orm.find(USER).where(USER.username.eq(name)).count().block();
    }

    private Mono<Void> sendMail(String text) {
        return Mono.fromRunnable(() -> mails.add(text));
    }

    @Test
    void options() {
        // tag::options[]
        TransactionOptions careful = TransactionOptions.serializable()
                .withRetries(5) // on serialization failures and deadlocks, with backoff and jitter
                .withTimeout(Duration.ofSeconds(3)) // for each attempt, with the wait for a connection
                .withLockTimeout(Duration.ofMillis(500));

        Mono<Transfer> transfer = orm.transaction(careful, transfers.transfer(ann.id(), bob.id(), BigDecimal.ONE));
        // end::options[]
        assertThat(transfer.block().receiver().balance()).isEqualByComparingTo("11");
    }

    @Test
    void limits() {
        ConnectionPool pool = ConnectionPools.connect(database.url());
        // tag::limits[]
        ReactiveOrm orm = ReactiveOrm.builder(pool)
                .limits(TimeLimits.none()
                        .withTransaction(Duration.ofSeconds(10))
                        .withStatement(Duration.ofSeconds(5)))
                .build();
        // end::limits[]
        StepVerifier.create(orm.transaction(
                        orm.sql("select current_setting('statement_timeout'), current_setting('lock_timeout')")
                                .map(row -> row.get(0, String.class) + " " + row.get(1, String.class))
                                .one()))
                .expectNext("5s 0")
                .verifyComplete();
        pool.close().block();
    }

    @Test
    void oppositeTransfersAreRetried() {
        TransactionOptions careful = TransactionOptions.serializable().withRetries(30);
        Flux<Transfer> many = Flux.range(0, 40)
                .flatMap(
                        i -> orm.transaction(
                                careful,
                                i % 2 == 0
                                        ? transfers.transfer(ann.id(), bob.id(), BigDecimal.ONE)
                                        : transfers.transfer(bob.id(), ann.id(), BigDecimal.ONE)),
                        4);
        StepVerifier.create(many).expectNextCount(40).verifyComplete();
        assertThat(orm.find(USER).byId(ann.id()).oneOrFail().block().balance()).isEqualByComparingTo("10");
    }

    @Test
    void savepoint() {
        // tag::savepoint[]
        Mono<User> newcomer = orm.insert(NewUser.username("ann").email("other@example.com"))
                .one()
                .as(insert -> orm.transaction(TransactionOptions.savepoint(), insert))
                .onErrorResume(
                        UniqueViolationException.class,
                        taken -> orm.insert(NewUser.username("ann2").email("other@example.com"))
                                .one()); // without the savepoint PostgreSQL would refuse every further statement

        Mono<User> both = newcomer.flatMap(
                        user -> orm.insert(NewPost.title("Hello").userId(user.id()))
                                .one()
                                .thenReturn(user))
                .as(orm::transaction);
        // end::savepoint[]
        assertThat(both.block().username()).isEqualTo("ann2");
        assertThat(orm.find(POST).where(POST.title.eq("Hello")).count().block()).isOne();
    }

    @Test
    void separate() {
        // tag::separate[]
        Mono<User> attempt = orm.insert(NewUser.username("audit").email("audit@example.com"))
                .one()
                .as(insert ->
                        orm.transaction(TransactionOptions.separate(), insert)); // stays, whatever becomes of the rest

        Mono<User> failing = attempt.then(orm.find(USER).byId(-1L).oneOrFail()).as(orm::transaction);
        // end::separate[]
        StepVerifier.create(failing).verifyError(NotFoundException.class);
        assertThat(count("audit")).isOne();
    }

    @Test
    void hooks() {
        // tag::hooks[]
        Mono<User> registered = orm.insert(NewUser.username("cy").email("cy@example.com"))
                .one()
                .delayUntil(user -> orm.currentTransaction().afterCommit(sendMail("Welcome, " + user.username())))
                .as(orm::transaction);
        // end::hooks[]
        StepVerifier.create(registered.doOnNext(user -> mails.add("emitted")))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(mails).containsExactly("Welcome, cy", "emitted");
    }

    @Test
    void early() {
        // tag::early[]
        Flux<User> export = orm.find(USER).orderBy(USER.id.asc()).stream(500)
                .as(users -> orm.transaction(
                        TransactionOptions.serializable().asDeferrable().emittingEarly(), users));
        // end::early[]
        StepVerifier.create(export.map(User::username)).expectNext("ann", "bob").verifyComplete();
    }

    @Test
    void late() {
        TransactionOptions hasty = TransactionOptions.defaults().withTimeout(Duration.ofMillis(200));
        StepVerifier.create(orm.transaction(
                        hasty,
                        orm.insert(NewUser.username("late").email("late@example.com"))
                                .one()
                                .then(Mono.never())))
                .verifyError(DeadlineExceededException.class);
        assertThat(count("late")).isZero();
    }
}
