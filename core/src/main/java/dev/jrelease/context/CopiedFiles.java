package dev.jrelease.context;

import dev.jrelease.dockerfile.ContextSource;
import dev.jrelease.dockerfile.ContextSources;
import dev.jrelease.dockerfile.Dockerfile;
import dev.jrelease.dockerfile.Instruction;
import dev.jrelease.dockerfile.Word;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.files.CleanPath;
import dev.jrelease.files.WholeFile;
import dev.jrelease.image.Platform;
import dev.jrelease.text.LinearPattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/**
 * Finds, before the build, files that a Dockerfile copies and that are not in the build context.
 *
 * @param entry the location of the entry in the configuration
 * @param target the stage to build; empty means the last
 */
public record CopiedFiles(
        ContextSpec spec, Location entry, String target, Map<String, String> buildArgs, Platform platform) {
    private static final LinearPattern NUMBER_OF_STEP = LinearPattern.of("\\[[^\\]]*+] ");

    /** Reports only what is certainly missing; the build finds the rest. */
    public void check(BuildContext context, Problems problems) throws IOException {
        List<ContextSource> sources = ContextSources.of(read(problems), target, buildArgs, platform);
        sources.stream()
                .filter(source -> !source.isPattern() && context.lacks(source.path()))
                .forEach(source -> report(source, context, problems));
        sources.stream()
                .collect(Collectors.groupingBy(ContextSource::instruction, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(copied -> copiesNothing(copied, context))
                .forEach(copied -> warn(copied, context, problems));
    }

    private static boolean copiesNothing(List<ContextSource> sources, BuildContext context) {
        int written = sources.getFirst().instruction().words().size() - 1;
        return sources.size() == written
                && sources.stream().allMatch(source -> source.isPattern() && context.hasNoMatch(source.path()));
    }

    /** Some engines build an image without the files, others fail. */
    private void warn(List<ContextSource> patterns, BuildContext context, Problems problems) {
        ContextSource first = patterns.getFirst();
        String all = patterns.stream().map(ContextSource::path).collect(Collectors.joining(" "));
        problems.warning(
                place(first),
                first.instruction().keyword() + " " + all + " copies nothing, as nothing in the build context matches",
                missing(first, context).hintForPattern());
    }

    /**
     * Reports a file that a build has found missing, or the folder of a pattern such as {@code target/*.jar}.
     *
     * @param step as the engine names it
     */
    public Problems missing(String step, String path, BuildContext context) throws IOException {
        Problems problems = new Problems();
        read(problems)
                .instruction(withoutNumber(step))
                .map(instruction -> source(instruction, CleanPath.below(path)))
                .ifPresent(source -> report(source, context, problems));
        return problems;
    }

    /** Variables may hide which word it is: then it is the first. */
    private static ContextSource source(Instruction instruction, String path) {
        Word word = instruction.words().stream()
                .filter(written -> CleanPath.below(written.text()).startsWith(path))
                .findFirst()
                .orElse(instruction.words().getFirst());
        return new ContextSource(instruction, word, path);
    }

    /**
     * The line that a step of the build carries out; empty if it is not found, or if the Dockerfile is a template.
     *
     * @param step as the engine names it
     */
    public Optional<Location> place(String step) throws IOException {
        return spec.filledDockerfile().isPresent()
                ? Optional.empty()
                : read(new Problems()).instruction(withoutNumber(step)).map(this::place);
    }

    /** The line that a build refused in a message without a line; empty if it is not certain, or in a template. */
    public Optional<Location> refused(String message) throws IOException {
        return spec.filledDockerfile().isPresent()
                ? Optional.empty()
                : read(new Problems()).refused(message).map(this::place);
    }

    private Location place(Instruction instruction) {
        return new Location(spec.dockerfile().toString(), instruction.line(), 1);
    }

    /** A line that a build refused; empty if the Dockerfile is a template. */
    public Optional<Location> place(int line) {
        return spec.filledDockerfile().isPresent()
                ? Optional.empty()
                : Optional.of(new Location(spec.dockerfile().toString(), line, 1));
    }

    private static String withoutNumber(String step) {
        return step.substring(
                NUMBER_OF_STEP.matchAtStart(step).map(MatchResult::end).orElse(0));
    }

    private Dockerfile read(Problems problems) throws IOException {
        if (spec.filledDockerfile().isPresent()) {
            return Dockerfile.parse(spec.filledDockerfile().get().content());
        }
        String text = new String(WholeFile.bytes(spec.directory().resolve(spec.dockerfile())), StandardCharsets.UTF_8);
        problems.learn(spec.dockerfile().toString(), text);
        return Dockerfile.parse(text);
    }

    private void report(ContextSource source, BuildContext context, Problems problems) {
        problems.error(place(source), message(source), missing(source, context).hint());
    }

    /** In a template, line numbers differ from those of the rendered file. */
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
                spec.filledDockerfile().isPresent() ? " (line " + source.word().line() + " of the rendered file)" : "";
        return keyword + where + " needs " + source.path()
                + ", which is not in the build context. The context contains only"
                + " the files of extra_files, templated_extra_files and ids";
    }

    private MissingSource missing(ContextSource source, BuildContext context) {
        Optional<String> extraFiles =
                spec.files().stream().findFirst().map(file -> file.location().toString());
        return new MissingSource(
                source.path(),
                spec.directory(),
                context.files(),
                spec.binaries().stream().map(Binary::name).collect(Collectors.toSet()),
                platform.normalized().toString(),
                extraFiles,
                entry.toString());
    }
}
