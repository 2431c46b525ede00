package dev.jrelease.registry;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.credentials.Credentials;
import dev.jrelease.http.HttpTransport;
import dev.jrelease.image.Access;
import dev.jrelease.image.ImageReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The registries of one run: they share connections, and each logs in once. Closing ends the transport too. */
public final class Registries implements AutoCloseable {
    private final HttpTransport http;
    private final Credentials credentials;
    private final Retries retries;
    private volatile Consumer<String> listener = _ -> {};
    private final InsecureHosts insecureHosts = new InsecureHosts();
    private final Map<Door, Server> servers = new ConcurrentHashMap<>();

    public Registries(HttpTransport http, Credentials credentials) {
        this(http, credentials, Retries.STANDARD);
    }

    Registries(HttpTransport http, Credentials credentials, Retries retries) {
        this.http = http;
        this.credentials = credentials;
        this.retries = retries.with(text -> listener.accept(text));
    }

    /** From now on says here that a request is tried again. */
    public void announceTo(Consumer<String> other) {
        listener = other;
    }

    private record Door(String host, Access access, Backoff retry) {}

    /** The repository of a reference, whose tag and digest do not matter. Nothing is sent yet. */
    public Repository repository(ImageReference any, Access access) {
        return repository(any, access, retries.backoff());
    }

    /** The same, where requests are repeated in another way than usual. */
    public Repository repository(ImageReference any, Access access, Backoff retry) {
        if (access == Access.INSECURE) {
            insecureHosts.add(any.registry());
        }
        Server server = servers.computeIfAbsent(
                new Door(any.registry(), access, retry),
                door -> new Server(door.host, door.access, insecureHosts, http, credentials, retries.with(door.retry)));
        return new Repository(server, any);
    }

    @Override
    public void close() {
        http.close();
    }
}
