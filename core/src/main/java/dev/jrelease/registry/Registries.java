package dev.jrelease.registry;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.concurrent.Pause;
import dev.jrelease.concurrent.Retry;
import dev.jrelease.credentials.Credentials;
import dev.jrelease.http.HttpTransport;
import dev.jrelease.image.Access;
import dev.jrelease.image.ImageReference;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The registries of one run: they share connections, and each logs in once. Closing ends the transport too. */
public final class Registries implements AutoCloseable {
    private final HttpTransport http;
    private final Credentials credentials;
    private final Pause pause;
    private volatile Consumer<Retry> listener = _ -> {};
    private volatile BiConsumer<String, String> warned = (_, _) -> {};
    private final InsecureHosts insecureHosts = new InsecureHosts();
    private final Map<Key, Server> servers = new ConcurrentHashMap<>();
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();

    public Registries(HttpTransport http, Credentials credentials) {
        this(http, credentials, Pause.SLEEP);
    }

    /** The same, which waits for registries in another way. */
    public Registries(HttpTransport http, Credentials credentials, Pause pause) {
        this.http = http;
        this.credentials = credentials;
        this.pause = pause;
    }

    /** From now on says here that a request is tried again. */
    public void announceTo(Consumer<Retry> other) {
        listener = other;
    }

    /** From now on says here what a registry wants people to know: its host, and a text. */
    public void passWarningsTo(BiConsumer<String, String> other) {
        warned = other;
    }

    /**
     * From now on the certificate of a registry is also good if one of these authorities signed it.
     *
     * @param registry the host as image references name it, with its port
     * @param authorities a file with their certificates, in PEM form
     */
    public void trust(String registry, Path authorities) {
        http.trust(Server.apiHost(registry), authorities);
    }

    private record Key(String host, Access access, Backoff retry) {}

    /** What all requests to one host share, whatever access they have and however often they are repeated. */
    private record Host(Pace pace, Recent recent, Warnings warnings) {}

    /** The repository of a reference, whose tag and digest do not matter. Nothing is sent yet. */
    public Repository repository(ImageReference any, Access access) {
        return repository(any, access, Backoff.STANDARD);
    }

    /** The same, where requests are repeated in another way than usual. */
    public Repository repository(ImageReference any, Access access, Backoff retry) {
        if (access == Access.INSECURE) {
            insecureHosts.add(any.registry());
        }
        Server server = servers.computeIfAbsent(new Key(any.registry(), access, retry), this::server);
        return new Repository(server, any);
    }

    private Server server(Key key) {
        Host host = hosts.computeIfAbsent(key.host, this::host);
        Retries retries = new Retries(key.retry, host.pace, retry -> listener.accept(retry));
        return new Server(key.host, key.access, insecureHosts, http, credentials, retries, host.recent, host.warnings);
    }

    private Host host(String name) {
        Warnings warnings = new Warnings(text -> warned.accept(name, text));
        return new Host(new Pace(pause), new Recent(), warnings);
    }

    @Override
    public void close() {
        http.close();
    }
}
