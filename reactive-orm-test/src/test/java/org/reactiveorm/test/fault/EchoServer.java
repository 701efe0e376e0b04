package org.reactiveorm.test.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Sends back what it gets, and remembers what it got and how its connections ended. */
final class EchoServer implements AutoCloseable {

    private final ServerSocket listener;
    private final BlockingQueue<Socket> accepted = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private final StringBuffer heard = new StringBuffer();

    EchoServer() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    TcpProxy proxy() {
        return TcpProxy.of("r2dbc:postgresql://localhost:" + listener.getLocalPort() + "/echo");
    }

    /** A connection that it has taken and nobody has asked for, when it is there. */
    Socket next() throws InterruptedException {
        return accepted.poll(20, TimeUnit.SECONDS);
    }

    /** How a connection ended, when one does: {@code end} or the message of an exception. */
    String end() throws InterruptedException {
        return ends.poll(20, TimeUnit.SECONDS);
    }

    boolean hasSeenAnEnd() {
        return !ends.isEmpty();
    }

    String heard() {
        return heard.toString();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                accepted.add(socket);
                start(() -> echo(socket));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void echo(Socket socket) {
        byte[] bytes = new byte[8192];
        try {
            for (int count = socket.getInputStream().read(bytes);
                    count > 0;
                    count = socket.getInputStream().read(bytes)) {
                heard.append(new String(bytes, 0, count, java.nio.charset.StandardCharsets.ISO_8859_1));
                socket.getOutputStream().write(bytes, 0, count);
            }
            ends.add("end");
            socket.close();
        } catch (IOException broken) {
            ends.add(broken.getMessage());
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "echo");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
