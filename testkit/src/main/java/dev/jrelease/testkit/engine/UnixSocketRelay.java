package dev.jrelease.testkit.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A unix socket that leads to an engine on a loopback port, since most engines are reached through one. */
public final class UnixSocketRelay implements AutoCloseable {
    private final Path socket;
    private final InetSocketAddress engine;
    private final ServerSocketChannel server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private UnixSocketRelay(Path socket, URI engine) throws IOException {
        this.socket = socket;
        this.engine = new InetSocketAddress(engine.getHost(), engine.getPort());
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        threads.execute(this::accept);
    }

    /**
     * Listens at a path.
     *
     * @param socket a path that nothing is at; systems allow about 100 characters
     */
    public static UnixSocketRelay to(FakeDockerEngine engine, Path socket) throws IOException {
        return new UnixSocketRelay(socket, URI.create(engine.host()));
    }

    /** What to set {@code DOCKER_HOST} to. */
    public String host() {
        return "unix://" + socket;
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                SocketChannel there = SocketChannel.open(engine);
                threads.execute(() -> pass(client, there));
                threads.execute(() -> pass(there, client));
            }
        } catch (IOException closed) {
            // This is the end.
        }
    }

    /** The end of one direction is the end of the connection: that is how HTTP/1.1 is spoken here. */
    private static void pass(SocketChannel from, SocketChannel to) {
        ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
        try (from;
                to) {
            while (from.read(bytes.clear()) >= 0) {
                bytes.flip();
                while (bytes.hasRemaining()) {
                    to.write(bytes);
                }
            }
        } catch (IOException gone) {
            // The other side finds its end closed.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
        Files.deleteIfExists(socket);
    }
}
