package dev.jrelease.registry;

import dev.jrelease.concurrent.Pause;
import dev.jrelease.concurrent.Worker;
import dev.jrelease.credentials.Credentials;
import dev.jrelease.http.Challenge;
import dev.jrelease.http.Headers;
import dev.jrelease.http.HttpRequest;
import dev.jrelease.http.HttpResponse;
import dev.jrelease.http.HttpTransport;
import dev.jrelease.http.UnreachableException;
import dev.jrelease.http.UnreadableBodyException;
import dev.jrelease.image.Access;
import dev.jrelease.registry.Call.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One registry with one kind of access: determines the scheme, logs in and follows redirects. */
final class Endpoint {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> SAME_METHOD = Set.of(307, 308);
    private static final int MOST_REDIRECTS = 5;

    /** The number of 401 answers to one request: a token may expire while a large body is sent. */
    private static final int MOST_REFUSALS = 5;

    private final Access access;
    private final InsecureHosts insecureHosts;
    private final HttpTransport http;
    private final Pace pace;
    private final RecentContent recent;
    private final Warnings warnings;
    private final SchemeProbe probe;
    private final Authorizer authorizer;
    private final Diagnosis diagnosis;
    private final BodyLimit bodyLimit = new BodyLimit();

    /** The scopes of requests that have succeeded. HEAD does not count: registries limit other requests apart from it. */
    private final Set<Scopes> allowed = ConcurrentHashMap.newKeySet();

    private volatile boolean tagParameters = true;

    Endpoint(
            String host,
            Access access,
            InsecureHosts insecureHosts,
            HttpTransport http,
            Credentials credentials,
            Registries.Host state) {
        this.access = access;
        this.insecureHosts = insecureHosts;
        this.http = http;
        this.pace = state.pace();
        this.recent = state.recent();
        this.warnings = state.warnings();
        this.probe = new SchemeProbe(apiHost(host), access, http);
        this.diagnosis = new Diagnosis(host, new Hints(host, access, this::user));
        Pause clock = pace.clock();
        this.authorizer = new Authorizer(
                new Logins(host, credentials, clock), new TokenServer(access, insecureHosts, http, diagnosis, clock));
    }

    static String apiHost(String host) {
        return host.equals("docker.io") ? "registry-1.docker.io" : host;
    }

    private Optional<String> user() {
        return authorizer.user();
    }

    /** Whether several tags can be written in one request, as far as is known. */
    boolean takesTagParameters() {
        return tagParameters;
    }

    void takesNoTagParameters() {
        tagParameters = false;
    }

    BodyLimit bodyLimit() {
        return bodyLimit;
    }

    /** Content of this run that some servers of the registry may not have yet. */
    RecentContent recent() {
        return recent;
    }

    Diagnosis diagnosis() {
        return diagnosis;
    }

    /** Sends a request once, and reads the response. */
    <T> T once(Call call, Answer<T> answer) throws InterruptedException {
        try (HttpResponse response = open(call)) {
            return answer.read(response);
        } catch (IOException problem) {
            throw failure(diagnosis, call, problem);
        }
    }

    /** Sends a request once, and leaves the response open. */
    HttpResponse stream(Call call) throws InterruptedException {
        try {
            return open(call);
        } catch (IOException problem) {
            throw failure(diagnosis, call, problem);
        }
    }

    /** What an interruption broke is no failure of the registry. */
    private RuntimeException failure(Diagnosis of, Call call, IOException problem) throws InterruptedException {
        if (Thread.interrupted()) {
            throw (InterruptedException) new InterruptedException().initCause(problem);
        }
        return switch (problem) {
            case UnreadableBodyException ours -> new UncheckedIOException(ours.problem());
            // A registry that has answered before is probably restarting.
            case UnreachableException _
            when probe.hasAnswered() -> of.broken(call, problem).with(Recovery.OUTAGE);
            default -> of.broken(call, problem);
        };
    }

    private HttpResponse open(Call call) throws IOException, InterruptedException {
        try (Pace.Turn turn = pace.turn()) {
            try {
                HttpResponse response = follow(call);
                turn.succeeded();
                return response;
            } catch (RegistryException failure) {
                if (failure.recovery().isLimit()) {
                    turn.limited();
                }
                throw failure;
            }
        }
    }

    private HttpResponse follow(Call call) throws IOException, InterruptedException {
        Origin origin = probe.result().origin();
        URI uri = address(call, origin, origin.root(), call.target());
        for (int redirects = 0; ; redirects++) {
            HttpResponse response = authorized(call, uri);
            if (Origin.of(uri).equals(origin)) {
                warnings.show(response.headers());
            }
            Optional<String> location = response.headers().first("Location");
            boolean moved = isRedirect(call, response.status()) && location.isPresent();
            if (!moved || redirects == MOST_REDIRECTS) {
                return checked(call, uri, response);
            }
            response.close();
            uri = address(call, origin, uri, location.get());
        }
    }

    /** Redirects that allow another method are followed for GET and HEAD only. */
    private static boolean isRedirect(Call call, int status) {
        return SAME_METHOD.contains(status) || (call.isRead() && REDIRECTS.contains(status));
    }

    private URI address(Call call, Origin origin, URI from, String location) {
        try {
            URI target = origin.follow(from, location);
            Origin there = Origin.of(target);
            if (!insecureHosts.allows(there, origin, access)) {
                throw diagnosis.leadsToPlainHttp(call, "it sends us to plain http: " + there, there);
            }
            return target;
        } catch (IllegalArgumentException malformed) {
            throw diagnosis.malformed(call, location);
        }
    }

    private HttpResponse checked(Call call, URI uri, HttpResponse response) throws IOException {
        if (call.expected().contains(response.status())) {
            if (response.status() < 300 && !call.method().equals("HEAD")) {
                allowed.add(call.scopes());
            }
            return response;
        }
        try (response) {
            RegistryException refused = diagnosis.refused(call, uri, response);
            throw isUnexplained(call, refused) && wasAllowed(call) ? diagnosis.afterAllowing(refused, call) : refused;
        }
    }

    /** An answer to HEAD never gives a reason. */
    private static boolean isUnexplained(Call call, RegistryException refused) {
        return refused.isWithoutReason()
                && !refused.isTransient()
                && !call.method().equals("HEAD");
    }

    private boolean wasAllowed(Call call) {
        return allowed.stream().anyMatch(scopes -> scopes.cover(call.scopes()));
    }

    /** Sends credentials to the registry itself only, not to the target of a redirect. */
    private HttpResponse authorized(Call call, URI uri) throws IOException, InterruptedException {
        SchemeProbe.ProbeResult probed = probe.result();
        if (!Origin.of(uri).equals(probed.origin())) {
            return elsewhere(call, uri);
        }
        Optional<String> header = authorizer.header(call, probed);
        HttpResponse response = transmit(call, uri, header);
        for (int refusals = 1; response.status() == 401 && refusals <= MOST_REFUSALS; refusals++) {
            header = authorizer.headerAfter(call, probed.origin(), Challenge.of(response.headers()), header);
            if (header.isEmpty()) {
                break;
            }
            response.close();
            response = transmit(call, uri, header);
        }
        return response;
    }

    /** A failure there is not one of the registry. */
    private HttpResponse elsewhere(Call call, URI uri) throws InterruptedException {
        try {
            return transmit(call, uri, Optional.empty());
        } catch (IOException problem) {
            throw failure(diagnosis.at(Origin.of(uri)), call, problem);
        }
    }

    private HttpResponse transmit(Call call, URI uri, Optional<String> authorization)
            throws IOException, InterruptedException {
        Headers headers = authorization
                .map(value -> call.headers().with("Authorization", value))
                .orElse(call.headers());
        Access there = insecureHosts.accessTo(Origin.of(uri), probe.result().origin(), access);
        HttpRequest request =
                new HttpRequest(call.method(), uri, headers, call.body(), there.trust(), call.readTimeout());
        return call.changesTag() ? answered(request) : http.send(request);
    }

    /** Waits for the answer also if the run is interrupted: the change could else arrive after it was taken back. */
    private HttpResponse answered(HttpRequest request) throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            return Worker.uninterruptibly("the answer of " + request.uri().getHost(), () -> sent(request));
        } catch (UncheckedIOException problem) {
            throw problem.getCause();
        }
    }

    private HttpResponse sent(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
