package dev.jrelease.registry;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.credentials.Credentials;
import dev.jrelease.environment.Environment;
import dev.jrelease.http.HttpTransport;
import dev.jrelease.http.PooledTransport;
import dev.jrelease.image.Access;
import dev.jrelease.image.ImageReference;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client as a run has it, but for the waiting, which is written down instead. */
final class Bench implements AutoCloseable {
    private static final Path NOWHERE = Path.of("/nonexistent");

    private final SkippedTime time = new SkippedTime();
    private final Registries registries;

    private Bench(HttpTransport http, Path home) {
        this(http, home, Map.of());
    }

    private Bench(HttpTransport http, Path home, Map<String, String> variables) {
        Environment environment = new Environment(variables, home, home);
        this.registries = new Registries(http, Credentials.of(environment, new Redactor()), time);
    }

    static Bench anonymous() {
        return anonymous(transport());
    }

    /** Someone who takes a registry that is silent for half a second for one that will not answer. */
    static Bench impatient() {
        Duration half = Duration.ofMillis(500);
        Environment environment = new Environment(Map.of(), NOWHERE, NOWHERE);
        return anonymous(new PooledTransport(environment, new PooledTransport.Timeouts(half, half, half)));
    }

    /** Someone who reaches other machines by a proxy alone. */
    static Bench behind(String proxy) {
        return anonymous(new PooledTransport(new Environment(Map.of("HTTPS_PROXY", proxy), NOWHERE, NOWHERE)));
    }

    static Bench anonymous(HttpTransport http) {
        return new Bench(http, NOWHERE);
    }

    /** Someone logged in with a user name and a password. */
    static Bench loggedIn(Path home, String host, String user, String password) {
        String auth = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return configured(home, "{\"auths\": {\"" + host + "\": {\"auth\": \"" + auth + "\"}}}");
    }

    static Bench configured(Path home, String configJson) {
        return configured(home, configJson, transport());
    }

    static Bench configured(Path home, String configJson, HttpTransport http) {
        write(home, configJson);
        return new Bench(http, home);
    }

    static Bench configured(Path home, String configJson, Map<String, String> variables) {
        write(home, configJson);
        return new Bench(transport(), home, variables);
    }

    /** Someone with an environment of their own. */
    static Bench in(Environment environment) {
        return new Bench(new PooledTransport(environment), environment.home(), environment.variables());
    }

    private static void write(Path home, String configJson) {
        try {
            Path folder = Files.createDirectories(home.resolve(".docker"));
            Files.writeString(folder.resolve("config.json"), configJson);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static HttpTransport transport() {
        return new PooledTransport(new Environment(Map.of(), NOWHERE, NOWHERE));
    }

    Repository repository(String reference) {
        return repository(reference, Access.STRICT);
    }

    Repository repository(String reference, Access access) {
        return registries.repository(ImageReference.parse(reference), access);
    }

    /** Someone who trusts these authorities for a registry. */
    Bench trusting(String registry, Path authorities) {
        registries.trust(registry, authorities);
        return this;
    }

    /** Someone who repeats requests in another way. */
    Repository repository(String reference, Backoff retry) {
        return registries.repository(ImageReference.parse(reference), Access.STRICT, retry);
    }

    /** Lets so much time go by. */
    void pass(Duration span) {
        time.of(span);
    }

    /** Every wait before another attempt. */
    List<Duration> pauses() {
        return time.pauses();
    }

    /** What is said of further attempts. */
    List<String> announcements() {
        List<String> said = new CopyOnWriteArrayList<>();
        registries.announceTo(retry -> said.add(retry.text()));
        return said;
    }

    /** What registries want people to know. */
    List<String> warnings() {
        List<String> said = new CopyOnWriteArrayList<>();
        registries.passWarningsTo((host, text) -> said.add(host + ": " + text));
        return said;
    }

    @Override
    public void close() {
        registries.close();
    }
}
