package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.image.Access;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The same registry behind a certificate of its own and a password. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecuredDistributionRepositoryIT extends RepositoryContract {
    private DistributionServer server;
    private Bench bench;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        DistributionServer.assumeInstalled();
        server = DistributionServer.withLoginOverTls(folder);
        bench = Bench.loggedIn(folder, server.address(), "anna", "secret");
    }

    @Override
    Repository repository(String path) {
        return bench.repository(server.address() + "/" + path, Access.INSECURE);
    }

    @Test
    void isNotTrustedUnlessAsked() {
        assertThatThrownBy(() -> bench.repository(server.address() + "/acme/hello", Access.STRICT)
                        .resolve("1.0"))
                .hasMessageContaining("its certificate is not trusted");
    }

    @Test
    void asksForALogin() {
        try (Bench nobody = Bench.anonymous()) {
            Repository repository = nobody.repository(server.address() + "/acme/hello", Access.INSECURE);
            assertThatThrownBy(repository::checkPush)
                    .hasMessage("could not push to " + repository.name()
                            + ": HTTP 401: UNAUTHORIZED: authentication required");
        }
    }

    @AfterAll
    void stop() {
        bench.close();
        server.close();
    }
}
