package dev.jrelease.fields;

import dev.jrelease.buildfile.GradleFiles;
import dev.jrelease.buildfile.Pom;
import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.text.Rendered;
import dev.jrelease.template.text.Unknown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** Determines the name of the project from the same places as GoReleaser, in its order, and from builds for the JVM. */
record ProjectName(ReleaseConfig config, ReleaseFacts facts, TemplateContext context, Problems problems) {
    Rendered find() {
        return config.project()
                .projectName()
                .flatMap(template -> template.rendered(context, problems))
                .filter(name -> !name.isEmpty())
                .or(() -> inFile("Cargo.toml", BuildFile::packageOfCargo).map(Rendered::of))
                .or(() -> release().name().flatMap(name -> name.rendered(context, problems)))
                .or(this::ofJvmBuild)
                .orElseGet(() -> facts.isCheck() ? Rendered.of(Unknown.of(".ProjectName")) : Rendered.of(around()));
    }

    /** GoReleaser does not know these files. */
    private Optional<Rendered> ofJvmBuild() {
        if (config.file().isGoReleaser()) {
            return Optional.empty();
        }
        return inFile(Pom.FILE, BuildFile::artifactOfMaven)
                .or(() -> GradleFiles.SETTINGS.stream()
                        .flatMap(name -> inFile(name, GradleFiles::name).stream())
                        .findFirst())
                .map(Rendered::of);
    }

    private ReleaseNames release() {
        return config.section(ReleaseNames.SECTION);
    }

    /** The name of the repository or of its folder. */
    private String around() {
        Optional<String> module = release().isDisabled() ? inFile("go.mod", BuildFile::moduleOfGo) : Optional.empty();
        return module.map(ProjectName::last)
                .or(() -> facts.git().state().remoteUrl().map(url -> withoutGit(last(url))))
                .orElseGet(() ->
                        String.valueOf(facts.environment().workingDirectory().getFileName()));
    }

    /** The path of the Go module; empty if the project is not one. */
    Object module() {
        return facts.isCheck()
                ? Rendered.of(Unknown.of(".ModulePath"))
                : inFile("go.mod", BuildFile::moduleOfGo).orElse("");
    }

    private Optional<String> inFile(String name, Function<String, Optional<String>> nameIn) {
        if (facts.isCheck()) {
            return Optional.empty();
        }
        try {
            return nameIn.apply(new String(facts.files().read(name), StandardCharsets.UTF_8));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private static String withoutGit(String name) {
        return name.endsWith(".git") ? name.substring(0, name.length() - ".git".length()) : name;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
