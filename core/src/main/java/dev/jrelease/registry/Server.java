package dev.jrelease.registry;

import dev.jrelease.http.Challenge;
import dev.jrelease.credentials.Credentials;
import dev.jrelease.http.Headers;
import dev.jrelease.http.HttpRequest;
import dev.jrelease.http.HttpResponse;
import dev.jrelease.http.HttpTransport;
import dev.jrelease.http.UnreachableException;
import dev.jrelease.http.UnreadableBodyException;
import dev.jrelease.registry.Call.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** One registry under one kind of access: knows the way in, logs in, follows redirects, tries again. */
final class Server {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 5;

    private final Access access;
    private final InsecureHosts insecureHosts;
    private final HttpTransport http;
    private final Retries retries;
    private final FrontDoor door;
    private final Authorizer authorizer;
    private final Diagnosis diagnosis;

    Server(
            String host,
            Access access,
            InsecureHosts insecureHosts,
            HttpTransport http,
            Credentials credentials,
            Retries retries) {
        this.access = access;
        this.insecureHosts = insecureHosts;
        this.http = http;
        this.retries = retries;
        this.door = new FrontDoor(host.equals("docker.io") ? "registry-1.docker.io" : host, access, http);
        this.diagnosis = new Diagnosis(host, new Hints(host, access, this::user));
        this.authorizer = new Authorizer(host, credentials, new TokenServer(access, insecureHosts, http, diagnosis));
    }

    private Optional<String> user() {
        return authorizer.user();
    }

    Retries retries() {
        return retries;
    }

    Diagnosis diagnosis() {
        return diagnosis;
    }

    /** Sends a request until it is answered, or further attempts make no sense. */
    <T> T send(Call call, Answer<T> answer) throws InterruptedException {
        return retries.run(() -> once(call, answer));
    }

    /** Sends a request whose failure its caller deals with. */
    <T> T once(Call call, Answer<T> answer) throws InterruptedException {
        try (HttpResponse response = open(call)) {
            return answer.read(response);
        } catch (IOException problem) {
            throw failure(call, problem);
        }
    }

    /** Sends a request and leaves its answer open. */
    HttpResponse stream(Call call) throws InterruptedException {
        return retries.run(() -> {
            try {
                return open(call);
            } catch (IOException problem) {
                throw failure(call, problem);
            }
        });
    }

    private RuntimeException failure(Call call, IOException problem) {
        return switch (problem) {
            case UnreadableBodyException ours -> new UncheckedIOException(ours.problem());
            // Who answered before is being restarted; who never did is not there.
            case UnreachableException _
            when door.wasOpened() -> diagnosis.broken(call, problem).butPassing();
            default -> diagnosis.broken(call, problem);
        };
    }

    private HttpResponse open(Call call) throws IOException, InterruptedException {
        Origin origin = door.greeting().origin();
        URI uri = address(call, origin, origin.root(), call.target());
        for (int redirects = 0; ; redirects++) {
            HttpResponse response = authorized(call, uri);
            Optional<String> location = response.headers().first("Location");
            boolean moved = call.isRead() && REDIRECTS.contains(response.status()) && location.isPresent();
            if (!moved || redirects == MOST_REDIRECTS) {
                return checked(call, uri, response);
            }
            response.close();
            uri = address(call, origin, uri, location.get());
        }
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
            throw diagnosis.wrong(call, "it sends us to a malformed address: " + location);
        }
    }

    private HttpResponse checked(Call call, URI uri, HttpResponse response) throws IOException {
        if (call.expected().contains(response.status())) {
            return response;
        }
        try (response) {
            throw diagnosis.refused(call, uri, response);
        }
    }

    /** What belongs to the registry is shown to the registry alone: a redirect elsewhere carries no credentials. */
    private HttpResponse authorized(Call call, URI uri) throws IOException, InterruptedException {
        FrontDoor.Greeting greeting = door.greeting();
        if (!Origin.of(uri).equals(greeting.origin())) {
            return transmit(call, uri, Optional.empty());
        }
        Optional<String> header = authorizer.header(call, greeting);
        HttpResponse response = transmit(call, uri, header);
        if (response.status() != 401) {
            return response;
        }
        Optional<String> better =
                authorizer.headerAfter(call, greeting.origin(), Challenge.of(response.headers()), header);
        if (better.isEmpty()) {
            return response;
        }
        response.close();
        return transmit(call, uri, better);
    }

    private HttpResponse transmit(Call call, URI uri, Optional<String> authorization)
            throws IOException, InterruptedException {
        Headers headers = authorization
                .map(value -> call.headers().with("Authorization", value))
                .orElse(call.headers());
        Access there = insecureHosts.accessTo(Origin.of(uri), door.greeting().origin(), access);
        return http.send(new HttpRequest(call.method(), uri, headers, call.body(), there.trust()));
    }
}
