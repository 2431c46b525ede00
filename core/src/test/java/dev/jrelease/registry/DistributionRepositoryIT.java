package dev.jrelease.registry;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The registry that most others are built from or measured by. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DistributionRepositoryIT extends RepositoryContract {
    private final Bench bench = Bench.anonymous();
    private DistributionServer server;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        DistributionServer.assumeInstalled();
        server = DistributionServer.plain(folder);
    }

    @Override
    Repository repository(String path) {
        return bench.repository(server.address() + "/" + path);
    }

    @AfterAll
    void stop() {
        bench.close();
        server.close();
    }
}
