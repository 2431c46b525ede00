package dev.jrelease.publish;

import dev.jrelease.image.ImageRepository;

/** The contract in memory. */
class TransactionInMemoryTest extends PublishingContract {
    @Override
    TestRepositories repositories() {
        return new TestRepositories() {
            @Override
            public ImageRepository open(String path) {
                return new MemoryRepository(name(path), true);
            }

            @Override
            public String name(String path) {
                return "registry.example.com/acme/" + path;
            }
        };
    }
}
