package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.json.Json;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Fault;
import dev.jrelease.testkit.registry.StoredManifest;
import dev.jrelease.testkit.registry.Write;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code jrelease manifest} in a folder with nothing in it. */
class ManifestCommandTest {
    private static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    private static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";

    private final FakeRegistry registry = FakeRegistry.start();
    private final String hello = registry.address() + "/acme/hello";
    private final Path folder;
    private final ObjectNode amd64;
    private final ObjectNode arm64;

    ManifestCommandTest(@TempDir Path temporary) throws IOException {
        folder = Files.createDirectory(temporary.resolve("empty"));
        amd64 = PushedImage.add(registry, "acme/hello", "1.0-amd64", "amd64", new byte[] {1});
        arm64 = PushedImage.add(registry, "acme/hello", "1.0-arm64", "arm64", new byte[] {2});
    }

    @BeforeEach
    void forget() {
        registry.forgetRequests();
    }

    @AfterEach
    void close() {
        registry.close();
    }

    /** Names without a registry are in this one. */
    private Outcome manifest(String... arguments) {
        String[] all = Stream.concat(Stream.of("manifest"), Stream.of(arguments).map(this::filled))
                .toArray(String[]::new);
        return run(all);
    }

    private Outcome run(String... arguments) {
        return new Jrelease(folder, Map.of(), "").run(arguments);
    }

    private String filled(String text) {
        return text.replace("HELLO", hello);
    }

    private Outcome done(String... arguments) {
        Outcome outcome = manifest(arguments);
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        return outcome;
    }

    private StoredManifest held(String tag) {
        return registry.manifest("acme/hello", tag).orElseThrow();
    }

    private List<JsonNode> children(String tag) throws IOException {
        List<JsonNode> children = new ArrayList<>();
        Json.parse(held(tag).bytes()).path("manifests").forEach(children::add);
        return children;
    }

    private static List<String> digests(List<? extends JsonNode> children) {
        return children.stream().map(child -> child.path("digest").asText()).toList();
    }

    private static List<String> platforms(List<JsonNode> children) {
        return children.stream()
                .map(child -> child.path("platform"))
                .map(platform -> platform.path("os").asText() + "/"
                        + platform.path("architecture").asText()
                        + (platform.has("variant")
                                ? "/" + platform.path("variant").asText()
                                : ""))
                .toList();
    }

    @Test
    void namesImagesByDigestWithTheirPlatforms() throws IOException {
        Outcome outcome = done("create", "HELLO:1.0", "HELLO:1.0-amd64", "HELLO:1.0-arm64");

        assertThat(digests(children("1.0"))).isEqualTo(digests(List.of(amd64, arm64)));
        assertThat(platforms(children("1.0"))).containsExactly("linux/amd64", "linux/arm64");
        assertThat(outcome.out()).isEqualTo(hello + ":1.0  " + held("1.0").digest() + "\n");
        assertThat(outcome.err())
                .contains("linux/arm64  " + arm64.path("digest").asText());
        assertThat(registry.writes())
                .extracting(Write::kind)
                .containsOnly(Write.Kind.MANIFEST, Write.Kind.TAG)
                .endsWith(Write.Kind.TAG);
    }

    @Test
    void mountsWhatAnotherRepositoryOfTheRegistryHas() throws IOException {
        ObjectNode other = PushedImage.add(registry, "vendor/app", "1", "s390x", new byte[] {3});

        done("create", "HELLO:1.0", "HELLO:1.0-amd64", registry.address() + "/vendor/app:1");

        assertThat(digests(children("1.0"))).contains(other.path("digest").asText());
        assertThat(registry.writes())
                .extracting(Write::kind)
                .contains(Write.Kind.MOUNT)
                .doesNotContain(Write.Kind.BLOB);
        assertThat(registry.writes().getLast().kind()).isEqualTo(Write.Kind.TAG);
    }

    @Test
    void copiesFromAnotherRegistry() throws IOException {
        try (FakeRegistry elsewhere = FakeRegistry.start()) {
            ObjectNode other = PushedImage.add(elsewhere, "vendor/app", "1", "s390x", new byte[] {3});

            done("create", "HELLO:1.0", "HELLO:1.0-amd64", elsewhere.address() + "/vendor/app:1");

            assertThat(registry.manifest("acme/hello", other.path("digest").asText()))
                    .isPresent();
            assertThat(elsewhere.writes()).isEmpty();
        }
    }

    @Test
    void takesTheImagesOfAnIndexWithTheirAttestations() throws IOException {
        arm64.putObject("platform")
                .put("os", "linux")
                .put("architecture", "arm64")
                .put("variant", "v8");
        ObjectNode attestation = attestation(arm64);
        PushedImage.addIndex(registry, "acme/hello", "arm", arm64, attestation);

        done("create", "HELLO:1.0", "HELLO:1.0-amd64", "HELLO:arm");

        assertThat(digests(children("1.0"))).isEqualTo(digests(List.of(amd64, arm64, attestation)));
        assertThat(platforms(children("1.0"))).containsExactly("linux/amd64", "linux/arm64/v8", "unknown/unknown");
    }

    private ObjectNode attestation(ObjectNode of) {
        ObjectNode attestation = PushedImage.add(registry, "acme/hello", "attestation", "unknown", new byte[] {9});
        attestation.putObject("platform").put("os", "unknown").put("architecture", "unknown");
        attestation
                .putObject("annotations")
                .put("vnd.docker.reference.type", "attestation-manifest")
                .set("vnd.docker.reference.digest", of.path("digest"));
        return attestation;
    }

    @Test
    void amendingReplacesTheImageForAPlatform() throws IOException {
        done("create", "HELLO:1.0", "HELLO:1.0-amd64", "HELLO:1.0-arm64", "--annotation", "a=b=c");
        ObjectNode other = PushedImage.add(registry, "acme/hello", "new", "arm64", new byte[] {4});

        done("create", "--amend", "HELLO:1.0", "HELLO:new");

        assertThat(digests(children("1.0"))).isEqualTo(digests(List.of(amd64, other)));
        assertThat(Json.parse(held("1.0").bytes()).path("annotations"))
                .isEqualTo(Json.object().put("a", "b=c"));
    }

    @Test
    void amendingWhatIsNotThereCreatesIt() throws IOException {
        done("create", "--amend", "HELLO:1.0", "HELLO:1.0-amd64");

        assertThat(digests(children("1.0"))).isEqualTo(digests(List.of(amd64)));
    }

    @Test
    void amendingKeepsTheFormat() throws IOException {
        done("create", "--format", "docker", "HELLO:1.0", "HELLO:1.0-amd64");

        done("create", "--amend", "HELLO:1.0", "HELLO:1.0-arm64");

        assertThat(held("1.0").mediaType()).isEqualTo(DOCKER_LIST);
        assertThat(platforms(children("1.0"))).containsExactly("linux/amd64", "linux/arm64");
    }

    @Test
    void statesOtherPlatforms() throws IOException {
        done(
                "create",
                "HELLO:1.0",
                "HELLO:1.0-amd64",
                "HELLO:1.0-arm64",
                "--annotate",
                "HELLO:1.0-arm64=linux/arm/v7",
                "--annotate",
                "HELLO:1.0-amd64=windows/amd64",
                "--os-version",
                "HELLO:1.0-amd64=10.0.17763.1879",
                "--os-features",
                "HELLO:1.0-amd64=win32k,other");

        JsonNode windows = children("1.0").getFirst().path("platform");
        assertThat(windows.path("os.version").asText()).isEqualTo("10.0.17763.1879");
        assertThat(windows.path("os.features"))
                .isEqualTo(Json.array().add("win32k").add("other"));
        assertThat(platforms(children("1.0"))).containsExactly("windows/amd64", "linux/arm/v7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --annotate HELLO:1.0-arm64=linux/amd64   | two images are for linux/amd64
            --annotate HELLO:1.0-arm=linux/arm       | HELLO:1.0-arm is not among the sources
            --annotate HELLO:1.0-arm64=linux/arm46   | did you mean arm64?
            --annotate HELLO:1.0-arm64=lunix/arm64   | did you mean linux?
            --annotate HELLO:1.0-arm64=linux/arm/v77 | did you mean v7?
            --annotate HELLO:1.0-arm64               | it is not SOURCE=VALUE
            --annotation key                         | it is not KEY=VALUE
            --format docker --annotation a=b         | a Docker manifest list has no annotations
            --format docker --output oci:out         | a layout holds an OCI index
            --output oci:out:x --tags 2              | it states one name, but the index has several tags
            --output HELLO:2                        | it is not oci:DIR
            --platforms linux/amd64                  | --template and --platforms belong together
            --spec file.yaml                         | it names the index and its images, and the command line does, too
            """)
    void refusesWhatCannotBe(String options, String why) {
        String[] all = Stream.concat(
                        Stream.of("create", "HELLO:1.0", "HELLO:1.0-amd64", "HELLO:1.0-arm64"),
                        Stream.of(options.split(" ", -1)))
                .toArray(String[]::new);

        Outcome outcome = manifest(all);

        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(outcome.err()).contains(filled(why));
        assertThat(registry.writes()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDryRunPrintsTheBytesAndWritesNothing() {
        String[] arguments = {"create", "HELLO:1.0", "HELLO:1.0-amd64", "HELLO:1.0-arm64"};
        String printed = done(Stream.concat(Stream.of(arguments), Stream.of("--dry-run"))
                        .toArray(String[]::new))
                .out();

        assertThat(registry.writes()).isEmpty();
        done(arguments);
        assertThat(printed).isEqualTo(new String(held("1.0").bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void aLayoutIsPushedAsItIs() {
        done("create", "HELLO:1.0", "HELLO:1.0-amd64", "HELLO:1.0-arm64", "--output", "oci:out");
        assertThat(registry.writes()).isEmpty();

        Outcome pushed = done("push", "oci:out", "HELLO:1.1");
        done("create", "HELLO:1.0", "HELLO:1.0-amd64", "HELLO:1.0-arm64");

        assertThat(pushed.out()).isEqualTo(hello + ":1.1  " + held("1.0").digest() + "\n");
        assertThat(held("1.1").bytes()).isEqualTo(held("1.0").bytes());
    }

    @ParameterizedTest
    @CsvSource({"HELLO:2, '2,2'", "HELLO:2, '3,2,3'", "HELLO, 'latest,1,latest'"})
    void aTagThatIsNamedTwiceIsWrittenOnce(String name, String tags) {
        Outcome outcome = done("create", name, "HELLO:1.0-amd64", "--tags", tags);

        assertThat(registry.tagWrites()).doesNotHaveDuplicates();
        assertThat(outcome.out().lines()).hasSameSizeAs(registry.tagWrites());
    }

    @Test
    void aLayoutHasTheIndexUnderAllItsTags() {
        Outcome made = done("create", "HELLO:1.0", "HELLO:1.0-amd64", "--tags", "1", "--output", "oci:out");

        assertThat(made.out().lines())
                .extracting(line -> line.split(" ", 2)[0])
                .containsExactly("oci:out:" + hello + ":1.0", "oci:out:" + hello + ":1");

        done("push", "oci:out", "HELLO:1");

        assertThat(registry.tagWrites()).containsExactly("acme/hello:1");
    }

    @Test
    void sourcesMayBeFilesAndLayouts() throws IOException {
        assertThat(run("copy", hello + ":1.0-amd64", "docker-archive:amd64.tar").code())
                .isZero();
        assertThat(run("copy", hello + ":1.0-arm64", "oci:arm64").code()).isZero();

        done("create", "HELLO:1.0", "docker-archive:amd64.tar", "oci:arm64");

        assertThat(platforms(children("1.0"))).containsExactly("linux/amd64", "linux/arm64");
    }

    @Test
    void onlyARegistryOrALayoutHoldsAnIndex() {
        assertThat(manifest("create", "docker-archive:x.tar", "HELLO:1.0-amd64").err())
                .contains("only registries and layouts hold one");
        done("create", "HELLO:1.0", "HELLO:1.0-amd64", "--output", "oci:out");
        assertThat(manifest("push", "oci:out", "oci:other").err()).contains("it is not in a registry");
    }

    @Test
    void aLayoutIsPushedForDocker() throws IOException {
        done("create", "HELLO:1.0", "HELLO:1.0-amd64", "--output", "oci:out");
        done("create", "HELLO:1.1", "HELLO:1.0-arm64", "--output", "oci:out");

        done("push", "oci:out", "HELLO:1.1", "--format", "docker");

        assertThat(held("1.1").mediaType()).isEqualTo(DOCKER_LIST);
        assertThat(platforms(children("1.1"))).containsExactly("linux/arm64");
    }

    @Test
    void aFileNamesTheIndexItsImagesAndTags() throws IOException {
        Files.writeString(folder.resolve("spec.yaml"), filled("""
                image: HELLO:1.0
                tags: ["1", latest]
                manifests:
                  - image: HELLO:1.0-arm64
                    platform: {os: linux, architecture: arm64, variant: v8}
                  - image: HELLO:1.0-amd64
                    platform: {architecture: amd64, os: windows, os.version: 10.0.1, os.features: [win32k]}
                """));

        Outcome outcome = done("create", "--spec", "spec.yaml");

        assertThat(platforms(children("1.0"))).containsExactly("linux/arm64/v8", "windows/amd64");
        assertThat(children("1.0").getLast().path("platform").path("os.version").asText())
                .isEqualTo("10.0.1");
        assertThat(registry.tagWrites()).containsExactly("acme/hello:1.0", "acme/hello:1", "acme/hello:latest");
        assertThat(outcome.digests()).isEmpty();
        assertThat(outcome.out().lines()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1", "latest"})
    void aTagThatCannotBeWrittenTakesBackTheOthers(String refused) throws IOException {
        String former = PushedImage.add(registry, "acme/hello", "1.0", "amd64", new byte[] {7})
                .path("digest")
                .asText();
        registry.failNext(
                "PUT", "/v2/acme/hello/manifests/" + refused, Fault.status(403).error("DENIED", "not you"), 99);

        Outcome outcome = manifest("create", "HELLO:1.0", "HELLO:1.0-amd64", "--tags", "1,latest");

        assertThat(outcome.code()).isEqualTo(ExitCode.REGISTRY.code());
        assertThat(outcome.err()).contains("HTTP 403: DENIED: not you");
        assertThat(held("1.0").digest()).isEqualTo(former);
        assertThat(registry.tags("acme/hello")).doesNotContain("1", "latest");
    }

    @Test
    void saysWhatBecameOfEachTag() throws IOException {
        PushedImage.add(registry, "acme/hello", "1.0", "amd64", new byte[] {7});
        String former = held("1.0").digest();
        registry.failNext(
                "PUT", "/v2/acme/hello/manifests/latest", Fault.status(403).error("DENIED", "no"), 1);

        Outcome failed = manifest("create", "HELLO:1.0", "HELLO:1.0-amd64", "--tags", "1,latest");
        Outcome outcome = done("create", "HELLO:2.0", "HELLO:1.0-amd64", "--tags", "2,1.0");

        assertThat(failed.err())
                .contains(hello + ":1  taken back: is not there, as before")
                .contains(hello + ":1.0  taken back: holds " + former);
        assertThat(outcome.err()).contains(hello + ":2  pushed ").contains(hello + ":1.0  moved from ");
    }

    @Test
    void mistakesInAFileHaveTheirPlace() throws IOException {
        Files.writeString(folder.resolve("spec.yaml"), """
                image: acme/Hello:1.0
                manifest:
                  - image: acme/hello:1.0-arm64
                manifests:
                  - image: acme/hello:1.0=arm64
                    platform: {os: linux, arch: arm64}
                """);

        Outcome outcome = manifest("create", "--spec", "spec.yaml");

        assertThat(outcome.code()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(outcome.err())
                .contains("spec.yaml:1:8: 'acme/Hello:1.0' is not an image reference")
                .contains("spec.yaml:2:1: unknown key 'manifest'")
                .contains("spec.yaml:5:12: 'acme/hello:1.0=arm64' is not an image reference")
                .contains("spec.yaml:6:27: unknown key 'arch'");
    }

    @ParameterizedTest
    @CsvSource({"HELLO:1.0-ARCH-VARIANT", "HELLO:1.0-ARCHVARIANT", "HELLO:1.0-ARCH"})
    void aTemplateNamesTheImages(String template) throws IOException {
        done("create", "HELLO:1.0", "--template", template, "--platforms", "linux/arm64,linux/amd64", "--tags", "1,2");

        assertThat(platforms(children("2"))).containsExactly("linux/arm64", "linux/amd64");
        assertThat(registry.tagWrites()).containsExactly("acme/hello:1.0", "acme/hello:1", "acme/hello:2");
    }

    @Test
    void aVariantIsPartOfTheName() throws IOException {
        PushedImage.add(registry, "acme/hello", "1.0-linux-arm-v7", "arm", new byte[] {5});

        done("create", "HELLO:1.0", "--template", "HELLO:1.0-OS-ARCH-VARIANT", "--platforms", "linux/arm/v7");

        assertThat(platforms(children("1.0"))).containsExactly("linux/arm/v7");
    }

    @Test
    void whatIsMissingIsLeftOutIfThatIsAskedFor() throws IOException {
        assertThat(manifest("create", "HELLO:1.0", "HELLO:1.0-amd64", "HELLO:none")
                        .code())
                .isEqualTo(ExitCode.REGISTRY.code());
        assertThat(registry.writes()).isEmpty();

        Outcome outcome = done("create", "--ignore-missing", "HELLO:1.0", "HELLO:1.0-amd64", "HELLO:none");

        assertThat(outcome.err()).contains("left out, because there is none: " + hello + ":none");
        assertThat(platforms(children("1.0"))).containsExactly("linux/amd64");
    }

    @Test
    void aListForDockerLeavesOutWhatIsNoImage() throws IOException {
        arm64.putObject("platform").put("os", "linux").put("architecture", "arm64");
        PushedImage.addIndex(registry, "acme/hello", "arm", arm64, attestation(arm64));

        Outcome outcome = done("create", "--format", "docker", "HELLO:1.0", "HELLO:arm");

        assertThat(outcome.err()).contains("left out, because a Docker manifest list names only images");
        assertThat(held("1.0").mediaType()).isEqualTo(DOCKER_LIST);
        assertThat(platforms(children("1.0"))).containsExactly("linux/arm64");
    }

    @Test
    void imagesOfOcisTypesMakeAnOciIndex() {
        done("create", "HELLO:1.0", "HELLO:1.0-amd64");

        assertThat(held("1.0").mediaType()).isEqualTo(OCI_INDEX);
    }
}
