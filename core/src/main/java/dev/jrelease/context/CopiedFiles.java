package dev.jrelease.context;

import dev.jrelease.dockerfile.ContextSource;
import dev.jrelease.dockerfile.ContextSources;
import dev.jrelease.dockerfile.Dockerfile;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.image.Platform;
import dev.jrelease.text.LinearPattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * Finds, before the build, what a Dockerfile copies from the build context and what is not there.
 *
 * @param entry the place of the entry in the configuration
 * @param target the stage to build; empty means the last
 */
public record CopiedFiles(
        ContextSpec spec, Location entry, String target, Map<String, String> buildArgs, Platform platform) {
    private static final LinearPattern NUMBER_OF_STEP = LinearPattern.of("\\[[^\\]]*+] ");

    /** Only what is certain is a problem; the build finds the rest. */
    public void check(BuildContext context, Problems problems) throws IOException {
        for (ContextSource source : ContextSources.of(read(problems), target, buildArgs, platform)) {
            if (context.lacks(source.path())) {
                report(source, context, problems);
            }
        }
    }

    /**
     * What a build found missing that was not certain before.
     *
     * @param step as the engine calls it
     */
    public Problems missing(String step, String path, BuildContext context) throws IOException {
        Problems problems = new Problems();
        read(problems)
                .instruction(step.substring(
                        NUMBER_OF_STEP.matchAtStart(step).map(MatchResult::end).orElse(0)))
                .map(instruction -> new ContextSource(
                        instruction,
                        instruction.words().getFirst(),
                        path.endsWith("/") ? path.substring(0, path.length() - 1) : path))
                .ifPresent(source -> report(source, context, problems));
        return problems;
    }

    private Dockerfile read(Problems problems) throws IOException {
        if (spec.filledDockerfile().isPresent()) {
            return Dockerfile.parse(spec.filledDockerfile().get().content());
        }
        String text =
                new String(Files.readAllBytes(spec.directory().resolve(spec.dockerfile())), StandardCharsets.UTF_8);
        problems.learn(spec.dockerfile().toString(), text);
        return Dockerfile.parse(text);
    }

    private void report(ContextSource source, BuildContext context, Problems problems) {
        problems.error(place(source), message(source), missing(source, context).hint());
    }

    /** In a template other lines may have the same numbers. */
    private Location place(ContextSource source) {
        return spec.filledDockerfile().isPresent()
                ? spec.dockerfileLocation()
                : new Location(
                        spec.dockerfile().toString(),
                        source.word().line(),
                        source.word().column());
    }

    private String message(ContextSource source) {
        String keyword = source.instruction().keyword();
        String where =
                spec.filledDockerfile().isPresent() ? " (line " + source.word().line() + " when filled in)" : "";
        return keyword + where + " needs " + source.path() + ", which is not in the build context: that holds only"
                + " what extra_files, templated_extra_files and ids name";
    }

    private MissingSource missing(ContextSource source, BuildContext context) {
        Optional<String> extraFiles =
                spec.files().stream().findFirst().map(file -> file.location().toString());
        return new MissingSource(
                source.path(),
                spec.directory(),
                context.files(),
                platform.normalized().toString(),
                extraFiles,
                entry.toString());
    }
}
