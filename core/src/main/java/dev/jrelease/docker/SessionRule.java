package dev.jrelease.docker;

import dev.jrelease.dockerfile.Dockerfile;
import dev.jrelease.dockerfile.Instruction;
import dev.jrelease.text.SearchPattern;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Decides whether a build needs a session. Without one, an engine refuses even public base images if their registry
 * requires a token. A build from {@code scratch} and its own files needs none. An unused session costs 50 ms, so it is
 * opened in case of doubt.
 */
final class SessionRule {
    private static final int LONGEST_DOCKERFILE = 1024 * 1024;

    /** Files from other places; {@code ONBUILD} may contain any instruction. */
    private static final SearchPattern REMOTE = SearchPattern.of("(?i)--from|--mount|://|git@");

    private SessionRule() {}

    static boolean needsSession(ImageBuild build) {
        return !build.secrets().isEmpty()
                || !build.cache().from().isEmpty()
                || build.buildArgs().containsKey("BUILDKIT_SYNTAX")
                || !dockerfile(build).map(SessionRule::isFromScratch).orElse(false);
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

    private static Optional<String> dockerfile(ImageBuild build) {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(build.context()));
                TarArchiveInputStream tar = new TarArchiveInputStream(file)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && entry.getSize() <= LONGEST_DOCKERFILE && isNamed(entry, build.dockerfile())) {
                    return Optional.of(new String(tar.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException unreadable) {
            // The request of the build fails in the same way and reports the error.
        }
        return Optional.empty();
    }

    private static boolean isNamed(TarArchiveEntry entry, String path) {
        String name = entry.getName();
        return name.equals(path) || name.equals("./" + path);
    }
}
