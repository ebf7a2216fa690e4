package org.lienthong.app.guarantees.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds the port of a server that is away, hangs up on every caller, and counts them. */
final class HungUpPort implements AutoCloseable {

    private final ServerSocket socket;
    private final AtomicInteger calls = new AtomicInteger();

    private HungUpPort(ServerSocket socket) {
        this.socket = socket;
        Thread thread = new Thread(this::hangUp, "hung-up-port");
        thread.setDaemon(true);
        thread.start();
    }

    static HungUpPort on(int port) {
        try {
            return new HungUpPort(new ServerSocket(port, 0, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int count() {
        return calls.get();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hangUp() {
        while (!socket.isClosed()) {
            try {
                socket.accept().close();
                calls.incrementAndGet();
            } catch (IOException e) {
                // The port is given back: the loop ends.
            }
        }
    }
}
