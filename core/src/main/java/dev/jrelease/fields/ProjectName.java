package dev.jrelease.fields;

import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.text.Rendered;
import dev.jrelease.template.text.Unknown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what the project is called, in the places where GoReleaser looks, in its order. */
record ProjectName(ReleaseConfig config, ReleaseFacts facts, TemplateContext context, Problems problems) {
    private static final Pattern CARGO_NAME =
            Pattern.compile("(?ms)^\\[package]\\s*$(?:(?!^\\[).)*?^name\\s*=\\s*[\"']([^\"'\\n]+)[\"']");
    private static final Pattern MODULE = Pattern.compile("(?m)^module\\s+\"?([^\\s\"]+)");

    Rendered find() {
        return config.project()
                .projectName()
                .flatMap(template -> template.rendered(context, problems))
                .filter(name -> !name.isEmpty())
                .or(() -> inFile("Cargo.toml", CARGO_NAME).map(Rendered::of))
                .or(() -> release().name().flatMap(name -> name.rendered(context, problems)))
                .orElseGet(() -> facts.isCheck() ? Rendered.of(Unknown.of(".ProjectName")) : Rendered.of(around()));
    }

    private ReleaseNames release() {
        return config.section(ReleaseNames.SECTION);
    }

    /** What the repository and its folder are called. */
    private String around() {
        Optional<String> module = release().isDisabled() ? inFile("go.mod", MODULE) : Optional.empty();
        return module.map(ProjectName::last)
                .or(() -> facts.git().state().remoteUrl().map(url -> last(url).replaceFirst("\\.git$", "")))
                .orElseGet(() ->
                        String.valueOf(facts.environment().workingDirectory().getFileName()));
    }

    /** The path of the Go module; empty if the project is none. */
    Object module() {
        return facts.isCheck()
                ? Rendered.of(Unknown.of(".ModulePath"))
                : inFile("go.mod", MODULE).orElse("");
    }

    private Optional<String> inFile(String name, Pattern pattern) {
        if (facts.isCheck()) {
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
