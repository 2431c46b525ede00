package dev.jrelease.publish;

import dev.jrelease.image.ImageRepository;

/** The contract in memory. */
class TransactionInMemoryTest extends TransactionContract {
    @Override
    ImageRepository open(String path) {
        return new MemoryRepository(name(path), true);
    }

    @Override
    String name(String path) {
        return "registry.example.com/acme/" + path;
    }
}
