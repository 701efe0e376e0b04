package org.reactiveorm.test.fault;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What comes from one end of a line, until the other end has it. Runs on the one thread of its proxy. */
@SuppressWarnings(
        "FutureReturnValueIgnored") // what fails here has lost its connection, and that is told to the handler
final class Pipe extends ChannelInboundHandlerAdapter {

    /** What may be under way, as the windows of two hosts would allow it. */
    private static final int WINDOW = 1 << 20;

    private final Line line;
    private final Peer from;
    private final Deque<Piece> underway = new ArrayDeque<>();
    private @Nullable Channel source;
    private @Nullable Channel target;
    private String passed = "";
    private int bytes;
    private long free = System.nanoTime();
    private long lastDue = free;
    private boolean waiting;
    private boolean lost;

    /** Bytes, or none for the end of the stream, and when they arrive. */
    private record Piece(ByteBuf content, long due) {

        boolean isEnd() {
            return !content.isReadable();
        }
    }

    Pipe(Line line, Peer from) {
        this.line = line;
        this.from = from;
    }

    /** Closes the connection to the end from which it comes. */
    void close() {
        if (source != null) {
            source.close();
        }
    }

    /** Resets the connection to the end from which it comes. */
    void abort() {
        if (source != null && source.isOpen()) {
            source.config().setOption(ChannelOption.SO_LINGER, 0);
            source.close();
        }
    }

    /** The other end is there. */
    void to(Channel end) {
        target = end;
        source().config().setAutoRead(true);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        source = context.channel();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf content = (ByteBuf) message;
        line.heard(from);
        if (swallows()) {
            content.release();
            return;
        }
        while (content.isReadable()) {
            send(content.readRetainedSlice(
                    Math.min(content.readableBytes(), line.traffic(from).largestPiece())));
        }
        content.release();
        deliver();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (!swallows()) {
            send(Unpooled.EMPTY_BUFFER);
            deliver();
        }
        line.closed(from);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        line.writable(from);
    }

    /** A reset by this end; that the connection is gone is told next. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    private boolean swallows() {
        lost = lost || line.isDead() || line.traffic(from).swallows();
        return lost;
    }

    private void send(ByteBuf content) {
        Traffic traffic = line.traffic(from);
        free = Math.max(free, System.nanoTime()) + traffic.transmission(content.readableBytes());
        lastDue = Math.max(lastDue, free + traffic.latency());
        underway.add(new Piece(content, lastDue));
        bytes += content.readableBytes();
    }

    /** Hands on what is due, and comes back for the rest. */
    void deliver() {
        Channel end = target;
        if (line.isDead() || (end != null && !end.isOpen())) {
            forget();
            return;
        }
        if (end == null) {
            return;
        }
        while (!line.traffic(from).holds() && end.isWritable() && isDue(underway.peek())) {
            hand(underway.remove(), end);
        }
        end.flush();
        source().config().setAutoRead(bytes < WINDOW);
        comeBack(end);
    }

    private static boolean isDue(@Nullable Piece piece) {
        return piece != null && piece.due() - System.nanoTime() <= 0;
    }

    private void hand(Piece piece, Channel end) {
        bytes -= piece.content().readableBytes();
        if (piece.isEnd()) {
            end.writeAndFlush(piece.content()).addListener(ChannelFutureListener.CLOSE);
        } else if (from == Peer.CLIENT && line.breaksAt(read(piece.content()))) {
            piece.content().release();
            forget();
        } else {
            end.write(piece.content());
        }
    }

    /** With the end of what went before, where that may be the beginning of a text that is looked for. */
    private String read(ByteBuf content) {
        String text = passed + content.toString(StandardCharsets.ISO_8859_1);
        passed = text.substring(Math.max(0, text.length() - line.memory()));
        return text;
    }

    private Channel source() {
        return Objects.requireNonNull(source, "it has no end to come from yet");
    }

    /** A target that takes no more says when it does, and one that is stalled when it is not. */
    private void comeBack(Channel end) {
        Piece next = underway.peek();
        if (next != null && !waiting && end.isWritable() && !line.traffic(from).holds()) {
            waiting = true;
            end.eventLoop()
                    .schedule(
                            () -> {
                                waiting = false;
                                deliver();
                            },
                            next.due() - System.nanoTime(),
                            TimeUnit.NANOSECONDS);
        }
    }

    /** Gives up what is under way, and goes on reading to see the end. */
    void forget() {
        underway.forEach(piece -> piece.content().release());
        underway.clear();
        bytes = 0;
        if (source != null) {
            source.config().setAutoRead(true);
        }
    }
}
