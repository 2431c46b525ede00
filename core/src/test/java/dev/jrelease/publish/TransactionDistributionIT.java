package dev.jrelease.publish;

import dev.jrelease.image.ImageRepository;
import dev.jrelease.registry.DistributionServer;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract with the registry that most others are built from, which removes no tags. */
class TransactionDistributionIT extends PublishingContract {
    @SuppressWarnings("NullAway.Init")
    private static DistributionServer server;

    private final String project = UUID.randomUUID().toString();
    private final HttpClient client = HttpClient.anonymous();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        DistributionServer.assumeInstalled();
        server = DistributionServer.plain(folder);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    TestRepositories repositories() {
        return new TestRepositories() {
            @Override
            public ImageRepository open(String path) {
                return client.open(name(path));
            }

            @Override
            public String name(String path) {
                return server.address() + "/" + project + "/" + path;
            }

            @Override
            public boolean removesTags() {
                return false;
            }
        };
    }
}
