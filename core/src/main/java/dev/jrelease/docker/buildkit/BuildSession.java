package dev.jrelease.docker.buildkit;

import dev.jrelease.concurrent.ServiceThreads;
import dev.jrelease.secret.Redactor;
import dev.jrelease.secret.Secret;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.okhttp.OkHttpServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A session in which the engine requests secrets and registry credentials during a build. The engine is the client on
 * the connection; {@link #close} ends the connection and its threads.
 *
 * @see <a href="https://github.com/moby/buildkit/tree/v0.25.0/session">BuildKit's sessions</a>
 */
public final class BuildSession implements AutoCloseable {
    /** gRPC logs each closed connection. The field keeps the logger, which is otherwise kept weakly. */
    private static final Logger GRPC_LOG = Logger.getLogger("io.grpc");

    static {
        GRPC_LOG.setLevel(Level.OFF);
    }

    private static final int LONGEST_END_SECONDS = 2;

    private final String id;
    private final ServiceThreads threads;
    private final Socket socket;
    private final Server server;

    /** Opens a connection on which the engine is the client. */
    @FunctionalInterface
    public interface Upgrade {
        /**
         * Sends {@code POST /session} with these headers; a name may occur several times.
         *
         * @throws IOException if the engine does not answer 101
         */
        Socket open(List<Map.Entry<String, String>> headers) throws IOException;
    }

    private BuildSession(String id, ServiceThreads threads, Socket socket, Server server) {
        this.id = id;
        this.threads = threads;
        this.socket = socket;
        this.server = server;
    }

    /**
     * Opens a session.
     *
     * @param secrets by their ids
     * @param redactor masks every password that the session returns
     */
    public static BuildSession open(
            Upgrade upgrade, Map<String, Secret> secrets, CredentialSource credentials, Redactor redactor)
            throws IOException {
        String id = UUID.randomUUID().toString().replace("-", "");
        SessionServices services = new SessionServices(secrets, credentials, redactor);
        Socket socket = upgrade.open(headers(id, services));
        ServiceThreads threads = new ServiceThreads("build-session");
        try {
            return new BuildSession(id, threads, socket, serve(services, threads, socket));
        } catch (IOException | RuntimeException failed) {
            threads.close();
            socket.close();
            throw failed;
        }
    }

    private static List<Map.Entry<String, String>> headers(String id, SessionServices services) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        headers.add(Map.entry("X-Docker-Expose-Session-Uuid", id));
        headers.add(Map.entry("X-Docker-Expose-Session-Name", "jrelease"));
        headers.add(Map.entry("X-Docker-Expose-Session-Sharedkey", ""));
        services.methods()
                .forEach(method -> headers.add(Map.entry("X-Docker-Expose-Session-Grpc-Method", "/" + method)));
        return headers;
    }

    private static Server serve(SessionServices services, ServiceThreads threads, Socket socket) throws IOException {
        InetSocketAddress unused = InetSocketAddress.createUnresolved("build-session", 0);
        return OkHttpServerBuilder.forPort(unused, InsecureServerCredentials.create())
                .socketFactory(new SingleConnectionServerSocket.Factory(socket))
                .executor(threads.executor())
                .transportExecutor(threads.executor())
                .scheduledExecutorService(threads.scheduler())
                .addServices(services.definitions())
                .build()
                .start();
    }

    /** The parameter of {@code POST /build?session=}. */
    public String id() {
        return id;
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            socket.close();
        } catch (IOException closedAlready) {
            // The engine may have closed it first.
        }
        awaitEnd();
        threads.close();
    }

    /** Waits for the end also in an interrupted thread. */
    private void awaitEnd() {
        boolean interrupted = Thread.interrupted();
        try {
            server.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
