package dev.jrelease.registry;

import dev.jrelease.testkit.registry.FakeRegistry;
import org.junit.jupiter.api.AfterEach;

class FakeRegistryRepositoryTest extends RepositoryContract {
    private final FakeRegistry registry = FakeRegistry.start();
    private final Bench bench = Bench.anonymous();

    @Override
    Repository repository(String path) {
        return bench.repository(registry.address() + "/" + path);
    }

    @AfterEach
    void close() {
        bench.close();
        registry.close();
    }
}
