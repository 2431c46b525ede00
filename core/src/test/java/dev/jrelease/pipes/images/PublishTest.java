package dev.jrelease.pipes.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.publish.TagResult.How;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseListener;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.report.TaskId;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From images in the layout to tags that move: all stages that talk to registries, with one that is strict. */
class PublishTest {
    private final FakeRegistry registry = FakeRegistry.start();
    private final HelloRepository hello = new HelloRepository(registry);

    private final String yaml = """
            dockers:
              - id: hello
                platforms: [linux/amd64, linux/arm64]
                image_templates: ["HOST/acme/hello:{{ version }}-{{ arch }}", "HOST/acme/hello:latest-{{ arch }}"]
            docker_manifests:
              - name_template: "HOST/acme/hello:{{ version }}"
                image_templates: ["HOST/acme/hello:{{ version }}-amd64", "HOST/acme/hello:{{ version }}-arm64"]
              - name_template: "HOST/acme/hello:latest"
                image_templates: ["HOST/acme/hello:{{ version }}-amd64", "HOST/acme/hello:{{ version }}-arm64"]
            """.replace("HOST", registry.address());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void closeRegistry() {
        registry.close();
    }

    @Test
    void floatingTagsAreWrittenLast() {
        ReleaseReport report = machine("first", "ours").release(yaml);

        assertThat(report.failure()).isEmpty();
        assertThat(registry.tagWrites())
                .containsExactly(
                        "acme/hello:1.2.3-amd64",
                        "acme/hello:1.2.3-arm64",
                        "acme/hello:1.2.3",
                        "acme/hello:latest-amd64",
                        "acme/hello:latest-arm64",
                        "acme/hello:latest");
        assertThat(hello.digest("latest")).isEqualTo(hello.digest("1.2.3"));
        assertThat(Machine.how(report)).containsEntry("1.2.3", How.PUSHED).containsEntry("latest", How.PUSHED);
    }

    @Test
    void aSecondTryElsewhereAdoptsWhatIsThere() {
        machine("first", "ours").release(yaml);
        Map<String, String> before = hello.digests();
        registry.forgetRequests();

        ReleaseReport report =
                machine("second", "built again, with other bytes").release(yaml);

        assertThat(report.failure()).isEmpty();
        assertThat(hello.digests()).isEqualTo(before);
        assertThat(registry.tagWrites()).isEmpty();
        assertThat(Machine.how(report))
                .containsEntry("1.2.3-amd64", How.ADOPTED)
                .containsEntry("1.2.3", How.UNCHANGED)
                .containsEntry("latest", How.UNCHANGED);
    }

    @Test
    void aTryThatStoppedHalfWayIsTakenUpElsewhere() {
        machine("first", "ours").release(yaml.substring(0, yaml.indexOf("docker_manifests")), skipping("promote"));
        String pushed = hello.digest("1.2.3-amd64");

        ReleaseReport report = machine("second", "other bytes").release(yaml);

        assertThat(report.failure()).isEmpty();
        assertThat(hello.digest("1.2.3-amd64")).isEqualTo(pushed);
        assertThat(hello.index("1.2.3").manifests().getFirst().digest()).hasToString(pushed);
        assertThat(hello.digest("latest-amd64")).isEqualTo(pushed);
    }

    @Test
    void anotherRevisionUnderTheVersionIsRefusedWithBothDigests() {
        machine("first", "ours").release(revision("one"));
        Map<String, String> before = hello.digests();

        ReleaseReport report = machine("second", "other").release(revision("two"));

        assertThat(failure(report))
                .contains("could not write the tag " + registry.address() + "/acme/hello:1.2.3-amd64")
                .contains(before.get("1.2.3-amd64"))
                .contains("this release has sha256:");
        assertThat(report.failure().orElseThrow().getSuppressed())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("acme/hello:1.2.3-arm64: it holds other content already: " + before.get("1.2.3-arm64"));
        assertThat(hello.digests()).isEqualTo(before);
    }

    @Test
    void overwriteReplacesWhatIsThere() {
        machine("first", "ours").release(revision("one"));
        String before = hello.digest("1.2.3");

        ReleaseReport report = machine("second", "other").release(revision("two"), Machine.OVERWRITING);

        assertThat(report.failure()).isEmpty();
        assertThat(Machine.how(report)).containsEntry("1.2.3", How.REPLACED).containsEntry("latest", How.MOVED);
        assertThat(hello.digest("1.2.3")).isNotEqualTo(before).isEqualTo(hello.digest("latest"));
    }

    @Test
    void overwriteReplacesWhatIsOfTheSameRevisionToo() {
        machine("first", "ours").release(revision("one"));
        String before = hello.digest("1.2.3-amd64");

        ReleaseReport report = machine("second", "other").release(revision("one"), Machine.OVERWRITING);

        assertThat(report.failure()).isEmpty();
        assertThat(Machine.how(report))
                .containsEntry("1.2.3-amd64", How.REPLACED)
                .containsEntry("1.2.3", How.REPLACED);
        assertThat(hello.digest("1.2.3-amd64")).isNotEqualTo(before);
    }

    @Test
    void overwriteLeavesTheSameContent() {
        machine("first", "ours").release(yaml);
        registry.forgetRequests();

        ReleaseReport report = machine("second", "ours").release(yaml, Machine.OVERWRITING);

        assertThat(Machine.how(report).values()).containsOnly(How.UNCHANGED);
        assertThat(registry.tagWrites()).isEmpty();
    }

    @Test
    void somethingThatIsNoImageUnderTheVersionIsRefused() {
        addChart("1.2.3-arm64");

        ReleaseReport report = machine("first", "ours").release(yaml);

        assertThat(failure(report)).contains("acme/hello:1.2.3-arm64: it holds other content already");
        assertThat(registry.tagWrites()).isEmpty();
    }

    @Test
    void aTagThatWasWrittenSinceItWasLookedUpIsNotTouched() {
        ReleaseReport report = machine("first", "ours")
                .heardBy(whenSays("by digest", () -> addChart("1.2.3-arm64")))
                .release(yaml);

        assertThat(failure(report)).contains("acme/hello:1.2.3-arm64: it holds other content already");
        assertThat(report.stoppedIn()).contains("publish");
        assertThat(registry.tagWrites()).containsExactly("acme/hello:1.2.3-amd64");
    }

    @Test
    void noFloatingTagMovesIfATagDoesNotReadBack() {
        ReleaseReport report = machine("first", "ours")
                .heardBy(whenSays("acme/hello:1.2.3 ", () -> addChart("1.2.3")))
                .release(yaml);

        assertThat(failure(report)).contains("could not read back " + registry.address() + "/acme/hello:1.2.3");
        assertThat(registry.tags("acme/hello")).containsExactlyInAnyOrder("1.2.3", "1.2.3-amd64", "1.2.3-arm64");
    }

    @Test
    void aSnapshotAsksNothingOfARegistry() {
        ReleaseReport report =
                machine("first", "ours").release(yaml, ReleaseOptions.release().asSnapshot());

        assertThat(report.produced(CombinedIndex.class)).hasSize(2);
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void anIndexOfSomeoneElseIsTakenApart() {
        machine("first", "theirs").release(yaml);
        String combining = """
                docker_manifests:
                  - name_template: "HOST/acme/other:{{ version }}"
                    external: true
                    image_templates: ["HOST/acme/hello:latest"]
                """.replace("HOST", registry.address());

        ReleaseReport report = machine("second", "ours").release(combining);

        assertThat(report.failure()).isEmpty();
        var theirs = registry.manifest("acme/hello", "latest").orElseThrow();
        var ours = registry.manifest("acme/other", "1.2.3").orElseThrow();
        assertThat(HelloRepository.read(ours)).isEqualTo(HelloRepository.read(theirs));
    }

    private Machine machine(String name, String content) {
        return new Machine(folder.resolve(name), content);
    }

    private String revision(String revision) {
        String id = "  - id: hello\n";
        return yaml.replace(id, id + "    labels: {org.opencontainers.image.revision: " + revision + "}\n");
    }

    private static ReleaseOptions skipping(String word) {
        return ReleaseOptions.builder().skip(Set.of(word)).build();
    }

    /** Acts once, when something is said in whose task and message a text is found. */
    private static ReleaseListener whenSays(String text, Runnable action) {
        AtomicBoolean acted = new AtomicBoolean();
        return (event, _) -> {
            if (event instanceof ReleaseEvent.Message(TaskId task, String message)
                    && (task.title() + " " + message).contains(text)
                    && !acted.getAndSet(true)) {
                action.run();
            }
        };
    }

    private void addChart(String tag) {
        byte[] config = "a chart".getBytes(StandardCharsets.UTF_8);
        String digest = registry.addBlob("acme/hello", config);
        String manifest = """
                {"schemaVersion": 2, "mediaType": "%s", "layers": [],
                 "config": {"mediaType": "application/vnd.cncf.helm.config.v1+json", "digest": "%s", "size": %d}}
                """.formatted(MediaTypes.OCI_MANIFEST, digest, config.length);
        registry.addManifest("acme/hello", tag, MediaTypes.OCI_MANIFEST, manifest.getBytes(StandardCharsets.UTF_8));
    }

    private static String failure(ReleaseReport report) {
        Throwable failure = report.failure().orElseThrow();
        assertThat(failure).isInstanceOf(ReleaseException.class);
        return String.valueOf(failure.getMessage());
    }
}
