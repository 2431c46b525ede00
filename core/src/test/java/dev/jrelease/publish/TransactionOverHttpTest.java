package dev.jrelease.publish;

import dev.jrelease.image.ImageRepository;
import dev.jrelease.testkit.registry.FakeRegistry;
import org.junit.jupiter.api.AfterEach;

/** The contract with a registry that speaks HTTP. */
class TransactionOverHttpTest extends TransactionContract {
    private final HttpRegistry registry = HttpRegistry.of(FakeRegistry.start());

    @AfterEach
    void close() {
        registry.close();
    }

    @Override
    ImageRepository open(String path) {
        return registry.open(path);
    }

    @Override
    String name(String path) {
        return registry.name(path);
    }
}
