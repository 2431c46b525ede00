package dev.jrelease.dockerfile;

import dev.jrelease.files.CleanPath;
import dev.jrelease.image.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds what a build copies from its context. It leaves out what is not certain: stages that may not be built,
 * variables that a base image may set, patterns with more than {@code *} and {@code ?}, and Dockerfiles with another
 * frontend.
 */
public final class ContextSources {
    private final List<Stage> stages;
    private final char escape;
    private final DockerfileVariables globals;
    private final Map<Integer, DockerfileVariables> variables = new HashMap<>();

    private ContextSources(Dockerfile dockerfile, Map<String, String> given, Platform platform) {
        this.stages = dockerfile.stages();
        this.escape = dockerfile.escape();
        this.globals = DockerfileVariables.globals(dockerfile, given, DockerfileVariables.target(platform));
    }

    /**
     * The sources in the order of the Dockerfile.
     *
     * @param target the stage to build; empty means the last
     * @param given the arguments of the build
     */
    public static List<ContextSource> of(
            Dockerfile dockerfile, String target, Map<String, String> given, Platform platform) {
        boolean own = dockerfile.syntax().orElse("docker/dockerfile").startsWith("docker/dockerfile")
                && !given.containsKey("BUILDKIT_SYNTAX");
        return own ? new ContextSources(dockerfile, given, platform).all(target) : List.of();
    }

    private List<ContextSource> all(String target) {
        Optional<Integer> last = stages.isEmpty()
                ? Optional.empty()
                : target.isEmpty() ? Optional.of(stages.size() - 1) : stage(target, stages.size());
        Set<Integer> built = new HashSet<>();
        last.ifPresent(stage -> need(stage, built));
        List<ContextSource> sources = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            DockerfileVariables values = begin(i);
            for (Instruction instruction : stages.get(i).instructions()) {
                if (built.contains(i)) {
                    sources.addAll(sources(instruction, values));
                }
                values.follow(instruction);
            }
        }
        return sources;
    }

    private DockerfileVariables begin(int stage) {
        Optional<String> base = globals.fill(stages.get(stage).base());
        DockerfileVariables values = base.flatMap(name -> stage(name, stage))
                .map(before -> variables.getOrDefault(before, globals).basedOnThis(globals))
                .orElseGet(() -> globals.stage(base.equals(Optional.of("scratch"))));
        variables.put(stage, values);
        return values;
    }

    /** The last stage before another one that has this name or number. */
    private Optional<Integer> stage(String name, int before) {
        String sought = name.toLowerCase(Locale.ROOT);
        return IntStream.range(0, before)
                .map(i -> before - 1 - i)
                .filter(i ->
                        stages.get(i).name().orElse("").toLowerCase(Locale.ROOT).equals(sought)
                                || Integer.toString(i).equals(sought))
                .boxed()
                .findFirst();
    }

    private void need(int stage, Set<Integer> built) {
        if (!built.add(stage)) {
            return;
        }
        globals.fill(stages.get(stage).base())
                .flatMap(name -> stage(name, stage))
                .ifPresent(before -> need(before, built));
        for (Instruction instruction : stages.get(stage).instructions()) {
            UsedImages.others(instruction)
                    .flatMap(name -> stage(name, stage).stream())
                    .forEach(before -> need(before, built));
        }
    }

    private static boolean isUncertain(String path) {
        return path.startsWith("<<")
                || path.startsWith("git@")
                || path.contains("://")
                || path.contains("**")
                || path.indexOf('[') >= 0;
    }

    private List<ContextSource> sources(Instruction instruction, DockerfileVariables values) {
        boolean copies = instruction.is("COPY") || instruction.is("ADD");
        if (!copies
                || escapes(instruction)
                || instruction.flag("from").isPresent()
                || instruction.words().size() < 2) {
            return List.of();
        }
        List<ContextSource> sources = new ArrayList<>();
        for (Word word : instruction.words().subList(0, instruction.words().size() - 1)) {
            values.fill(word.text())
                    .filter(path -> !path.isEmpty() && !isUncertain(path))
                    .ifPresent(path -> sources.add(new ContextSource(instruction, word, CleanPath.below(path))));
        }
        return sources;
    }

    private boolean escapes(Instruction instruction) {
        return instruction.words().stream().anyMatch(word -> word.text().indexOf(escape) >= 0);
    }
}
