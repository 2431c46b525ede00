package dev.jrelease.docker;

import dev.jrelease.dockerfile.ContextSource;
import dev.jrelease.dockerfile.ContextSources;
import dev.jrelease.dockerfile.Dockerfile;
import dev.jrelease.dockerfile.Instruction;
import dev.jrelease.dockerfile.Stage;
import java.util.List;
import java.util.Set;

/**
 * Decides whether an image may have files of another time than those of its context. It has none if its only layers are
 * what {@code COPY} copies from the context to the root: an engine sets the current time on folders that it creates or
 * changes.
 */
final class TimestampRule {
    private static final Set<String> MAKES_NO_FILES = Set.of(
            "ARG", "CMD", "ENTRYPOINT", "ENV", "EXPOSE", "HEALTHCHECK", "LABEL", "MAINTAINER", "STOPSIGNAL", "USER");

    private final Dockerfile dockerfile;
    private final SentContext context;
    private final List<ContextSource> sources;

    private TimestampRule(ImageBuild build, Dockerfile dockerfile, SentContext context) {
        this.dockerfile = dockerfile;
        this.context = context;
        this.sources = ContextSources.of(dockerfile, build.target().orElse(""), build.buildArgs(), build.platform());
    }

    static boolean needsRewriting(ImageBuild build) {
        return SentContext.read(build)
                .map(context -> !new TimestampRule(build, Dockerfile.parse(context.dockerfile()), context).hasOneTime())
                .orElse(true);
    }

    private boolean hasOneTime() {
        List<Stage> stages = dockerfile.stages();
        if (stages.size() != 1 || !stages.getFirst().base().equalsIgnoreCase("scratch")) {
            return false;
        }
        List<Instruction> others = stages.getFirst().instructions().stream()
                .filter(instruction -> !MAKES_NO_FILES.contains(instruction.keyword()))
                .toList();
        return others.stream().allMatch(this::copiesFilesToRoot)
                || (others.size() == 1 && copiesFoldersToRoot(others.getFirst()));
    }

    private boolean copiesFilesToRoot(Instruction instruction) {
        return copiesToRoot(instruction)
                && of(instruction).stream().allMatch(source -> context.files().contains(source.path()));
    }

    /** No other instruction can change these folders afterwards. */
    private boolean copiesFoldersToRoot(Instruction instruction) {
        boolean named = !target(instruction).isEmpty();
        return copiesToRoot(instruction)
                && of(instruction).stream()
                        .allMatch(source ->
                                context.files().contains(source.path()) || context.hasFolder(source.path(), named));
    }

    private boolean copiesToRoot(Instruction instruction) {
        String target = target(instruction);
        boolean several = instruction.words().size() > 2;
        return instruction.is("COPY")
                && instruction.flags().stream()
                        .allMatch(flag -> flag.text().startsWith("--chown=")
                                || flag.text().startsWith("--chmod="))
                && of(instruction).size() == instruction.words().size() - 1
                && target.chars().noneMatch(c -> "/$".indexOf(c) >= 0 || c == dockerfile.escape())
                && (target.isEmpty() || !several);
    }

    /** In the root, which is where the working directory of {@code scratch} is. Empty for the root itself. */
    private static String target(Instruction instruction) {
        String written = instruction.words().isEmpty()
                ? ""
                : instruction.words().getLast().text();
        String path = written.startsWith("./") ? written.substring(2) : written.equals(".") ? "" : written;
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private List<ContextSource> of(Instruction instruction) {
        return sources.stream()
                .filter(source -> source.instruction().equals(instruction))
                .toList();
    }
}
