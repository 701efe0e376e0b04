package org.reactiveorm.transaction;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.NettyInbound;
import reactor.netty.NettyOutbound;
import reactor.netty.tcp.TcpClient;
import reactor.netty.tcp.TcpServer;

/**
 * Stands between the pool and the server, holds every byte back for half a round trip in each direction, counts round trips
 * and can cut the line. A round trip begins with the first byte from the client after an answer.
 */
public final class Proxy implements AutoCloseable {

    private final DisposableServer listener;
    private final Duration delay;
    private final AtomicInteger trips = new AtomicInteger();
    private final Set<Connection> lines = ConcurrentHashMap.newKeySet();
    private final AtomicReference<String> cutAt = new AtomicReference<>("");
    private volatile boolean delivered;
    private volatile boolean cutAnswer;
    private volatile boolean clientTalks;
    private volatile boolean stalled;

    public Proxy(int serverPort, Duration roundTrip) {
        this.delay = roundTrip.dividedBy(2);
        this.listener = TcpServer.create()
                .host("localhost")
                .port(0)
                .handle((in, out) -> forward(in, out, serverPort))
                .bindNow();
    }

    public int port() {
        return listener.port();
    }

    /** Round trips since the last call, all connections taken together. */
    public int trips() {
        clientTalks = false;
        return trips.getAndSet(0);
    }

    /** Cuts the line when the client sends this, before the server gets it. */
    public void cutBefore(String text) {
        delivered = false;
        cutAt.set(text);
    }

    /** Lets the server have what the client sends, and cuts the line when it answers. */
    public void cutAfter(String text) {
        delivered = true;
        cutAt.set(text);
    }

    /** From now on nothing gets through in either direction, and no line is closed. */
    public void stall() {
        stalled = true;
    }

    /** New lines work again; what was lost stays lost. */
    void resume() {
        stalled = false;
    }

    private Publisher<Void> forward(NettyInbound in, NettyOutbound out, int serverPort) {
        in.withConnection(lines::add);
        return TcpClient.create().host("localhost").port(serverPort).connect().flatMap(server -> {
            Mono<Void> up = server.outbound()
                    .sendByteArray(delayed(in.receive().asByteArray().doOnNext(this::fromClient))
                            .concatMap(bytes -> cuts(bytes)))
                    .then();
            Mono<Void> down = out.sendByteArray(
                            delayed(server.inbound().receive().asByteArray().filter(this::fromServer)))
                    .then();
            return Mono.firstWithSignal(up, down).onErrorComplete().doFinally(signal -> server.dispose());
        });
    }

    private Publisher<byte[]> cuts(byte[] bytes) {
        String text = cutAt.get();
        if (text.isEmpty() || !new String(bytes, StandardCharsets.ISO_8859_1).contains(text)) {
            return Mono.just(bytes);
        }
        cutAt.set("");
        if (delivered) {
            cutAnswer = true;
            return Mono.just(bytes);
        }
        lines.forEach(Connection::dispose);
        return Mono.empty();
    }

    private Flux<byte[]> delayed(Flux<byte[]> bytes) {
        // asked for without limit: with one, what comes right after a chunk is sometimes read when that chunk has left
        Flux<byte[]> heard = bytes.filter(chunk -> !stalled).onBackpressureBuffer();
        return delay.isZero() ? heard : heard.delaySequence(delay);
    }

    private boolean fromServer(byte[] bytes) {
        clientTalks = false;
        if (cutAnswer) {
            cutAnswer = false;
            lines.forEach(Connection::dispose);
            return false;
        }
        return true;
    }

    private void fromClient(byte[] bytes) {
        if (!clientTalks) {
            clientTalks = true;
            trips.incrementAndGet();
        }
    }

    @Override
    public void close() {
        lines.forEach(Connection::dispose);
        listener.disposeNow();
    }
}
