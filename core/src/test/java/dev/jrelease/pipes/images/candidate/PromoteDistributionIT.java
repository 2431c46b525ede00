package dev.jrelease.pipes.images.candidate;

import dev.jrelease.registry.DistributionServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Debian's docker-registry. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class PromoteDistributionIT extends PromoteContract {
    private DistributionServer server;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        DistributionServer.assumeInstalled();
        server = DistributionServer.plain(data);
    }

    @Override
    String registry() {
        return server.address();
    }

    @AfterAll
    void stop() {
        server.close();
    }
}
