package dev.jrelease.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.concurrent.Pause;
import dev.jrelease.credentials.Credential;
import dev.jrelease.credentials.Credential.IdentityToken;
import dev.jrelease.credentials.Credential.UserPassword;
import dev.jrelease.http.Body;
import dev.jrelease.http.Challenge;
import dev.jrelease.http.HttpRequest;
import dev.jrelease.http.HttpResponse;
import dev.jrelease.http.HttpTransport;
import dev.jrelease.http.ReadTimeout;
import dev.jrelease.http.Trust;
import dev.jrelease.image.Access;
import dev.jrelease.json.Json;
import dev.jrelease.json.MalformedJsonException;
import dev.jrelease.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gets tokens from the server that a registry names in its challenge.
 *
 * @see <a href="https://distribution.github.io/distribution/spec/auth/token/">token authentication</a>
 * @see <a href="https://distribution.github.io/distribution/spec/auth/oauth/">the same by OAuth 2</a>
 */
record TokenServer(Access access, InsecureHosts insecureHosts, HttpTransport http, Diagnosis diagnosis, Pause clock) {
    private static final int LONGEST_ANSWER = 1024 * 1024;
    private static final int SHORTEST_LIFE_SECONDS = 60;
    private static final int SAFETY_SECONDS = 10;

    /** Servers that know no POST answer so: GCR 404, Nexus 405. */
    private static final Set<Integer> NO_POST = Set.of(404, 405);

    Token token(Call cause, Origin registry, Challenge challenge, Scopes scopes, Optional<Credential> credential)
            throws IOException, InterruptedException {
        String realm = challenge
                .parameter("realm")
                .orElseThrow(() -> diagnosis.wrong(cause, "the registry does not say where its tokens are given out"));
        Call call = new Call(cause.attempt(), "GET", realm, cause.headers(), Body.NONE, scopes, Set.of(200));
        Trust trust = trust(call, registry, realm);
        if (credential.orElse(null) instanceof IdentityToken identity) {
            return byRefreshing(call, trust, challenge, identity);
        }
        return byGet(call, trust, challenge, credential.map(TokenServer::basic));
    }

    private Trust trust(Call call, Origin registry, String realm) {
        Origin there = origin(call, realm);
        if (!insecureHosts.allows(there, registry, access)) {
            throw diagnosis.leadsToPlainHttp(call, "its token server " + realm + " is not https", there);
        }
        return insecureHosts.accessTo(there, registry, access).trust();
    }

    private Origin origin(Call call, String realm) {
        try {
            return Origin.of(uri(call, realm));
        } catch (IllegalArgumentException malformed) {
            throw diagnosis.wrong(call, "the address of its token server is malformed: " + realm);
        }
    }

    private URI uri(Call call, String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException malformed) {
            throw diagnosis.wrong(call, "the address of its token server is malformed: " + text);
        }
    }

    private Token byGet(Call call, Trust trust, Challenge challenge, Optional<String> authorization)
            throws IOException, InterruptedException {
        String query = Stream.concat(
                        challenge.parameter("service").map(text -> "service=" + encoded(text)).stream(),
                        call.scopes().texts().map(text -> "scope=" + encoded(text)))
                .collect(Collectors.joining("&"));
        String separator = query.isEmpty() ? "" : call.target().contains("?") ? "&" : "?";
        URI uri = uri(call, call.target() + separator + query);
        HttpRequest request = HttpRequest.of("GET", uri).with(trust).with(ReadTimeout.ANSWER);
        HttpRequest full = authorization
                .map(header -> request.with(request.headers().with("Authorization", header)))
                .orElse(request);
        try (HttpResponse response = http.send(full)) {
            return read(call, uri, response);
        }
    }

    private Token byRefreshing(Call call, Trust trust, Challenge challenge, IdentityToken identity)
            throws IOException, InterruptedException {
        String form = Stream.of(
                        "grant_type=refresh_token",
                        "client_id=jrelease",
                        "service=" + encoded(challenge.parameter("service").orElse("")),
                        "scope=" + encoded(call.scopes().texts().collect(Collectors.joining(" "))),
                        "refresh_token=" + encoded(identity.token().reveal()))
                .collect(Collectors.joining("&"));
        URI uri = uri(call, call.target());
        HttpRequest request =
                HttpRequest.of("POST", uri).with(trust).with(ReadTimeout.ANSWER).with(Body.of(form));
        try (HttpResponse response =
                http.send(request.with(request.headers().with("Content-Type", "application/x-www-form-urlencoded")))) {
            if (!NO_POST.contains(response.status())) {
                return read(call, uri, response);
            }
        }
        return byGet(call, trust, challenge, Optional.of(basic("<token>", identity.token())));
    }

    private Token read(Call call, URI uri, HttpResponse response) throws IOException {
        long asked = clock.nanoTime();
        if (response.status() != 200) {
            throw diagnosis.refused(call, uri, response).by("its token server");
        }
        JsonNode answer = answer(call, response.bytes(LONGEST_ANSWER));
        String value = Stream.of("token", "access_token")
                .map(name -> answer.path(name).asText(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow(() -> diagnosis.wrong(call, "its token server answered without a token"));
        long seconds = Math.max(SHORTEST_LIFE_SECONDS, answer.path("expires_in").asLong(0)) - SAFETY_SECONDS;
        return new Token(new Secret(value), call.scopes(), asked + TimeUnit.SECONDS.toNanos(seconds));
    }

    private JsonNode answer(Call call, byte[] bytes) throws IOException {
        try {
            return Json.parse(bytes);
        } catch (MalformedJsonException malformed) {
            throw diagnosis.wrong(call, "the answer of its token server cannot be read: " + malformed.getMessage());
        }
    }

    /** The header for basic authentication. */
    static String basic(Credential credential) {
        return switch (credential) {
            case UserPassword login -> basic(login.user(), login.password());
            case IdentityToken identity -> basic("<token>", identity.token());
        };
    }

    private static String basic(String user, Secret password) {
        byte[] both = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
