package dev.jrelease.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ProjectConfig;
import dev.jrelease.config.Section;
import dev.jrelease.config.bind.IgnoresOtherKeys;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.InvalidConfigurationException;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {
    private static final int BROKEN = 200;

    private final Releaser releaser = new Releaser(
            new Environment(Map.of(), Path.of("/home"), Path.of("/projects/acme")),
            new Redactor(),
            Instant.parse("2026-01-02T03:04:05Z"));

    @AfterEach
    void close() {
        releaser.close();
    }

    private Migrated migrated(String text, boolean fold) {
        ConfigFile source = ConfigFile.of(".goreleaser.yaml", text);
        return releaser.migrate(new Migration.Request(source, ".release.yaml", Optional.empty(), fold));
    }

    @Test
    void tellsEveryErrorOfTheFile() {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> migrated("version: 3\ndockers:\n- goarch: amd46\n  image_templates: [a]\n", true))
                .satisfies(invalid -> assertThat(invalid.problems()).hasSize(2));
    }

    @Test
    void foldsOnlyIfAsked() {
        String text = Stream.of("amd64", "arm64")
                .map(arch -> "- goarch: " + arch + "\n  image_templates: [\"acme/x:" + arch + "\"]\n")
                .reduce("dockers:\n", String::concat);

        assertThat(migrated(text, false).text()).isEqualTo(text);
        assertThat(migrated(text, true).text()).isEqualTo("""
                        dockers:
                        - platforms: [linux/amd64, linux/arm64]
                          image_templates: ["acme/x:{{ .Arch }}"]
                        """);
    }

    @Test
    void refusesToMakeAFileThatWouldDoSomethingElse() {
        ConfigFile source =
                ConfigFile.of(".goreleaser.yaml", "project_name: x\ndockers: [{image_templates: [acme/x]}]\n");
        Migration forgetful = new Migration(
                List.of(ProjectConfig.SECTION),
                (file, problems) -> List.of(releaser.rehearse(file, problems).getFirst()));

        assertThatExceptionOfType(ReleaseException.class)
                .isThrownBy(
                        () -> forgetful.migrate(new Migration.Request(source, ".release.yaml", Optional.empty(), true)))
                .withMessageContaining("could not migrate .goreleaser.yaml")
                .withMessageContaining("nothing to release");
    }

    @Test
    void refusesAFileWithoutImages() {
        assertThatExceptionOfType(ReleaseException.class)
                .isThrownBy(() -> migrated("builds: [{main: ./cmd}]\nkos: [{id: x}]\n", false))
                .withMessage("could not migrate .goreleaser.yaml:"
                        + " it has no entry of dockers, dockers_v2 or docker_manifests");
    }

    @Test
    void leavesOutWhatWasLeftOut() {
        String text =
                "dockers: [{image_templates: [acme/x]}, {goarch: arm64}]\ndocker_manifests: [{image_templates: [acme/x]}]\n";

        assertThat(migrated(text, false).text()).isEqualTo(text);
    }

    @Test
    void letsCargoNameTheProject(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Cargo.toml"), "[package]\nname = \"torch\"\n");
        ConfigFile source = ConfigFile.of(
                ".goreleaser.yaml", "release: {github: {name: lantern}}\ndockers: [{image_templates: [acme/x]}]\n");

        assertThat(releaser.migrate(new Migration.Request(source, ".release.yaml", Optional.of(folder), true))
                        .text())
                .isEqualTo(source.text());
    }

    record OnlyRead(List<String> archives, List<String> nfpms) {}

    @Test
    void keepsSectionsThatAreOnlyReadIfSomethingElseWouldBeDone() {
        ConfigFile source = ConfigFile.of(
                ".goreleaser.yaml",
                "project_name: x\narchives: []\nnfpms: []\ndockers: [{image_templates: [acme/x]}]\n");
        List<Section<?>> sections = List.of(
                ProjectConfig.SECTION, Section.across(OnlyRead.class), Section.under("dockers", DockerLike.class));
        Migration careful = new Migration(sections, (file, problems) -> {
            if (!file.text().contains("archives")) {
                problems.error(new Location(file.name(), 1, 1), "there are no archives");
            }
            return releaser.rehearse(file, new Problems());
        });

        assertThat(careful.migrate(new Migration.Request(source, ".release.yaml", Optional.empty(), true))
                        .text())
                .isEqualTo(source.text().replace("nfpms: []\n", ""));
    }

    @IgnoresOtherKeys
    record DockerLike() {}

    @Test
    void isDoneWithWhatItMade() throws IOException {
        for (String text : fixtures()) {
            Migrated once = migrated(text, true);
            ConfigFile result = ConfigFile.of(".release.yaml", once.text());
            Migrated twice = releaser.migrate(new Migration.Request(result, ".release.yaml", Optional.empty(), true));

            assertThat(twice.text()).isEqualTo(once.text());
        }
    }

    /** Whatever is in a file, it becomes one that plans the same, or it is refused in words. */
    @Test
    void comesToAnEndWithFilesThatAreDamaged() throws IOException {
        List<String> fixtures = fixtures();
        Random random = new Random(8);
        int migrated = 0;
        for (int i = 0; i < BROKEN; i++) {
            String damaged = damaged(fixtures.get(i % fixtures.size()), random);
            try {
                assertThat(migrated(damaged, true).text()).isNotEmpty();
                migrated++;
            } catch (ReleaseException refused) {
                assertThat(refused).hasMessageNotContaining("would").hasMessageNotContaining("taken apart");
            }
        }
        assertThat(migrated).isBetween(BROKEN / 10, BROKEN - 1);
    }

    private static String damaged(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int line = random.nextInt(lines.size());
        String content = lines.get(line);
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(line, lines.get(random.nextInt(lines.size())));
            case 2 -> lines.set(line, "  " + content);
            case 3 -> lines.set(line, content.substring(content.length() / 2));
            case 4 -> lines.set(line, content + " # " + line);
            default -> lines.add(line, "# between");
        }
        return String.join("\n", lines);
    }

    private static List<String> fixtures() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> folders = Files.list(Path.of("src/test/migrations"))) {
            for (Path folder : folders.sorted().toList()) {
                texts.add(Files.readString(folder.resolve(".goreleaser.yaml")));
            }
        }
        return texts;
    }
}
