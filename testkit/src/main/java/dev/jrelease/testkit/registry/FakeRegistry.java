package dev.jrelease.testkit.registry;

import com.sun.net.httpserver.HttpServer;
import dev.jrelease.testkit.registry.Storage.Content;
import dev.jrelease.testkit.registry.Storage.Draft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * An OCI distribution registry on loopback, as of
 * <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md">specification 1.1</a>. It is as
 * strict as a real one may be: digests, sizes and media types must be right, and a manifest's parts must be there.
 */
public final class FakeRegistry implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final SchemeProxy doorway;
    private final boolean tls;
    private final RequestLog log;
    private final Authentication authentication;
    private final Faults faults;
    private final RegistryContent holdings;

    FakeRegistry(
            HttpServer server,
            SchemeProxy doorway,
            boolean tls,
            RequestLog log,
            Authentication authentication,
            Faults faults,
            RegistryContent holdings) {
        this.server = server;
        this.doorway = doorway;
        this.tls = tls;
        this.log = log;
        this.authentication = authentication;
        this.faults = faults;
        this.holdings = holdings;
        server.setExecutor(executor);
        server.start();
    }

    /** A registry over plain http, open to all, in memory. */
    public static FakeRegistry start() {
        return builder().start();
    }

    public static FakeRegistryBuilder builder() {
        return new FakeRegistryBuilder();
    }

    /** The certificate of every registry made with {@link FakeRegistryBuilder#selfSigned()}, in PEM form. */
    public static String certificate() {
        return SelfSigned.pem();
    }

    public int port() {
        return doorway.port();
    }

    /** The host and port as an image reference has them: {@code localhost:PORT}. */
    public String address() {
        return "localhost:" + port();
    }

    public URI uri() {
        return URI.create((tls ? "https://" : "http://") + address());
    }

    /** Every request so far, in the order of the answers. */
    public List<Request> requests() {
        return log.requests();
    }

    /** Every change so far, in order. */
    public List<Write> writes() {
        return log.writes();
    }

    /** The tags in the order in which they were written, as {@code repository:tag}. */
    public List<String> tagWrites() {
        return writes().stream()
                .filter(write -> write.kind() == Write.Kind.TAG)
                .map(write -> write.repository() + ":" + write.reference())
                .toList();
    }

    /** Forgets the requests and changes so far, not what they led to. */
    public void forgetRequests() {
        log.clear();
    }

    /** The next request that is such meets with a fault. */
    public void failNext(Predicate<Request> which, Fault fault, int times) {
        faults.add(which, fault, times);
    }

    /** The next request with this method, and a path in which the expression is found, meets with a fault. */
    public void failNext(String method, String path, Fault fault) {
        failNext(method, path, fault, 1);
    }

    public void failNext(String method, String path, Fault fault, int times) {
        failNext(requests(method, path), fault, times);
    }

    /** From now on requests meet with the faults of a plan, where none of the others strikes. */
    public void follow(FaultPlan plan) {
        faults.follow(plan);
    }

    /** From now on only those faults strike that were asked for one by one. */
    public void followNoPlan() {
        faults.follow(null);
    }

    /** The next such request is kept waiting until it is released, or the registry is closed. */
    public HeldRequest holdNext(String method, String path) {
        return faults.hold(requests(method, path));
    }

    private static Predicate<Request> requests(String method, String path) {
        Predicate<String> pattern = Pattern.compile(path).asPredicate();
        return request -> request.method().equals(method) && pattern.test(request.path());
    }

    /** Makes every access token worthless, as time would. */
    public void expireTokens() {
        authentication.tokens().expire();
    }

    /** Asks for another login from now on, as where a password or a helper's token has changed. */
    public void change(Login other) {
        authentication.change(other);
    }

    /** A refresh token, as {@code docker login} stores it under {@code identitytoken}. */
    public String newRefreshToken() {
        return authentication.tokens().newRefreshToken();
    }

    /** The tags of a repository, sorted; none for a repository that is not there. */
    public List<String> tags(String repository) {
        return unchecked(() -> holdings.tags(repository));
    }

    /** A manifest or an index by its tag or digest. */
    public Optional<StoredManifest> manifest(String repository, String reference) {
        return unchecked(() -> holdings.manifest(repository, reference));
    }

    public Optional<byte[]> blob(String repository, String digest) {
        return unchecked(() -> {
            Optional<Content> blob = holdings.blob(repository, digest);
            return blob.isPresent() ? Optional.of(blob.get().bytes()) : Optional.empty();
        });
    }

    /** Puts a blob there without a request, and returns its digest. */
    public String addBlob(String repository, byte[] bytes) {
        return unchecked(() -> {
            Draft draft = holdings.draft();
            draft.output().write(bytes);
            holdings.addBlob(repository, Sha256.of(bytes), draft);
            return Sha256.of(bytes);
        });
    }

    /** Puts a manifest there without a request or any check, and returns its digest. */
    public String addManifest(String repository, String tag, String mediaType, byte[] bytes) {
        return unchecked(() -> {
            StoredManifest manifest = new StoredManifest(mediaType, bytes);
            holdings.addManifest(repository, manifest);
            holdings.tag(repository, tag, manifest.digest());
            return manifest.digest();
        });
    }

    @Override
    public void close() {
        faults.releaseAll();
        doorway.close();
        server.stop(0);
        executor.shutdownNow();
    }

    private static <T> T unchecked(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }
}
