package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.git.GitWorkspace;
import dev.jrelease.testkit.program.WrittenProgram;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * jrelease releases itself, by its own file. The packaged program stands for what Maven would make, for the snapshot a
 * small one, and a JDK that links nothing stands for the one with the jmods of arm64.
 */
@ExtendWith(RealEngine.class)
@SuppressWarnings("NullAway.Init")
class OwnReleaseIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** As the headers of programs name processors. */
    private static final int AMD64 = 0x3e;

    private static final int ARM64 = 0xb7;
    private static final String OWN = ".goreleaser-java.yaml";

    @TempDir
    private Path folder;

    private final FakeRegistry registry = FakeRegistry.start();
    private final String image = registry.address() + "/jrelease/jrelease";
    private GitWorkspace workspace;
    private Jrelease jrelease;

    @BeforeEach
    void checkOut() throws Exception {
        PushedImage.addIndex(
                registry,
                "base/git",
                "1",
                base("amd64", git()),
                base(
                        "arm64",
                        new MachineLayer()
                                .file(program("packaged.arm64", ARM64), "bin/sh")
                                .bytes()));
        workspace = GitWorkspace.create(folder.resolve("work"))
                .write(OWN, Files.readString(ROOT.resolve(OWN)).replace("ghcr.io", registry.address()))
                .write("unique", UUID.randomUUID().toString())
                .write(".gitignore", Files.readString(ROOT.resolve(".gitignore")))
                .write("pom.xml", Files.readString(ROOT.resolve("pom.xml")))
                .write("Dockerfile", Files.readString(ROOT.resolve("Dockerfile")));
        for (String script : List.of("scripts/dist", "scripts/jdk25")) {
            workspace.writeProgram(script, Files.readAllBytes(ROOT.resolve(script)));
        }
        workspace.commit("Release itself");
        GitWorkspace tools = GitWorkspace.create(folder.resolve("tools"))
                .writeProgram("mvn", MAVEN.getBytes(StandardCharsets.UTF_8))
                .writeProgram("jdk/bin/javac", new byte[0])
                .write("jdk/release", "JAVA_VERSION=\"25.0.1\"\n")
                .writeProgram("jdk/bin/jlink", JLINK.getBytes(StandardCharsets.UTF_8));
        jrelease = RealEngine.known(Jrelease.in(workspace))
                .with("MVN", tools.folder().resolve("mvn").toString())
                .with("JAVA_HOME", tools.folder().resolve("jdk").toString())
                .with("PACKAGED", folder.resolve("packaged").toString())
                .with("JMODS", "jmods-of-arm64")
                .with("BASE_IMAGE", registry.address() + "/base/git:1");
    }

    private static final String MAVEN = """
            #!/bin/sh
            set -e
            case " $* " in *" -Drevision=$(cat "$PACKAGED.version") clean package "*) ;; *) echo "mvn $*"; exit 1 ;; esac
            mkdir -p cli/target
            rm -rf cli/target/jrelease
            cp -R "$PACKAGED" cli/target/jrelease
            """;

    /** Leaves a program of arm64. */
    private static final String JLINK = """
            #!/bin/sh
            set -e
            case " $* " in *" --module-path jmods-of-arm64 "*) ;; *) echo "jlink $*"; exit 1 ;; esac
            for out; do :; done
            mkdir -p "$out/bin"
            cp "$PACKAGED.arm64" "$out/bin/java"
            chmod 755 "$out/bin/java"
            """;

    /** What is looked at of a program: its header, which has no entries. */
    private Path program(String name, int machine) throws IOException {
        byte[] header = new byte[64];
        byte[] begin = {0x7f, 'E', 'L', 'F', 2, 1, 1};
        System.arraycopy(begin, 0, header, 0, begin.length);
        header[16] = 2;
        header[18] = (byte) machine;
        return WrittenProgram.write(folder.resolve(name), header);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private ObjectNode base(String architecture, byte[] layer) {
        ObjectNode image = PushedImage.add(registry, "base/git", architecture, architecture, layer);
        image.putObject("platform").put("os", "linux").put("architecture", architecture);
        return image;
    }

    /** What the program and git are linked to, and what the launcher calls. */
    private static byte[] git() throws IOException, InterruptedException {
        Path git = Path.of("/usr/bin/git");
        MachineLayer layer =
                new MachineLayer().shell("sh", "readlink").file(git, "bin/git").librariesOf(git, ROOT);
        return JreImage.addLibraries(layer, Path.of("target/jrelease/runtime").toAbsolutePath())
                .bytes();
    }

    /** The packaged program with another version in its jar, and so without its caches. */
    private void builtAs(String version) throws IOException, InterruptedException {
        Path packaged = folder.resolve("packaged");
        Tool.run("cp", "-R", "target/jrelease", packaged.toString());
        for (String cache : List.of("*.aot", "*.jsa")) {
            Tool.run("find", packaged.toString(), "-name", cache, "-delete");
        }
        Files.writeString(folder.resolve("packaged.version"), version);
        try (FileSystem jar = FileSystems.newFileSystem(packaged.resolve("lib/jrelease.jar"))) {
            Path manifest = jar.getPath("META-INF/MANIFEST.MF");
            Files.writeString(
                    manifest,
                    Files.readString(manifest)
                            .replaceFirst("Implementation-Version: \\S+", "Implementation-Version: " + version));
        }
    }

    @Test
    void itsOwnFileMakesASnapshot() throws Exception {
        String version = "0.0.0-SNAPSHOT-" + workspace.head().substring(0, 7);
        GitWorkspace.create(folder.resolve("packaged"))
                .writeProgram(
                        "bin/jrelease", ("#!/bin/sh\necho jrelease " + version + "\n").getBytes(StandardCharsets.UTF_8))
                .write("lib/jrelease.jar", "")
                .write("runtime/release", "MODULES=\"java.base\"\n")
                .write("share/man/man1/jrelease.1", "")
                .writeProgram("runtime/bin/java", Files.readAllBytes(program("amd64", AMD64)));
        Files.writeString(folder.resolve("packaged.version"), version);

        Outcome outcome = jrelease.run("release", "-f", OWN, "--snapshot");

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.digests()).containsKeys(image + ":" + version, image + ":" + version + "-arm64");
        assertThat(workspace.folder().resolve("cli/target/dist/checksums.txt"))
                .content()
                .contains("jrelease-" + version + "-linux-amd64.tar.gz", "jrelease-" + version + "-linux-arm64.tar.gz");
    }

    @Test
    void itsOwnFileReleasesATagAndTheImageRuns() throws Exception {
        workspace.tag("v1.2.3");
        builtAs("1.2.3");

        Outcome outcome = jrelease.run("release", "-f", OWN);

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(registry.tags("jrelease/jrelease")).contains("1.2.3", "v1", "latest");
        try {
            assertThat(inContainer("--version")).isEqualTo("jrelease 1.2.3\n");
            assertThat(inContainer("check", "-f", OWN)).isEqualTo(OWN + ": ok\n");
            assertThat(inContainer("plan", "-f", OWN)).startsWith("jrelease 1.2.3\n");
        } finally {
            Tool.run("docker", "image", "rm", "--force", image + ":1.2.3");
        }
    }

    /** As another user than that of the repository. */
    private String inContainer(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("docker", "run", "--rm", "--user", "65532:65532"));
        words.addAll(List.of("--volume", workspace.folder() + ":/src:ro", image + ":1.2.3"));
        words.addAll(List.of(arguments));
        return Tool.run(words.toArray(String[]::new));
    }
}
