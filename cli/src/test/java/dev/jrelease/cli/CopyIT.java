package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Repositories;
import dev.jrelease.layout.Layouts;
import dev.jrelease.serve.LayoutServer;
import dev.jrelease.testkit.git.GitWorkspace;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Images on their way between a real engine, archives, and other tools. No git repository is there. */
@ExtendWith(RealEngine.class)
class CopyIT {
    private static final String NAME = "jrelease-copy-it:1.0";

    private final FakeRegistry registry = FakeRegistry.start();
    private Jrelease jrelease;
    private Path folder;

    @BeforeEach
    void makeImage(@TempDir Path temporary) throws Exception {
        jrelease = RealEngine.known(Jrelease.in(GitWorkspace.create(temporary.resolve("work"))));
        folder = jrelease.folder();
        Files.createDirectory(folder.resolve("context"));
        Files.copy(Path.of("/bin/busybox"), folder.resolve("context/busybox"));
        Files.writeString(folder.resolve("context/Dockerfile"), """
                FROM scratch
                COPY busybox /bin/busybox
                CMD ["/bin/busybox", "echo", "copied"]
                """);
        Tool.run(
                "docker",
                "build",
                "--quiet",
                "--tag",
                NAME,
                folder.resolve("context").toString());
    }

    @Test
    void anImageOfTheEngineGoesToARegistryAndBack() throws Exception {
        String there = registry.address() + "/acme/copied:1.0";

        assertThat(jrelease.run("copy", "docker-daemon:" + NAME, there).code()).isZero();
        Tool.run("docker", "rmi", NAME);
        Jrelease.Outcome back = jrelease.run("copy", there, "docker-daemon:" + NAME);

        assertThat(back.code()).as("%s", back).isZero();
        assertThat(Tool.run("docker", "run", "--rm", NAME)).isEqualTo("copied\n");
    }

    @Test
    void whatDockerSaveWroteIsRead() throws Exception {
        Tool.run("docker", "save", "--output", folder.resolve("saved.tar").toString(), NAME);

        Jrelease.Outcome copied =
                jrelease.run("copy", "docker-archive:saved.tar:" + NAME, registry.address() + "/acme/saved:1.0");

        assertThat(copied.code()).as("%s", copied).isZero();
        assertThat(registry.tags("acme/saved")).containsExactly("1.0");
    }

    @Test
    void dockerLoadAndSkopeoReadAnArchive() throws Exception {
        Path archive = folder.resolve("copied.tar");
        assertThat(jrelease.run("copy", "docker-daemon:" + NAME, "docker-archive:copied.tar")
                        .code())
                .isZero();
        Tool.run("docker", "rmi", NAME);

        Tool.run("docker", "load", "--input", archive.toString());

        assertThat(Tool.run("docker", "run", "--rm", NAME)).isEqualTo("copied\n");
        assertThat(Tool.run("skopeo", "inspect", "--config", "docker-archive:" + archive))
                .contains("copied");
    }

    @Test
    void skopeoReadsALayoutAndWritesOne() throws Exception {
        jrelease.run("copy", "docker-daemon:" + NAME, "oci:layout:1.0");
        Tool.run(
                "skopeo",
                "copy",
                "oci:" + folder.resolve("layout") + ":1.0",
                "oci:" + folder.resolve("other") + ":2.0");

        Jrelease.Outcome copied = jrelease.run("copy", "oci:other:2.0", "docker-daemon:" + NAME);

        assertThat(copied.code()).as("%s", copied).isZero();
        assertThat(Tool.run("docker", "run", "--rm", NAME)).isEqualTo("copied\n");
    }

    @Test
    void anImageIsInspectedAsDockerDoesIt() throws Exception {
        String there = registry.address() + "/acme/inspected:1.0";
        jrelease.run("copy", "docker-daemon:" + NAME, there);

        assertThat(jrelease.run("inspect", "--output", "json", there).out())
                .isEqualTo(Tool.run("docker", "manifest", "inspect", "--insecure", "--verbose", there));
    }

    @Test
    void dockerRunsWhatIsServed() throws Exception {
        jrelease.run("copy", "docker-daemon:" + NAME, "oci:layout:ghcr.io/acme/served:1.0");
        try (LayoutServer server = LayoutServer.start(folder.resolve("layout"), 0, new Layouts(Repositories.NONE))) {
            String reference = server.references().getFirst();

            assertThat(Tool.run("docker", "run", "--rm", reference)).isEqualTo("copied\n");

            Tool.run("docker", "rmi", reference);
        }
    }

    @AfterEach
    void clean() throws Exception {
        registry.close();
        if (!Tool.run("docker", "images", "--quiet", NAME).isBlank()) {
            Tool.run("docker", "rmi", NAME);
        }
    }
}
