package org.reactiveorm.transaction;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.sqlstate.DatabaseErrors;
import org.reactiveorm.sqlstate.ErrorSubject;
import org.reactiveorm.test.fault.Lines;
import org.reactiveorm.test.fault.TcpProxy;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** The line breaks without a word of the server, while a statement is under way. */
@Timeout(60)
class LostLineIT {

    private static final String STATEMENT = "select 'the line breaks here'";

    private final TestDatabase database = TestDatabase.shared();

    /** When it breaks. */
    enum Moment {
        BEFORE_THE_SERVER_HAS_THE_STATEMENT(Lines::cutBefore),
        BEFORE_THE_CLIENT_HAS_THE_ANSWER(Lines::cutAfter);

        private final BiConsumer<Lines, String> fault;

        Moment(BiConsumer<Lines, String> fault) {
            this.fault = fault;
        }
    }

    @ParameterizedTest
    @EnumSource
    void outsideOfATransactionItIsALostConnectionAndTheNextOneIsFree(Moment moment) {
        assertLost(moment, STATEMENT, pool -> pool.values(STATEMENT, String.class));
    }

    @ParameterizedTest
    @EnumSource
    void inATransactionToo(Moment moment) {
        assertLost(
                moment,
                STATEMENT,
                pool -> pool.transaction(pool.values(STATEMENT, String.class).single()));
    }

    /** What was only read may be read again, whatever became of the COMMIT. */
    @ParameterizedTest
    @EnumSource
    void theOutcomeOfWhatOnlyReadsIsNotUnknown(Moment moment) {
        assertLost(
                moment,
                "COMMIT",
                pool -> pool.transactions()
                        .execute(
                                TransactionOptions.snapshot(),
                                pool.values("select 1", Integer.class).single()));
    }

    private void assertLost(Moment moment, String at, Function<TestPool, Publisher<?>> work) {
        try (TcpProxy proxy = database.proxy(Duration.ZERO);
                TestPool pool = new TestPool(proxy.port(), "maxSize=1")) {
            moment.fault.accept(proxy.lines(), at);
            Flux.from(work.apply(pool))
                    .onErrorMap(error -> DatabaseErrors.translate(error, ErrorSubject.unknown()))
                    .as(StepVerifier::create)
                    .expectError(ConnectionLostException.class)
                    .verify(TestPool.PATIENCE);
            pool.assertClean();
        }
    }
}
