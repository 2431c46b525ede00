package dev.jrelease.publish;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.credentials.Credentials;
import dev.jrelease.environment.Environment;
import dev.jrelease.http.PooledTransport;
import dev.jrelease.image.Access;
import dev.jrelease.image.ImageReference;
import dev.jrelease.process.ProcessRunner;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import dev.jrelease.registry.SkippedTime;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A registry that speaks HTTP, and a client that does not wait between attempts. */
record HttpRegistry(FakeRegistry registry, Registries registries) implements AutoCloseable {
    private static final Environment ENVIRONMENT =
            new Environment(Map.of(), Path.of("/nonexistent"), Path.of("/nonexistent"));
    private static final Backoff QUICK = new Backoff(4, Duration.ofMillis(1), Duration.ofMillis(2));

    static HttpRegistry of(FakeRegistry registry) {
        return new HttpRegistry(
                registry,
                new Registries(
                        new PooledTransport(ENVIRONMENT),
                        Credentials.of(ENVIRONMENT, new ProcessRunner(ENVIRONMENT)),
                        new SkippedTime()));
    }

    String name(String path) {
        return registry.address() + "/acme/" + path;
    }

    Repository open(String path) {
        return registries.repository(ImageReference.parse(name(path) + ":any"), Access.STRICT, QUICK);
    }

    @Override
    public void close() {
        registries.close();
        registry.close();
    }
}
