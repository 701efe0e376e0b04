package org.reactiveorm.test.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault as a client and a server see it that know nothing of the proxy. */
@Timeout(60)
class TcpProxyTest {

    /** Long enough for a byte on the loopback interface, and for a test that waits for nothing. */
    private static final int SILENCE = 60;

    private final EchoServer server = new EchoServer();
    private final TcpProxy proxy = server.proxy();

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setTcpNoDelay(true);
        client.setSoTimeout(20_000);
        return client;
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    private static String receive(Socket client, int length) throws IOException {
        return new String(client.getInputStream().readNBytes(length), ISO_8859_1);
    }

    private static void assertEchoes(Socket client, String text) throws IOException {
        send(client, text);
        assertThat(receive(client, text.length())).isEqualTo(text);
    }

    private static void assertSilent(Socket client) throws IOException {
        client.setSoTimeout(SILENCE);
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        client.setSoTimeout(20_000);
    }

    @Test
    void withoutFaultsEverythingGetsThroughBothWaysAndSoDoesTheEnd() throws Exception {
        String much = "x".repeat(5_000_000);
        try (Socket client = connect()) {
            Thread sender = new Thread(() -> {
                try {
                    send(client, much);
                } catch (IOException broken) {
                    throw new java.io.UncheckedIOException(broken);
                }
            });
            sender.start();
            assertThat(receive(client, much.length())).isEqualTo(much);
            sender.join();
            assertThat(proxy.lines().count()).isOne();
        }
        assertThat(server.end()).isEqualTo("end");
    }

    @Test
    void theServersEndReachesTheClient() throws Exception {
        try (Socket client = connect()) {
            server.next().close();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void bytesKeepTheirOrderWhateverTheJitter() throws Exception {
        proxy.lines().upstream().jitter(Duration.ofMillis(30));
        proxy.lines().downstream().jitter(Duration.ofMillis(30));
        String all = IntStream.range(1000, 1400).mapToObj(Integer::toString).collect(Collectors.joining());
        try (Socket client = connect()) {
            for (int at = 0; at < all.length(); at += 4) {
                send(client, all.substring(at, at + 4));
            }
            assertThat(receive(client, all.length())).isEqualTo(all);
        }
    }

    @Test
    void noByteComesBeforeItsDelay() throws Exception {
        proxy.lines().roundTrip(Duration.ofMillis(200));
        try (Socket client = connect()) {
            long start = System.nanoTime();
            assertEchoes(client, "late");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void aNarrowLineTakesItsTimeForWhatIsSent() throws Exception {
        proxy.lines().downstream().bandwidth(20_000);
        try (Socket client = connect()) {
            long start = System.nanoTime();
            assertEchoes(client, "x".repeat(6_000));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void aBlackHoleSwallowsEverythingAndClosesNothing() throws Exception {
        try (Socket old = connect()) {
            assertEchoes(old, "before");
            proxy.lines().blackHole();
            send(old, "lost");
            assertSilent(old);
            try (Socket fresh = connect()) {
                send(fresh, "nobody");
                assertSilent(fresh);
                proxy.lines().heal();
                send(fresh, "hears");
                assertSilent(fresh);
            }
            send(old, "and this has a gap before it");
            assertSilent(old);
        }
        try (Socket fresh = connect()) {
            assertEchoes(fresh, "after");
        }
        assertThat(server.heard()).isEqualTo("beforeafter");
    }

    @Test
    void theNewsOfAnEndIsSwallowedToo() throws Exception {
        Socket client = connect();
        Socket other = server.next();
        proxy.lines().blackHole();
        client.close();
        try (Socket fresh = connect()) {
            assertSilent(fresh);
        }
        assertThat(server.hasSeenAnEnd()).isFalse();
        assertThat(other.isClosed()).isFalse();
    }

    @Test
    void onlyOneDirectionCanBeSilent() throws Exception {
        try (Socket client = connect()) {
            assertEchoes(client, "a");
            proxy.lines().downstream().blackHole();
            send(client, "b");
            assertSilent(client);
            assertThat(server.heard()).isEqualTo("ab");
        }
    }

    @Test
    void whatIsStalledIsNotLost() throws Exception {
        try (Socket client = connect()) {
            proxy.lines().stall();
            send(client, "patience");
            assertSilent(client);
            proxy.lines().heal();
            assertThat(receive(client, 8)).isEqualTo("patience");
        }
    }

    @Test
    void aResetIsSeenByBothEnds() throws Exception {
        try (Socket client = connect()) {
            assertEchoes(client, "a");
            proxy.lines().reset();
            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
            assertThat(server.end()).contains("reset");
        }
        assertThat(proxy.lines().count()).isZero();
    }

    @Test
    void aCloseIsTheEndOfTheStreamAtBothEnds() throws Exception {
        try (Socket client = connect()) {
            assertEchoes(client, "a");
            proxy.lines().close();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(server.end()).isEqualTo("end");
        }
    }

    @Test
    void aClientIsNeverToldThatItsServerHasGone() throws Exception {
        try (Socket client = connect()) {
            assertEchoes(client, "a");
            proxy.lines().hangUpOn(Peer.SERVER);
            assertThat(server.end()).isEqualTo("end");
            send(client, "b");
            assertSilent(client);
        }
    }

    @Test
    void aServerIsNeverToldThatItsClientHasGone() throws Exception {
        try (Socket client = connect()) {
            assertEchoes(client, "a");
            proxy.lines().hangUpOn(Peer.CLIENT);
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            Socket other = server.next();
            other.getOutputStream().write('b');
            assertThat(server.hasSeenAnEnd()).isFalse();
        }
    }

    @Test
    void connectionsAreRefusedAndTakenAgain() throws Exception {
        try (Socket old = connect()) {
            assertEchoes(old, "a");
            proxy.refuseConnections();
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
            assertEchoes(old, "b");
            proxy.acceptConnections();
            try (Socket fresh = connect()) {
                assertEchoes(fresh, "c");
            }
        }
    }

    @Test
    void aServerThatIsNotThereResetsTheClient() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        try (TcpProxy toNobody = TcpProxy.of("r2dbc:postgresql://localhost:" + nobody + "/x");
                Socket client = new Socket(InetAddress.getLoopbackAddress(), toNobody.port())) {
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void aLineIsCutBeforeATextEvenIfItComesInTwoPieces() throws Exception {
        proxy.lines().cutBefore("COMMIT");
        try (Socket client = connect();
                Socket bystander = connect()) {
            assertEchoes(client, "BEGIN;COM");
            send(client, "MIT");
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(server.heard()).isEqualTo("BEGIN;COM");
            assertEchoes(bystander, "COMMIT");
        }
    }

    @Test
    void aLineIsCutAfterATextBeforeItsAnswer() throws Exception {
        proxy.lines().cutAfter("COMMIT");
        try (Socket client = connect()) {
            assertEchoes(client, "BEGIN");
            send(client, "COMMIT");
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(server.end()).isEqualTo("end");
            assertThat(server.heard()).isEqualTo("BEGINCOMMIT");
        }
    }

    @Test
    void theNextLineHasFaultsOfItsOwn() throws Exception {
        try (Socket before = connect()) {
            assertEchoes(before, "a");
            Lines next = proxy.nextLine();
            next.stall();
            try (Socket apart = connect();
                    Socket after = connect()) {
                send(apart, "b");
                assertSilent(apart);
                assertEchoes(before, "c");
                assertEchoes(after, "d");
                next.heal();
                assertThat(receive(apart, 1)).isEqualTo("b");
            }
        }
    }

    @Test
    void aRoundTripIsAQuestionAfterAnAnswer() throws Exception {
        try (Socket client = connect()) {
            assertEchoes(client, "a");
            assertEchoes(client, "b");
            assertThat(proxy.roundTrips()).isEqualTo(2);
            assertThat(proxy.roundTrips()).isZero();
        }
    }

    @Test
    void nothingIsLeftOfAProxyThatIsClosed() throws Exception {
        try (Socket client = connect()) {
            assertEchoes(client, "a");
            proxy.close();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"r2dbc:postgresql://a:1,b:2/x", "jdbc:postgresql://a/x", "r2dbc:postgresql:///x"})
    void aUrlHasToNameOneServer(String url) {
        assertThatThrownBy(() -> TcpProxy.of(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("r2dbc:postgresql://user:password@host:5432/database");
    }

    @Test
    void theUrlKeepsAllButTheServer() {
        ServerAddress address = ServerAddress.of("r2dbc:pool:postgresql://me:p%40ss@[::1]/shop?maxSize=1&x=a@b");
        assertThat(address.host()).isEqualTo("[::1]");
        assertThat(address.port()).isEqualTo(5432);
        assertThat(address.urlWith("localhost", 7))
                .isEqualTo("r2dbc:pool:postgresql://me:p%40ss@localhost:7/shop?maxSize=1&x=a@b");
    }

    @Test
    void settingsThatMeanNothingAreRefused() {
        Traffic traffic = proxy.lines().upstream();
        assertThatThrownBy(() -> traffic.bandwidth(0)).hasMessageContaining("blackHole() and stall()");
        assertThatThrownBy(() -> traffic.delay(Duration.ofMillis(-1))).hasMessageContaining("before it is sent");
        assertThatThrownBy(() -> proxy.lines().cutBefore("")).hasMessageContaining("empty");
    }
}
