package org.reactiveorm.test.fault;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;

/** A connection of a client and the one to the server that belongs to it. Runs on the one thread of its proxy. */
final class Line {

    private final Lines lines;
    private final RoundTrips trips;
    private final Channel client;
    private final Pipe up = new Pipe(this, Peer.CLIENT);
    private final Pipe down = new Pipe(this, Peer.SERVER);
    private boolean answerCuts;
    private int closedEnds;
    private volatile boolean dead;

    Line(Lines lines, RoundTrips trips, Channel client) {
        this.lines = lines;
        this.trips = trips;
        this.client = client;
    }

    /**
     * Connects to the server, unless the client is to believe in a connection that is not there.
     *
     * @param all gets the connection too
     */
    void open(InetSocketAddress server, ChannelGroup all) {
        lines.add(this);
        client.pipeline().addLast(up);
        if (lines.upstream().swallows()) {
            dead = true;
            closedEnds = 1;
            client.config().setAutoRead(true);
            return;
        }
        ChannelFuture connected = new Bootstrap()
                .group(client.eventLoop())
                .channel(NioSocketChannel.class)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(down)
                .connect(server);
        all.add(connected.channel());
        connected.addListener(done -> {
            if (!done.isSuccess()) {
                closedEnds++;
                up.abort();
            } else if (!dead) {
                up.to(connected.channel());
                down.to(client);
            }
        });
    }

    Traffic traffic(Peer from) {
        return from == Peer.CLIENT ? lines.upstream() : lines.downstream();
    }

    boolean isDead() {
        return dead;
    }

    /** Bytes have come from this end. */
    void heard(Peer from) {
        if (from == Peer.CLIENT) {
            trips.question();
            return;
        }
        trips.answer();
        if (answerCuts) {
            close();
        }
    }

    /** True if the line breaks before the server gets what this text ends with. */
    boolean breaksAt(String text) {
        Cut.Moment moment = lines.cutAt(text);
        answerCuts |= moment == Cut.Moment.AFTER;
        if (moment == Cut.Moment.BEFORE) {
            close();
        }
        return dead;
    }

    int memory() {
        return lines.memory();
    }

    void wake() {
        client.eventLoop().execute(() -> {
            up.deliver();
            down.deliver();
        });
    }

    /** The end that a pipe writes to can take more. */
    void writable(Peer end) {
        (end == Peer.CLIENT ? down : up).deliver();
    }

    /** This end has closed its connection: what is under way to it has no address any more. */
    void closed(Peer end) {
        (end == Peer.CLIENT ? down : up).forget();
        closedEnds++;
        if (closedEnds == 2) {
            lines.remove(this);
        }
    }

    void reset() {
        die(() -> {
            up.abort();
            down.abort();
        });
    }

    void close() {
        die(() -> {
            up.close();
            down.close();
        });
    }

    void hangUpOn(Peer peer) {
        die((peer == Peer.CLIENT ? up : down)::close);
    }

    /** At once nothing gets through any more, whichever thread says so; the connections follow on theirs. */
    private void die(Runnable end) {
        dead = true;
        client.eventLoop().execute(() -> {
            end.run();
            up.forget();
            down.forget();
        });
    }
}
