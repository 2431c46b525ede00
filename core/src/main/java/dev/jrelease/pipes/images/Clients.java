package dev.jrelease.pipes.images;

import dev.jrelease.cache.CacheFolder;
import dev.jrelease.cache.LocalCache;
import dev.jrelease.credentials.Credentials;
import dev.jrelease.docker.DockerEngine;
import dev.jrelease.environment.Environment;
import dev.jrelease.http.HttpTransport;
import dev.jrelease.http.MaskedLogins;
import dev.jrelease.http.PooledTransport;
import dev.jrelease.http.TransportOnFirstUse;
import dev.jrelease.layout.Layouts;
import dev.jrelease.registry.Registries;
import dev.jrelease.secret.Redactor;

/** The clients of a run: engine, layouts, registries, and what is kept between runs. Each connects on first use. */
public record Clients(
        DockerEngine engine,
        Layouts layouts,
        Registries registries,
        Credentials credentials,
        BuildSecrets secrets,
        LocalCache cache)
        implements AutoCloseable {

    public static Clients of(Environment environment, Redactor redactor) {
        Credentials credentials = Credentials.of(environment, redactor);
        HttpTransport transport = new TransportOnFirstUse(() -> new PooledTransport(environment));
        Registries registries = new Registries(new MaskedLogins(transport, redactor), credentials, environment.pause());
        return new Clients(
                DockerEngine.of(environment, redactor),
                new Layouts(registries::repository),
                registries,
                credentials,
                new BuildSecrets(redactor),
                new LocalCache(CacheFolder.of(environment)));
    }

    @Override
    public void close() {
        engine.close();
        layouts.close();
        cache.close();
        registries.close();
    }
}
