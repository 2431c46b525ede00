package dev.jrelease.publish;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.concurrent.Pause;
import dev.jrelease.credentials.Credentials;
import dev.jrelease.environment.Environment;
import dev.jrelease.http.PooledTransport;
import dev.jrelease.image.Access;
import dev.jrelease.image.ImageReference;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import dev.jrelease.secret.Redactor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** What a run speaks to registries with, without a login. */
public record HttpClient(Registries registries) implements AutoCloseable {
    private static final Environment ENVIRONMENT =
            new Environment(Map.of(), Path.of("/nonexistent"), Path.of("/nonexistent"));
    private static final Backoff QUICK = new Backoff(4, Duration.ofMillis(1), Duration.ofMillis(2));

    public static HttpClient anonymous() {
        return waiting(Pause.SLEEP);
    }

    /** One that waits in another way before it tries again. */
    public static HttpClient waiting(Pause pause) {
        return new HttpClient(
                new Registries(new PooledTransport(ENVIRONMENT), Credentials.of(ENVIRONMENT, new Redactor()), pause));
    }

    public Repository open(String name) {
        return registries.repository(ImageReference.parse(name + ":any"), Access.STRICT, QUICK);
    }

    @Override
    public void close() {
        registries.close();
    }
}
