package dev.jrelease.registry;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The server that forgets an upload whose request broke. */
class DistributionUploadIT extends UploadContract {
    private static DistributionServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        DistributionServer.assumeInstalled();
        server = DistributionServer.plain(folder);
    }

    @Override
    String address() {
        return server.address();
    }

    @AfterAll
    static void stop() {
        server.close();
    }
}
