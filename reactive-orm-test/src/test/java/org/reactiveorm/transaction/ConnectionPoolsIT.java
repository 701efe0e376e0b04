package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.InvalidQueryException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@Timeout(60)
class ConnectionPoolsIT {

    private final TestDatabase database = TestDatabase.shared();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|is empty",
                "jdbc:postgresql://u:hush@h/d|starts with jdbc:",
                "postgresql://u:hush@h/d|does not start with r2dbc:",
                "r2dbc:mysql://u:hush@h/d|is for the driver 'mysql'",
                "r2dbc:postgresql://u:hush@h|has no database",
                "r2dbc:postgresql://h/d|has no user",
                "r2dbc:postgresql://u:hush@:5432/d|host",
                "nope|does not start with r2dbc:",
                "r2dbc:postgresql://u:hush@h:99999/d|has the port 99999, but ports are 1 to 65535",
                "r2dbc:postgresql://u:hush@h:0/d|has the port 0",
                "r2dbc:postgresql://u:hush@h/d?maxSize=many|has the option maxSize=many. Expected a number",
                "r2dbc:postgresql://u:hush@h/d?maxSize=0|Maximal pool size must be greater zero",
                "r2dbc:postgresql://u:hush@h/d?maxSize=1&initialSize=2|has options that do not fit",
                "r2dbc:postgresql://u:hush@h/d?sslMode=most|has options that do not fit",
                "r2dbc:postgresql://u:hush@h/d?validationQuery=SELECT+1|has the option validationQuery",
                "r2dbc:postgresql://u:hush@h/d?preparedStatementCacheQueries=few|has options that do not fit",
                "r2dbc:postgresql://u:hu/sh@h/d?maxSize=hush|has no user",
                "r2dbc:postgresql://u:hush@h/d?maxAcquireTime=5|PT5S",
                "r2dbc:postgresql//hush|cannot be parsed",
                "r2dbc:postgresql://u:hush@h/d?maxsize=3|has the option maxsize, which this pool does not have. Its name is maxSize.",
                "r2dbc:postgresql://u:hush@h/d?maxSize=3&pooling=hush|has the option pooling, which this pool does not have. Leave it out",
                "r2dbc:postgresql://u:hush@h/d?loopResources=hush|has the option loopResources",
                "r2dbc:postgresql://u:hush@h/d?poolName=hush|has the option poolName",
            })
    void aWrongUrlIsExplainedWithoutItsPassword(String url, String reason) {
        assertThatThrownBy(() -> ConnectionPools.connect(url))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("hush");
    }

    @Test
    void theDefaultsAreThoseOfTheDocumentation() {
        try (TestPool pool = TestPool.of("applicationName=defaults")) {
            assertThat(pool.figures().getMaxAllocatedSize()).isEqualTo(10);
            assertThat(pool.values("select current_setting('TimeZone')", String.class)
                            .blockLast())
                    .isEqualTo("UTC");
        }
    }

    @Test
    void optionsOfTheUrlWin() {
        try (TestPool pool = TestPool.of("maxSize=3&timeZone=Europe/Berlin")) {
            assertThat(pool.figures().getMaxAllocatedSize()).isEqualTo(3);
            assertThat(pool.values("select current_setting('TimeZone')", String.class)
                            .blockLast())
                    .isEqualTo("Europe/Berlin");
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        refused("r2dbc:postgresql://postgres:hush@localhost:" + database.port() + "/missing")
                .hasMessage(
                        "Cannot connect to localhost:%d/missing: the server has no such database. Create it or correct the URL.",
                        database.port());
    }

    @Test
    void aPoolThatIsClosedSaysSo() {
        ConnectionPool pool = ConnectionPools.connect(TestDatabase.url(database.port(), "maxSize=1"));
        pool.close().block(TestPool.PATIENCE);
        new Transactions(ConnectionProvider.of(pool), TransactionListener.none())
                .statement(connection -> Mono.just(1))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ConnectionLostException.class)
                        .hasMessageContaining("has been closed"));
    }

    @Test
    void aPortWithoutAServerIsNamed() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        refused("r2dbc:postgresql://postgres:hush@localhost:" + free + "/postgres")
                .hasMessageStartingWith(
                        "Cannot connect to localhost:" + free + "/postgres: nothing accepts connections there");
    }

    @Test
    void anUnknownHostIsNamed() {
        refused("r2dbc:postgresql://postgres:hush@no-such-host.invalid/postgres")
                .hasMessageStartingWith("Cannot connect to no-such-host.invalid:5432/postgres: the host is not known");
    }

    @Test
    void aWrongPasswordIsNamedWithoutThePassword() {
        database.run("drop role if exists locked");
        database.run("create role locked login password 'right'");
        refused("r2dbc:postgresql://nobody_here:hush@localhost:" + database.port() + "/postgres")
                .hasMessageContaining("the server refused user 'nobody_here'. Check user and password.");
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(String url) {
        ConnectionPool pool = ConnectionPools.connect(url);
        Throwable[] caught = new Throwable[1];
        new Transactions(ConnectionProvider.of(pool), TransactionListener.none())
                .statement(connection -> Mono.just(1))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> caught[0] = error);
        pool.close().block(TestPool.PATIENCE);
        return assertThat(caught[0]).isInstanceOf(ConnectionLostException.class).hasMessageNotContaining("hush");
    }

    @Test
    void connectionsSpreadOverTheEventLoops() {
        try (TestPool pool = TestPool.of("maxSize=8")) {
            List<Connection> all = Flux.range(0, 8)
                    .flatMap(i -> pool.pool().create())
                    .collectList()
                    .block(TestPool.PATIENCE);
            Set<String> loops = Flux.fromIterable(all)
                    .flatMap(connection -> TestDatabase.values(connection, "select 1", Integer.class)
                            .map(one -> Thread.currentThread().getName()))
                    .collect(Collectors.toSet())
                    .block(TestPool.PATIENCE);
            Flux.fromIterable(all).flatMap(Connection::close).blockLast(TestPool.PATIENCE);
            assertThat(loops).hasSizeGreaterThanOrEqualTo(Runtime.getRuntime().availableProcessors());
        }
    }
}
