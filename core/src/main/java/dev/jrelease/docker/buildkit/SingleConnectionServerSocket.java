package dev.jrelease.docker.buildkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import javax.net.ServerSocketFactory;

/** A server socket that returns one existing connection and then waits until it is closed. */
final class SingleConnectionServerSocket extends ServerSocket {
    private final Socket connection;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean accepted;

    private SingleConnectionServerSocket(Socket connection) throws IOException {
        this.connection = connection;
    }

    @Override
    public void bind(SocketAddress endpoint, int backlog) {}

    @Override
    public Socket accept() throws IOException {
        if (!accepted) {
            accepted = true;
            return connection;
        }
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new SocketException("Socket closed");
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return InetSocketAddress.createUnresolved("build-session", 0);
    }

    @Override
    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        super.close();
    }

    /** Returns that server socket for any port. */
    static final class Factory extends ServerSocketFactory {
        private final Socket connection;

        Factory(Socket connection) {
            this.connection = connection;
        }

        @Override
        public ServerSocket createServerSocket() throws IOException {
            return new SingleConnectionServerSocket(connection);
        }

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            return createServerSocket();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) throws IOException {
            return createServerSocket();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
            return createServerSocket();
        }
    }
}
