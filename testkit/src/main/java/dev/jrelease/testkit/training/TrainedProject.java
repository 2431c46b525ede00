package dev.jrelease.testkit.training;

import dev.jrelease.testkit.git.GitWorkspace;
import java.nio.file.Path;

/** What is released in training: a repository as many are. */
final class TrainedProject {
    private TrainedProject() {}

    /**
     * Makes it, with tags of two versions.
     *
     * @param repository where its images go, with the registry
     */
    static GitWorkspace create(Path folder, String repository) throws InterruptedException {
        return GitWorkspace.create(folder)
                .write("Dockerfile", "FROM scratch\nARG TARGETARCH\nCOPY app /app\nVOLUME [\"/app/state\"]\n")
                .write("app/data", "some data\n".repeat(10_000))
                .write(".gitignore", "dist/\n")
                .write(".release.yaml", CONFIGURATION.replace("REPOSITORY", repository))
                .commit("Say hello")
                .tag("v1.2.2")
                .write("app/more", "some more\n")
                .commit("Say more")
                .tag("v1.2.3");
    }

    private static final String CONFIGURATION = """
            version: 1
            project_name: hello
            env:
              - CHANNEL={{ if .IsSnapshot }}next{{ else }}stable{{ end }}
            dockers:
              - id: hello
                platforms: [linux/amd64, linux/arm64]
                dockerfile: Dockerfile
                extra_files: [app/]
                image_templates:
                  - "REPOSITORY:{{ version }}-{{ arch }}"
                build_flag_templates:
                  - "--label=org.opencontainers.image.title={{ .ProjectName | toupper }}"
                  - "--label=channel={{ .Env.CHANNEL }}"
                  - "--build-arg=VERSION={{ .Version }}"
            docker_manifests:
              - name_template: "REPOSITORY:{{ version }}"
                image_templates: &images
                  - "REPOSITORY:{{ version }}-amd64"
                  - "REPOSITORY:{{ version }}-arm64"
              - name_template: "REPOSITORY:v{{ .Major }}.{{ .Minor }}"
                image_templates: *images
            """;
}
