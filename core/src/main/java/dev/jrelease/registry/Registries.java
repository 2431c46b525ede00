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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The registries of one run, with common connections and one login each. Closing also closes the transport. */
public final class Registries implements AutoCloseable {
    private final HttpTransport http;
    private final Credentials credentials;
    private final Pause pause;
    private volatile Consumer<Retry> listener = _ -> {};
    private volatile BiConsumer<String, String> warned = (_, _) -> {};
    private volatile Predicate<ImageReference> mirrors = _ -> false;
    private final Set<String> trusted = ConcurrentHashMap.newKeySet();
    private final InsecureHosts insecureHosts = new InsecureHosts();
    private final Map<Key, Endpoint> endpoints = new ConcurrentHashMap<>();
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();

    /** @param pause between attempts */
    public Registries(HttpTransport http, Credentials credentials, Pause pause) {
        this.http = http;
        this.credentials = credentials;
        this.pause = pause;
    }

    /** The pause between attempts. */
    public Pause pause() {
        return pause;
    }

    /** Sets the listener for retries. */
    public void announceTo(Consumer<Retry> other) {
        listener = other;
    }

    /** Sets the listener for warnings of registries: host and text. */
    public void passWarningsTo(BiConsumer<String, String> other) {
        warned = other;
    }

    /**
     * Trusts certificates of a registry that one of these authorities has signed, from now on.
     *
     * @param registry the host as image references name it, with its port
     * @param authorities a file with their certificates, in PEM form
     */
    public void trust(String registry, Path authorities) {
        http.trust(Endpoint.apiHost(registry), authorities);
        trusted.add(registry);
    }

    /** Whether certificates of a registry are accepted that others may not accept. */
    public boolean hasOwnAuthorities(String registry) {
        return trusted.contains(registry);
    }

    /** Sets which repositories a release does not need. */
    public void mirrors(Predicate<ImageReference> other) {
        mirrors = other;
    }

    /** Whether a release does not need the repository of this reference. */
    public boolean isMirror(ImageReference any) {
        return mirrors.test(any);
    }

    private record Key(String host, Access access) {}

    /** The common state of all requests to one host, with any access and any retries. */
    record Host(Pace pace, RecentContent recent, Warnings warnings) {}

    /** The repository of a reference; its tag and digest are ignored. Sends no request. */
    public Repository repository(ImageReference any, Access access) {
        return repository(any, access, Backoff.STANDARD);
    }

    /** The same with other retries. */
    public Repository repository(ImageReference any, Access access, Backoff retry) {
        if (access == Access.INSECURE) {
            insecureHosts.add(any.registry());
        }
        Host host = hosts.computeIfAbsent(any.registry(), this::host);
        Retries retries = new Retries(any.registry(), retry, host.pace(), repeated -> listener.accept(repeated));
        return new Repository(new Server(endpoint(any.registry(), access, host), retries), any);
    }

    private Endpoint endpoint(String registry, Access access, Host host) {
        return endpoints.computeIfAbsent(
                new Key(registry, access),
                key -> new Endpoint(key.host, key.access, insecureHosts, http, credentials, host));
    }

    private Host host(String name) {
        Warnings warnings = new Warnings(text -> warned.accept(name, text));
        return new Host(new Pace(pause), new RecentContent(), warnings);
    }

    @Override
    public void close() {
        http.close();
    }
}
