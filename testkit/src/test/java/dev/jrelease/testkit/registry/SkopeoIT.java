package dev.jrelease.testkit.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An independent client pushes to the registry and reads from it. */
class SkopeoIT {
    private static final String CONFIG =
            "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}";
    private static final String MANIFEST = Client.manifest(CONFIG);
    private static final String INDEX = Client.index(MANIFEST);

    private final Path folder;

    SkopeoIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void skopeoIsThere() {
        boolean there = Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(bin -> Files.isExecutable(Path.of(bin, "skopeo")));
        assertThat(there || System.getenv("CI") == null).as("skopeo is needed").isTrue();
        assumeTrue(there, "skopeo is not installed");
    }

    @Test
    void copiesAnIndexInAndOut() throws Exception {
        try (FakeRegistry registry = FakeRegistry.start()) {
            skopeo("copy", "--all", "--dest-tls-verify=false", layout(), "docker://" + registry.address() + "/a/b:1.0");

            assertThat(registry.tags("a/b")).containsExactly("1.0");
            String reference = "docker://" + registry.address() + "/a/b:1.0";
            assertThat(skopeo("inspect", "--raw", "--tls-verify=false", reference))
                    .isEqualTo(INDEX);
            skopeo("copy", "--all", "--src-tls-verify=false", reference, "dir:" + folder.resolve("out"));
            assertThat(folder.resolve("out/manifest.json")).content().isEqualTo(INDEX);
        }
    }

    @Test
    void logsInForATokenOverTls() throws Exception {
        try (FakeRegistry registry = FakeRegistry.builder()
                .selfSigned()
                .login(Login.token("anna", "secret"))
                .storingIn(folder.resolve("store"))
                .start()) {
            Path certificates = Files.createDirectories(folder.resolve("certificates"));
            Files.writeString(certificates.resolve("ca.crt"), FakeRegistry.certificate());

            skopeo(
                    "copy",
                    "--all",
                    "--dest-creds=anna:secret",
                    "--dest-cert-dir=" + certificates,
                    layout(),
                    "docker://" + registry.address() + "/a/b:1.0");
            assertThat(registry.manifest("a/b", "1.0").orElseThrow().digest()).isEqualTo(Client.digest(INDEX));
            assertThat(registry.requests()).extracting(Request::user).contains("anna");
        }
    }

    /** Writes an OCI image layout by hand. */
    private String layout() throws IOException {
        Path layout = Files.createDirectories(folder.resolve("layout"));
        Path blobs = Files.createDirectories(layout.resolve("blobs/sha256"));
        for (String content : List.of(CONFIG, MANIFEST, INDEX)) {
            Files.writeString(blobs.resolve(Client.digest(content).substring("sha256:".length())), content);
        }
        Files.writeString(layout.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        Files.writeString(
                layout.resolve("index.json"),
                "{\"schemaVersion\":2,\"manifests\":[%s]}".formatted(Client.descriptor(Client.INDEX, INDEX)));
        return "oci:" + layout;
    }

    private String skopeo(String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of("skopeo"), Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }
}
