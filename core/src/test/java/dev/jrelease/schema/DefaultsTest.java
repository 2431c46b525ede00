package dev.jrelease.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ConfigLoader;
import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.config.bind.Component;
import dev.jrelease.config.bind.JsonView;
import dev.jrelease.environment.Environment;
import dev.jrelease.facts.SampleFacts;
import dev.jrelease.failure.Problems;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Planner;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipeline.ReleasePlan;
import dev.jrelease.pipes.Pipes;
import dev.jrelease.pipes.images.Clients;
import dev.jrelease.secret.Redactor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key's default is what happens where the key is not given. */
class DefaultsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Environment NOWHERE = new Environment(Map.of(), Path.of("/home"), Path.of("/projects/acme"));
    private static final Clients DOORS = Clients.of(NOWHERE, new Redactor());

    @AfterAll
    static void closeDoors() {
        DOORS.close();
    }

    /** Where a record alone plans to something; the other defaults follow below. */
    @TestFactory
    Stream<DynamicTest> writingADefaultChangesNothing() {
        return Place.all(Configurations.SECTIONS).stream()
                .flatMap(place -> place.components().stream()
                        .filter(component -> component.standard().isPresent())
                        .map(component -> DynamicTest.dynamicTest(
                                place.path() + component.key(), () -> changesNothing(place, component))));
    }

    private static void changesNothing(Place place, Component component) {
        JsonNode written =
                place.file(component, JsonView.value(component.standard().orElseThrow()));

        assertThat(plan(notEmpty(written))).isEqualTo(plan(notEmpty(place.plain())));
    }

    /** Of an empty file it is said that it is. */
    private static String notEmpty(JsonNode file) {
        return Json.text(((ObjectNode) file).put("version", 1));
    }

    /** A default, and something else in its place, in a file where it matters. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dist: dist                 | dist: build  | dockers: [{image_templates: [a/b]}]
            snapshot: {version_template: '{{ .Version }}-SNAPSHOT-{{ .ShortCommit }}'} | snapshot: {version_template: next} | dockers: [{image_templates: ['a/b:{{ .Version }}']}]
            goos: linux                | goos: windows | dockers: [{image_templates: [a/b], HERE}]
            goarch: amd64              | goarch: arm64 | dockers: [{image_templates: [a/b], HERE}]
            goarm: 6                   | goarm: 7     | dockers: [{image_templates: [a/b], goarch: arm, HERE}]
            dockerfile: Dockerfile     | dockerfile: x | dockers: [{image_templates: [a/b], HERE}]
            skip_push: false           | skip_push: true | dockers: [{image_templates: [a/b], HERE}]
            skip_push: false           | skip_push: true | {dockers: [{image_templates: [a/b:1]}], docker_manifests: [{name_template: a/b, image_templates: [a/b:1], HERE}]}
            insecure: false            | insecure: true | {dockers: [{image_templates: [a/b:1]}], docker_manifests: [{name_template: a/b, image_templates: [a/b:1], HERE}]}
            external: false            | external: true | {dockers: [{image_templates: [a/b:1]}], docker_manifests: [{name_template: a/b, image_templates: [a/b:2], HERE}]}
            builder: go                | builder: prebuilt | {builds: [{prebuilt: {path: p}, HERE}], dockers: [{image_templates: [a/b]}]}
            goos: [linux, darwin, windows] | goos: [linux] | {builds: [{builder: prebuilt, prebuilt: {path: p}, HERE}], dockers: [{image_templates: [a/b]}]}
            goarch: [386, amd64, arm64] | goarch: [arm] | {builds: [{builder: prebuilt, prebuilt: {path: p}, HERE}], dockers: [{image_templates: [a/b]}]}
            goarm: 6                   | goarm: 7     | {builds: [{builder: prebuilt, goarch: arm, prebuilt: {path: p}, HERE}], dockers: [{image_templates: [a/b]}]}
            if: true                   | if: false    | dockers: [{image_templates: [a/b], HERE}]
            platforms: [linux/amd64, linux/arm64] | platforms: [linux/amd64] | dockers_v2: [{images: [a/b], HERE}]
            tags: ['{{ .Tag }}']       | tags: [x]    | dockers_v2: [{images: [a/b], HERE}]
            dockerfile: Dockerfile     | dockerfile: x | dockers_v2: [{images: [a/b], HERE}]
            disable: false             | disable: true | dockers_v2: [{images: [a/b], HERE}]
            skip_push: false           | skip_push: true | dockers_v2: [{images: [a/b], HERE}]
            insecure: false            | insecure: true | dockers_v2: [{images: [a/b], HERE}]
            if: true                   | if: false    | dockers_v2: [{images: [a/b], HERE}]
            id: default                | id: other    | {dockers: [{image_templates: [a/b]}], docker_signs: [{artifacts: all, HERE}]}
            cmd: cosign                | cmd: other   | {dockers: [{image_templates: [a/b]}], docker_signs: [{artifacts: all, HERE}]}
            args: [sign, --key=cosign.key, '${artifact}@${digest}', --yes] | args: [sign] | {dockers: [{image_templates: [a/b]}], docker_signs: [{artifacts: all, HERE}]}
            docker_digest: {disable: false} | docker_digest: {disable: true} | dockers: [{image_templates: [a/b]}]
            docker_digest: {name_template: digests.txt} | docker_digest: {name_template: other.txt} | dockers: [{image_templates: [a/b]}]
            if: true                   | if: false    | before: {hooks: [{cmd: make, HERE}]}
            output: false              | output: true | before: {hooks: [{cmd: make, HERE}]}
            binary: '{{ .ProjectName }}' | binary: x | {builds: [{builder: prebuilt, prebuilt: {path: p}, HERE}], dockers: [{image_templates: [a/b]}]}
            """)
    void aDefaultIsOneOfSeveralThings(String standard, String other, String around) {
        String nothing = plan(file(around, ""));

        assertThat(plan(file(around, standard))).isEqualTo(nothing);
        assertThat(plan(file(around, other))).isNotEqualTo(nothing);
    }

    private static String file(String around, String line) {
        return around.contains("HERE") ? around.replace("HERE", line) : line + "\n" + around;
    }

    /** The plan of a snapshot and of a release, and what is wrong with the file. */
    private static String plan(String yaml) {
        StringBuilder all = new StringBuilder();
        for (ReleaseOptions options :
                List.of(ReleaseOptions.release(), ReleaseOptions.release().asSnapshot())) {
            Problems problems = new Problems();
            ReleasePlan plan = plan(yaml, options, problems);
            all.append(plan.dist()).append(Json.pretty(plan.json(new Redactor())));
            problems.list().forEach(problem -> all.append('\n').append(problem.message()));
        }
        return all.toString();
    }

    private static ReleasePlan plan(String yaml, ReleaseOptions options, Problems problems) {
        ReleaseConfig config =
                ConfigLoader.load(ConfigFile.of(".release.yaml", yaml), Configurations.SECTIONS, problems);
        return new Planner(Pipes.standard(DOORS), new Redactor())
                .plan(config, SampleFacts.of(NOWHERE, NOW), options, problems);
    }
}
