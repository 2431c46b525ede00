package dev.jrelease.publish;

import dev.jrelease.registry.Repository;
import dev.jrelease.registry.SkippedTime;
import dev.jrelease.testkit.registry.FakeRegistry;

/** A registry that speaks HTTP, and a client that does not wait between attempts. */
record HttpRegistry(FakeRegistry registry, HttpClient client) implements TestRepositories, AutoCloseable {
    static HttpRegistry of(FakeRegistry registry) {
        return new HttpRegistry(registry, HttpClient.waiting(new SkippedTime()));
    }

    @Override
    public String name(String path) {
        return registry.address() + "/acme/" + path;
    }

    @Override
    public Repository open(String path) {
        return client.open(name(path));
    }

    @Override
    public void close() {
        client.close();
        registry.close();
    }
}
