package dev.jrelease.testkit.engine;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Docker engine on a loopback port, as far as a release uses one. It builds by reading Dockerfiles, runs no
 * programs, and asks nothing in the sessions it is offered.
 */
public final class FakeDockerEngine implements AutoCloseable {
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Queue<EngineFault> faults = new ConcurrentLinkedQueue<>();
    private final Images images;
    private final Builds builds;
    private final Pushes pushes;
    private final Routes routes;

    private FakeDockerEngine(ImageStore store, String apiVersion, String headers) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.images = new Images(store);
        this.pushes = new Pushes(images, faults);
        this.builds = new Builds(store, images, faults);
        this.routes = new Routes(store, apiVersion, headers, images, builds, pushes, faults);
        threads.execute(this::accept);
    }

    public static FakeDockerEngine start(ImageStore store) {
        return start(store, "1.43", "");
    }

    /**
     * An engine that states this version of the API.
     *
     * @param headers what {@code /_ping} says instead of what Docker says, each line ended by a line break; may be empty
     */
    public static FakeDockerEngine start(ImageStore store, String apiVersion, String headers) {
        try {
            return new FakeDockerEngine(store, apiVersion, headers);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** What to set {@code DOCKER_HOST} to. */
    public String host() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    /** Every request so far, as {@code METHOD /path}, without the version of the API. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public Set<String> imageIds() {
        return images.ids();
    }

    /** Gives an image a name that {@code FROM} finds. */
    public void tag(String id, String tag) {
        images.tag(id, tag);
    }

    /**
     * Has an image from a registry, as after a pull.
     *
     * @param tag in the long form
     * @param origin {@code repository@sha256:…}; empty if it came from no registry
     * @param layers before compression, lowest first
     */
    public void pulled(String tag, String origin, byte[] config, List<byte[]> layers) {
        images.pulled(new EngineImage(config, layers.stream().map(Layer::new).toList()), tag, origin);
    }

    /** The parameter {@code outputs} of every build so far; empty where the engine puts it out in its own way. */
    public List<String> outputs() {
        return builds.outputs();
    }

    /** The digests of the blobs that it has pushed to registries. */
    public List<String> pushed() {
        return pushes.sent();
    }

    public int runningBuilds() {
        return builds.running();
    }

    /** Lets something go wrong the next time that it can. */
    public void failNext(EngineFault fault) {
        faults.add(fault);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                // Else each answer with a body waits 40 ms for the client's acknowledgement of the headers.
                connection.setTcpNoDelay(true);
                connections.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream());
                OutputStream out = new BufferedOutputStream(connection.getOutputStream())) {
            boolean more = true;
            while (more) {
                Optional<Exchange> exchange = Exchange.read(in, out);
                exchange.ifPresent(next -> requests.add(next.method() + " " + next.path()));
                more = exchange.isPresent() && routes.serve(exchange.get(), in);
            }
        } catch (IOException | InterruptedException gone) {
            // The client closed the connection, or the engine was closed.
        } finally {
            connections.remove(connection);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        threads.shutdownNow();
        threads.close();
    }
}
