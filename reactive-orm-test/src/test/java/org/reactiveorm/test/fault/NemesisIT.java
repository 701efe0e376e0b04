package org.reactiveorm.test.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.test.postgres.OwnServer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@Timeout(120)
class NemesisIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().emptySchema().perTest();

    private final ConnectionFactory factory = ConnectionFactories.get(database.url());
    private final Nemesis nemesis = Nemesis.on(database.url());

    private List<Connection> sessions(int count) {
        return Flux.range(0, count)
                .<Connection>flatMap(i -> factory.create())
                .collectList()
                .block();
    }

    private static boolean works(Connection session) {
        return Boolean.TRUE.equals(
                run(session, "select 1").thenReturn(true).onErrorReturn(false).block());
    }

    private static Mono<Void> run(Connection session, String sql) {
        return Flux.from(session.createStatement(sql).execute())
                .concatMap(Result::getRowsUpdated)
                .then();
    }

    @Test
    void allSessionsAreGoneWhenItSaysSo() {
        List<Connection> sessions = sessions(3);
        assertThat(nemesis.all().block()).isEqualTo(3);
        assertThat(sessions).noneMatch(NemesisIT::works);
        assertThat(nemesis.all().block()).isZero();
    }

    @Test
    void oneSessionIsOne() {
        List<Connection> sessions = sessions(3);
        assertThat(nemesis.one().block()).isOne();
        assertThat(sessions).filteredOn(NemesisIT::works).hasSize(2);
        nemesis.all().block();
    }

    @Test
    void onlyTheSessionsThatAreMeant() {
        List<Connection> sessions = sessions(2);
        run(sessions.get(0), "begin; select 1").block();
        assertThat(nemesis.where("state = 'idle in transaction'")
                        .where("query like 'begin%'")
                        .all()
                        .block())
                .isOne();
        assertThat(works(sessions.get(0))).isFalse();
        assertThat(works(sessions.get(1))).isTrue();
        nemesis.all().block();
    }

    @Test
    void againAndAgainUntilItIsCancelled() {
        List<Connection> sessions = sessions(4);
        StepVerifier.create(nemesis.every(Duration.ofMillis(5)).filter(count -> count == 1), 4)
                .expectNextCount(4)
                .thenCancel()
                .verify();
        assertThat(sessions).noneMatch(NemesisIT::works);
    }

    @Test
    void aServerOfOnesOwnComesBackWithItsDataHoweverItEnded() {
        try (OwnServer server = OwnServer.create()) {
            ConnectionFactory own = ConnectionFactories.get(server.url());
            Connection first = Mono.from(own.create()).block();
            run(first, "create table kept (id int); insert into kept values (1)")
                    .block();
            server.stop();
            assertThat(works(first)).isFalse();
            server.start();

            Connection second = Mono.from(own.create()).block();
            run(second, "insert into kept values (2)").block();
            run(second, "begin; insert into kept values (3)").block();
            server.crash();
            assertThat(works(second)).isFalse();
            StepVerifier.create(own.create()).verifyError();
            server.start();

            Long kept = Mono.usingWhen(
                            own.create(),
                            connection -> Flux.from(connection
                                            .createStatement("select count(*) from kept")
                                            .execute())
                                    .concatMap(result -> result.map((row, metadata) -> row.get(0, Long.class)))
                                    .single(),
                            Connection::close)
                    .block();
            assertThat(kept).isEqualTo(2);
        }
    }
}
