package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.git.GitWorkspace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code serve} refuses before it serves anything. */
class ServeCommandTest {
    private final Jrelease jrelease;

    ServeCommandTest(@TempDir Path folder) throws InterruptedException {
        jrelease = Jrelease.in(GitWorkspace.create(folder.resolve("work"))
                .write("images/oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}")
                .write("images/index.json", "{\"schemaVersion\":2,\"manifests\":[]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "99999", "-1", "x", ""})
    void aPortThatIsNone(String port) {
        Outcome outcome = jrelease.run("serve", "oci:images", "--port=" + port);

        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(outcome.err()).contains("'--port'", "'" + port + "' is not a port from 0 to 65535");
    }

    @Test
    void aFolderThatIsMissing() {
        assertThat(jrelease.run("serve").err())
                .startsWith("jrelease: could not read ")
                .contains("dist/oci as an OCI image layout: there is no such folder\n");
    }

    @Test
    void anEmptyLayoutHasNothingToShow() {
        assertThat(jrelease.run("inspect", "oci:images").err()).isEqualTo("""
                        jrelease: could not read oci:images: the layout is empty
                          hint: use a layout that has images; a build leaves them in dist/oci
                        """);
    }
}
