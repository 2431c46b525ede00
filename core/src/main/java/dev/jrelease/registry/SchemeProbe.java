package dev.jrelease.registry;

import dev.jrelease.http.Body;
import dev.jrelease.http.Challenge;
import dev.jrelease.http.Headers;
import dev.jrelease.http.HttpRequest;
import dev.jrelease.http.HttpResponse;
import dev.jrelease.http.HttpTransport;
import dev.jrelease.http.Loopback;
import dev.jrelease.http.NotTlsException;
import dev.jrelease.http.ReadTimeout;
import dev.jrelease.http.UnreachableException;
import dev.jrelease.http.UntrustedCertificateException;
import dev.jrelease.image.Access;
import dev.jrelease.text.LinearPattern;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Determines once whether a registry uses https or plain http, and which login it requires. */
final class SchemeProbe {
    private static final LinearPattern PORT = LinearPattern.of(":[0-9]++");

    private final String authority;
    private final Access access;
    private final HttpTransport http;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable ProbeResult known;
    private volatile @Nullable IOException failure;
    private final AtomicInteger failures = new AtomicInteger();

    SchemeProbe(String authority, Access access, HttpTransport http) {
        this.authority = authority;
        this.access = access;
        this.http = http;
    }

    /** The result of the first request to the registry. */
    record ProbeResult(Origin origin, Optional<Challenge> challenge) {}

    ProbeResult result() throws IOException, InterruptedException {
        ProbeResult early = known;
        if (early != null) {
            return early;
        }
        int before = failures.get();
        lock.lockInterruptibly();
        try {
            ProbeResult now = known == null ? sharedProbe(before) : known;
            known = now;
            return now;
        } finally {
            lock.unlock();
        }
    }

    /** A thread that waited for the attempt of another one gets the same failure, so that a time-out is waited for once. */
    private ProbeResult sharedProbe(int before) throws IOException, InterruptedException {
        IOException failed = failure;
        if (failed != null && failures.get() > before) {
            throw failed;
        }
        try {
            return probe();
        } catch (IOException problem) {
            failure = problem;
            failures.incrementAndGet();
            throw problem;
        }
    }

    /** Whether the registry has answered before. */
    boolean hasAnswered() {
        return known != null;
    }

    private ProbeResult probe() throws IOException, InterruptedException {
        if (isPlainLoopback()) {
            return probe("http");
        }
        try {
            return probe("https");
        } catch (IOException problem) {
            if (!mayBePlain(problem)) {
                throw problem;
            }
            return probe("http");
        }
    }

    /** Whether this is a loopback host without TLS. The probe is cheap, and plain http is usual there. */
    private boolean isPlainLoopback() throws IOException, InterruptedException {
        Origin https = Origin.of(URI.create("https://" + authority));
        return Loopback.is(https.host()) && !http.speaksTls(https.host(), https.port());
    }

    private ProbeResult probe(String scheme) throws IOException, InterruptedException {
        URI root = URI.create(scheme + "://" + authority + "/v2/");
        HttpRequest request =
                new HttpRequest("GET", root, Headers.EMPTY, Body.NONE, access.trust(), ReadTimeout.ANSWER);
        try (HttpResponse response = http.send(request)) {
            return new ProbeResult(Origin.of(root), Challenges.preferred(Challenge.of(response.headers())));
        }
    }

    private static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon >= 0 && PORT.matches(authority.substring(colon)) ? authority.substring(0, colon) : authority;
    }

    private boolean mayBePlain(IOException problem) {
        String host = withoutPort(authority);
        boolean allowed = access == Access.INSECURE || Loopback.is(host);
        // Without a port, https and http have different ports, and only one may be open.
        boolean mayListen = !(problem instanceof UnreachableException) || host.equals(authority);
        return allowed && mayListen && !speaksTls(problem, Loopback.is(host));
    }

    /** @param greeted whether the host has answered in TLS before, and so what broke is no sign of another scheme */
    private static boolean speaksTls(IOException problem, boolean greeted) {
        return switch (problem) {
            case UntrustedCertificateException _ -> true;
            case NotTlsException _, UnreachableException _ -> false;
            case SSLException tls -> greeted || !Diagnosis.wasCutOff(tls);
            default -> greeted;
        };
    }
}
