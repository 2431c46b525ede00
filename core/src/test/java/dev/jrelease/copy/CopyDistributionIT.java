package dev.jrelease.copy;

import dev.jrelease.registry.DistributionServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A registry that does not list referrers, so that a tag lists them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopyDistributionIT extends CopyContract {
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
