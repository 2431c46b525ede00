package dev.jrelease.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.Section;
import dev.jrelease.config.UnrunKey;
import dev.jrelease.environment.Environment;
import dev.jrelease.pipeline.CheckReport;
import dev.jrelease.pipes.Pipes;
import dev.jrelease.pipes.images.Clients;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/reference.md is what the code says; with {@code -Dgolden.update=true} it is written anew. */
class ReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "reference.md");
    private static final Environment NOWHERE = new Environment(Map.of(), Path.of("/home"), Path.of("/projects/acme"));

    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        String written = written();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, written);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(written);
    }

    @Test
    void everySectionIsInTheListOfPages() throws IOException {
        String pages = Files.readString(PAGE.resolveSibling("configuration.md"));
        try (Releaser releaser = new Releaser(NOWHERE, new Redactor(), Instant.EPOCH)) {
            assertThat(releaser.sections().stream().flatMap(section -> section.keys().stream()))
                    .filteredOn(
                            key -> !key.equals("version") && !UnrunKey.names().contains(key))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(key -> assertThat(pages).containsPattern("(?:\\| |, )`" + key + "`"));
        }
    }

    @Test
    void everyNameThatTemplatesKnowIsDescribed() {
        Names names = new Names();

        assertThat(names.described()).isEqualTo(names.known());
    }

    @Test
    void entriesKnowTheirNames() {
        String yaml = """
                version: 1
                dockers:
                  - {matrix: {base: [a]}, image_templates: ['a/b:1'], labels: {x: '{{ .Matrix.base }}', y: '{{ .BaseImage }}', z: '{{ .BaseImageDigest }}'}}
                dockers_v2:
                  - {matrix: {base: [a]}, images: [a/c], labels: {x: '{{ .Matrix.base }}', y: '{{ .BaseImage }}', z: '{{ .BaseImageDigest }}'}}
                docker_manifests:
                  - {matrix: {base: [a]}, name_template: 'a/b:{{ .Matrix.base }}', image_templates: ['a/b:1']}
                docker_signs:
                  - {artifacts: all, if: '{{ eq .ArtifactName .ArtifactPath }}', signature: 'a{{ .ArtifactName }}{{ .ArtifactExt }}'}
                """;
        try (Releaser releaser = new Releaser(NOWHERE, new Redactor(), Instant.EPOCH)) {
            CheckReport report = releaser.check(ConfigFile.of(".release.yaml", yaml));

            assertThat(report.problems().list())
                    .singleElement()
                    .asString()
                    .contains("jrelease plans signatures, but does not make them yet");
        }
    }

    private static String written() {
        try (Clients clients = Clients.of(NOWHERE, new Redactor());
                Releaser releaser = new Releaser(NOWHERE, new Redactor(), Instant.EPOCH)) {
            List<Section<?>> sections = releaser.sections();
            return new Reference(sections, Pipes.standard(clients)).text();
        }
    }
}
