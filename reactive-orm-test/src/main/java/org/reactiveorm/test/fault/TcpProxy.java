package org.reactiveorm.test.fault;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a pool and PostgreSQL and behaves like a bad network, as the test says and while the test runs.
 *
 * <pre>{@code
 * try (TcpProxy proxy = TcpProxy.of(database.url())) {
 *     ReactiveOrm orm = ReactiveOrm.connect(proxy.url());
 *     proxy.lines().roundTrip(Duration.ofMillis(50));
 *     proxy.lines().upstream().blackHole();
 *     proxy.lines().heal();
 *     proxy.lines().cutAfter("COMMIT");
 *     proxy.nextLine().upstream().stall();
 * }
 * }</pre>
 *
 * It listens on the loopback interface, on a free port. Its one thread is a daemon and no client ever waits for another line's
 * delay.
 */
public final class TcpProxy implements AutoCloseable {

    private final EventLoopGroup loop = new NioEventLoopGroup(1, new DefaultThreadFactory("tcp-proxy", true));
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final ServerAddress server;
    private final InetSocketAddress remote;
    private final RoundTrips trips = new RoundTrips();
    private final Lines lines = new Lines();
    private final AtomicReference<@Nullable Lines> next = new AtomicReference<>();
    private final int port;
    private Channel listener;

    private TcpProxy(ServerAddress server) {
        this.server = server;
        this.remote = new InetSocketAddress(server.host(), server.port());
        this.listener = listen(0);
        this.port = ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /**
     * In front of the server of this R2DBC URL; listens when this returns.
     *
     * @throws IllegalArgumentException if the URL does not name one host
     */
    public static TcpProxy of(String url) {
        return new TcpProxy(ServerAddress.of(url));
    }

    /** The URL that it was made of, with the proxy in the place of the server. */
    public String url() {
        return server.urlWith("localhost", port);
    }

    /** Where it listens, on the loopback interface. */
    public int port() {
        return port;
    }

    /** All lines, those that are open and those to come, except for lines that {@link #nextLine()} has set apart. */
    public Lines lines() {
        return lines;
    }

    /**
     * The next line that a client opens, and only that one. It begins without any fault, whatever {@link #lines()} have. What is
     * said of it before it is opened holds from its first byte.
     */
    public Lines nextLine() {
        Lines apart = new Lines();
        next.set(apart);
        return apart;
    }

    /**
     * How many round trips there were since the last call, over all lines together: a round trip begins with the first byte
     * from a client after an answer.
     */
    public int roundTrips() {
        return trips.sinceLastCall();
    }

    /** From now on connections are refused; open lines stay. Returns when it is so. */
    public synchronized void refuseConnections() {
        listener.close().syncUninterruptibly();
        while (isListening()) {
            Thread.onSpinWait();
        }
    }

    /** Connections are taken again, on the same port. Returns when it is so. */
    public synchronized void acceptConnections() {
        if (!listener.isOpen()) {
            listener = listen(port);
        }
    }

    /** Closes all lines and refuses new ones; returns when nothing of it is left. */
    @Override
    public synchronized void close() {
        if (loop.isShutdown()) {
            return;
        }
        listener.close().syncUninterruptibly();
        channels.close().awaitUninterruptibly();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private Channel listen(int atPort) {
        return new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel client) {
                        open(client);
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), atPort))
                .syncUninterruptibly()
                .channel();
    }

    /** The selector lets go of a closed listener some time after its future is done. */
    private boolean isListening() {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private void open(Channel client) {
        channels.add(client);
        Lines apart = next.getAndSet(null);
        new Line(apart == null ? lines : apart, trips, client).open(remote, channels);
    }
}
