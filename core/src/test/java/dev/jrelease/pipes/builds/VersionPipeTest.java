package dev.jrelease.pipes.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ConfigLoader;
import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.config.Section;
import dev.jrelease.environment.Environment;
import dev.jrelease.facts.SampleFacts;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.fields.ReleaseNames;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.PipelineRunner;
import dev.jrelease.pipeline.Planner;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipeline.ReleasePlan;
import dev.jrelease.pipes.before.BeforeConfig;
import dev.jrelease.pipes.before.BeforePipe;
import dev.jrelease.report.ReleaseEvents;
import dev.jrelease.secret.Redactor;
import dev.jrelease.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A release of 1.2.3 stops if the project has another version. */
class VersionPipeTest {
    private static final String NOTHING = "project_name: x\n";
    private static final Feature<List<Template>> COMMANDS = BeforePipe.COMMANDS;
    private static final List<Section<?>> SECTIONS =
            List.of(ReleaseNames.SECTION, BuildsConfig.SECTION, BeforeConfig.SECTION);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path project;

    private void pom(String folder, String version) throws IOException {
        Files.createDirectories(project.resolve(folder));
        Files.writeString(
                project.resolve(folder).resolve("pom.xml"),
                "<project><artifactId>a</artifactId>" + version
                        + "<properties><revision>1.2.3-SNAPSHOT</revision></properties></project>");
    }

    @ParameterizedTest
    @CsvSource({
        "<version>1.2.3</version>, ",
        "<parent><version>1.2.3</version></parent>, ",
        "<version>${unknown}</version>, ",
        "<version>1.2.3-SNAPSHOT</version>, 1.2.3-SNAPSHOT",
        "<version>${revision}</version>, 1.2.3-SNAPSHOT",
        "<version>1.2.4</version>, 1.2.4",
        "<version>1.2.3.Final</version>, 1.2.3.Final",
    })
    void theVersionOfThePomHasToBeThatOfTheTag(String version, String other) throws IOException {
        pom("", version);

        assertThat(refusal(NOTHING).map(ReleaseException::getMessage))
                .isEqualTo(Optional.ofNullable(other)
                        .map(found -> "could not release version 1.2.3: pom.xml has version " + found));
        assertThat(refusal("version_check: off\n")).isEmpty();
    }

    @Test
    void saysWhatToDo() throws IOException {
        pom("", "<version>2</version>");

        assertThat(refusal(NOTHING).flatMap(ReleaseException::hint))
                .contains("set it to 1.2.3, commit that and tag the commit, or set version_check: off");
        assertThat(refusal(NOTHING).flatMap(ReleaseException::location).orElseThrow())
                .hasToString("pom.xml");
    }

    @Test
    void propertiesOfTheCallCount() throws IOException {
        pom("server", "<version>${revision}</version>");
        String build = "builds: [{builder: maven, dir: server, args: [package, ARGUMENT]}]\n";

        assertThat(refusal(build.replace("ARGUMENT", "-q"))).isPresent();
        assertThat(refusal(build.replace("ARGUMENT", "'-Drevision={{ .Version }}'")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before: {hooks: [\"mvn -q '-Drevision={{ .Version }}' package\"]}\n",
                "before: {hooks: [{cmd: 'mvn package -Drevision={{ .Version }}', shell: sh}, make]}\n",
                "before: {hooks: [\"sh -c 'mvn -Drevision={{ .Version }} package && ./pack'\"]}\n",
                "builds: [{builder: command, targets: [linux_amd64], cmd: 'make OPTIONS=\"-Drevision={{ .Version }}\"'}]\n",
            })
    void propertiesOfOtherCommandsCount(String yaml) throws IOException {
        pom("", "<version>${revision}</version>");

        assertThat(refusal(yaml.replace("revision", "other"))).isPresent();
        assertThat(refusal(yaml)).isEmpty();
    }

    @Test
    void aBuildOfGradleIsCompared() throws IOException {
        Files.writeString(project.resolve("build.gradle"), "version = '1.2.3'\n");
        assertThat(refusal(NOTHING)).isEmpty();

        Files.writeString(project.resolve("gradle.properties"), "version=1.3.0-SNAPSHOT\n");
        assertThat(refusal(NOTHING).orElseThrow())
                .hasMessage("could not release version 1.2.3: gradle.properties has version 1.3.0-SNAPSHOT");
    }

    @Test
    void aFileOfGoReleaserIsNotCompared() throws IOException {
        pom("", "<version>2</version>");

        assertThat(refusal(ConfigFile.of(".goreleaser.yaml", NOTHING), ReleaseOptions.release()))
                .isEmpty();
    }

    private Optional<ReleaseException> refusal(String yaml) {
        return refusal(ConfigFile.of(".release.yaml", yaml), ReleaseOptions.release());
    }

    private Optional<ReleaseException> refusal(ConfigFile file, ReleaseOptions options) {
        Environment environment = new Environment(Map.of(), project, project);
        Problems problems = new Problems();
        ReleaseConfig config = ConfigLoader.load(file, SECTIONS, problems);
        ReleasePlan plan = new Planner(List.of(new VersionPipe(COMMANDS)), new Redactor())
                .plan(config, SampleFacts.of(environment, Instant.EPOCH), options, problems);
        assertThat(problems.list()).isEmpty();
        return new PipelineRunner(plan, environment, new ReleaseEvents((event, elapsed) -> {}))
                .run()
                .failure()
                .map(ReleaseException.class::cast);
    }
}
