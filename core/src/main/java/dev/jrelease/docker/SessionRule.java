package dev.jrelease.docker;

import dev.jrelease.dockerfile.Dockerfile;
import dev.jrelease.dockerfile.Instruction;
import dev.jrelease.text.SearchPattern;

/**
 * Decides whether a build needs a session. Without one, an engine refuses even public base images if their registry
 * requires a token. A build from {@code scratch} and its own files needs none. An unused session costs 50 ms, so it is
 * opened in case of doubt.
 */
final class SessionRule {
    /** Files from other places; {@code ONBUILD} may contain any instruction. */
    private static final SearchPattern REMOTE = SearchPattern.of("(?i)--from|--mount|://|git@");

    private SessionRule() {}

    static boolean needsSession(ImageBuild build) {
        return !build.secrets().isEmpty()
                || !build.cache().from().isEmpty()
                || build.buildArgs().containsKey("BUILDKIT_SYNTAX")
                || !SentContext.read(build)
                        .map(SentContext::dockerfile)
                        .map(SessionRule::isFromScratch)
                        .orElse(false);
    }

    static boolean isFromScratch(String text) {
        Dockerfile dockerfile = Dockerfile.parse(text);
        return dockerfile.syntax().isEmpty()
                && dockerfile.instructions().stream().noneMatch(SessionRule::isRemote);
    }

    private static boolean isRemote(Instruction instruction) {
        if (instruction.is("FROM")) {
            return instruction.words().isEmpty()
                    || !instruction.words().getFirst().text().equalsIgnoreCase("scratch");
        }
        boolean mounts = instruction.flags().stream()
                .anyMatch(
                        flag -> flag.text().startsWith("--from") || flag.text().startsWith("--mount"));
        return mounts || REMOTE.isIn(instruction.arguments());
    }
}
