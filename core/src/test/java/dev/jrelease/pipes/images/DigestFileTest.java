package dev.jrelease.pipes.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipes.images.plan.Planned;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file with the digests of what was published. */
class DigestFileTest {
    private final FakeRegistry registry = FakeRegistry.start();

    private final String yaml = """
            dockers:
              - platforms: [linux/amd64, linux/arm64]
                image_templates: ["HOST/acme/b:{{ version }}-{{ arch }}"]
              - image_templates: ["HOST/acme/c:{{ version }}"]
                skip_push: true
            docker_manifests:
              - name_template: "HOST/acme/b:latest"
                image_templates: ["HOST/acme/b:{{ version }}-amd64", "HOST/acme/b:{{ version }}-arm64"]
              - name_template: "HOST/acme/b:{{ version }}"
                image_templates: ["HOST/acme/b:{{ version }}-amd64", "HOST/acme/b:{{ version }}-arm64"]
            """.replace("HOST", registry.address());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void closeRegistry() {
        registry.close();
    }

    private ReleaseReport release(String machine, String content, String text, ReleaseOptions options) {
        ReleaseReport report = new Machine(folder.resolve(machine), content).release(text, options);
        assertThat(report.failure()).isEmpty();
        return report;
    }

    private Path file(String machine, String name) {
        return folder.resolve(machine).resolve("dist").resolve(name);
    }

    private String line(String tag) {
        String digest = registry.manifest("acme/b", tag).orElseThrow().digest();
        return digest.replaceFirst("^sha256:", "") + "  " + registry.address() + "/acme/b:" + tag + "\n";
    }

    @Test
    void holdsADigestForEveryTagThatWasPublishedSortedByName() throws IOException {
        release("one", "ours", yaml, ReleaseOptions.release());

        assertThat(file("one", "digests.txt"))
                .hasContent(line("1.2.3") + line("1.2.3-amd64") + line("1.2.3-arm64") + line("latest"));
    }

    @Test
    void whatIsAdoptedHasTheDigestThatIsAtTheRegistry() throws IOException {
        release("one", "ours", yaml, ReleaseOptions.release());
        release("two", "built again, with other bytes", yaml, ReleaseOptions.release());

        assertThat(Files.readString(file("two", "digests.txt")))
                .isEqualTo(Files.readString(file("one", "digests.txt")));
    }

    @Test
    void tagsThatWereNotMovedAreNotInIt() {
        ReleaseOptions options =
                ReleaseOptions.builder().skip(Set.of("promote")).build();

        release("one", "ours", yaml, options);

        assertThat(file("one", "digests.txt"))
                .content()
                .doesNotContain("latest")
                .contains("1.2.3-arm64");
    }

    @Test
    void itsNameIsATemplate() {
        release(
                "one",
                "ours",
                yaml + "docker_digest: {name_template: 'sums/{{ version }}.txt'}",
                ReleaseOptions.release());

        assertThat(file("one", "sums/1.2.3.txt")).content().contains("acme/b:1.2.3");
        assertThat(file("one", "digests.txt")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "'{{ not .IsSnapshot }}'"})
    void canBeDisabled(String disable) {
        release("one", "ours", yaml + "docker_digest: {disable: " + disable + "}", ReleaseOptions.release());

        assertThat(file("one", "digests.txt")).doesNotExist();
    }

    @Test
    void aSnapshotPublishesNothingAndLeavesNone() {
        release("one", "ours", yaml, ReleaseOptions.release().asSnapshot());

        assertThat(file("one", "digests.txt")).doesNotExist();
    }

    @Test
    void isPartOfThePlan() {
        Planned planned = Planned.of(yaml + "docker_digest: {name_template: sums.txt}");

        assertThat(planned.json().path("digests").findValuesAsText("file")).containsExactly("dist/sums.txt");
        assertThat(planned.plan().text()).contains("docker digests\n  dist/sums.txt\n");
    }

    @ParameterizedTest
    @CsvSource({"../digests.txt", "/tmp/digests.txt", "plan.json", "oci/index.json", "' '", ".", ".lock"})
    void cannotBeWhereSomethingElseIs(String name) {
        assertThat(Planned.of(yaml + "docker_digest: {name_template: '" + name + "'}")
                        .said())
                .singleElement()
                .asString()
                .startsWith("11:33: '" + name.strip() + "' cannot be the name of a file of digests");
    }
}
