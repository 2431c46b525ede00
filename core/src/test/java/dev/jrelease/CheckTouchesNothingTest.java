package dev.jrelease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.pipeline.CheckReport;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Watches with the JVM's own recorder what a check reads, starts and connects to. */
@Isolated("it records the whole process")
class CheckTouchesNothingTest {
    private static final List<String> FILES = List.of("jdk.FileRead", "jdk.FileWrite");
    private static final List<String> OTHERS =
            List.of("jdk.ProcessStart", "jdk.SocketConnect", "jdk.SocketRead", "jdk.SocketWrite");
    private static final String EVERYTHING = """
            env: ["REGISTRY={{ .Env.HOST }}"]
            builds:
              - id: app
                builder: prebuilt
                goos: [linux]
                goarch: [amd64]
                prebuilt: {path: "out/app"}
            dockers:
              - id: app
                image_templates: ["{{ .Env.REGISTRY }}/app:{{> tag.txt }}"]
                dockerfile: Dockerfile
                extra_files: [data.txt]
                build_args:
                  NOTES: "{{ readFile \\"data.txt\\" }}{{ mustReadFile \\"data.txt\\" }}{{ sha256 \\"data.txt\\" }}{{ abs \\"x\\" }}"
            docker_manifests:
              - name_template: "localhost:5000/all:{{ .Version }}"
                image_templates: ["{{ .Env.REGISTRY }}/app:{{> tag.txt }}", "localhost:5000/base@sha256:%s"]
                insecure: true
            """.formatted("0".repeat(64));

    @Test
    void opensTheConfigurationAndItsPartialsAndNothingElse(@TempDir Path project, @TempDir Path elsewhere)
            throws IOException {
        Files.writeString(project.resolve(".release.yaml"), EVERYTHING);
        Files.writeString(project.resolve("tag.txt"), "{{ .Version }}");
        Files.writeString(project.resolve("data.txt"), "data");
        Files.writeString(project.resolve("Dockerfile"), "FROM scratch");
        Environment environment = new Environment(Map.of(), project, project);
        check(project, environment); // classes are loaded, which is reading, too

        List<RecordedEvent> events = recorded(elsewhere, () -> check(project, environment));

        assertThat(events.stream()
                        .filter(event -> FILES.contains(event.getEventType().getName()))
                        .map(event -> String.valueOf(event.getString("path")))
                        .filter(path -> path.startsWith(project.toString()))
                        .map(path -> project.relativize(Path.of(path)).toString())
                        .distinct())
                .containsExactlyInAnyOrder(".release.yaml", "tag.txt");
        assertThat(events)
                .noneMatch(event -> OTHERS.contains(event.getEventType().getName()));
    }

    private static void check(Path project, Environment environment) {
        try (Releaser releaser = new Releaser(environment, new Redactor(), Instant.EPOCH)) {
            CheckReport report = releaser.check(ConfigFile.read(project.resolve(".release.yaml")));
            assertThat(report.problems().list()).isEmpty();
            assertThat(report.environment()).containsExactly("HOST");
        }
    }

    private static List<RecordedEvent> recorded(Path folder, Runnable what) throws IOException {
        try (Recording recording = new Recording()) {
            FILES.forEach(event -> recording.enable(event).withoutThreshold());
            OTHERS.forEach(event -> recording.enable(event).withoutThreshold());
            recording.start();
            what.run();
            recording.stop();
            Path file = folder.resolve("check.jfr");
            recording.dump(file);
            return RecordingFile.readAllEvents(file);
        }
    }
}
