package dev.jrelease.publish;

import dev.jrelease.testkit.registry.FakeRegistry;
import org.junit.jupiter.api.AfterEach;

/** The contract with a registry that speaks HTTP. */
class TransactionOverHttpTest extends PublishingContract {
    private final HttpRegistry registry = HttpRegistry.of(FakeRegistry.start());

    @AfterEach
    void close() {
        registry.close();
    }

    @Override
    TestRepositories repositories() {
        return registry;
    }
}
