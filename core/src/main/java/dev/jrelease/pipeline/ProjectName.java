package dev.jrelease.pipeline;

import dev.jrelease.config.ProjectConfig;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.Derived;
import dev.jrelease.template.TemplateContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what the project is called, in the places where GoReleaser looks, in its order. */
record ProjectName(ProjectConfig project, ReleaseFacts facts, TemplateContext context, Problems problems) {
    private static final Pattern CARGO_NAME =
            Pattern.compile("(?ms)^\\[package]\\s*$(?:(?!^\\[).)*?^name\\s*=\\s*[\"']([^\"'\\n]+)[\"']");
    private static final Pattern MODULE = Pattern.compile("(?m)^module\\s+\"?([^\\s\"]+)");

    Derived find() {
        return project.projectName()
                .flatMap(template -> template.derived(context, problems))
                .filter(name -> !name.text().isEmpty())
                .or(() -> inFile("Cargo.toml", CARGO_NAME).map(this::found))
                .or(() -> project.release().name().flatMap(name -> name.derived(context, problems)))
                .orElseGet(() -> found(around()));
    }

    /** What the repository and its folder are called. */
    private String around() {
        Optional<String> module = project.release().isDisabled() ? module() : Optional.empty();
        return module.map(ProjectName::last)
                .or(() -> facts.git().state().remoteUrl().map(url -> last(url).replaceFirst("\\.git$", "")))
                .orElseGet(() ->
                        String.valueOf(facts.environment().workingDirectory().getFileName()));
    }

    /** A name that the file does not say, which is made up where nothing but the file is looked at. */
    private Derived found(String name) {
        return new Derived(name, context.inspection());
    }

    /** The path of the Go module, if the project is one. */
    Optional<String> module() {
        return facts.madeUp() ? Optional.of("git.example.com/acme/project") : inFile("go.mod", MODULE);
    }

    private Optional<String> inFile(String name, Pattern pattern) {
        if (facts.madeUp()) {
            return Optional.empty();
        }
        try {
            Matcher found = pattern.matcher(new String(facts.files().read(name), StandardCharsets.UTF_8));
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
