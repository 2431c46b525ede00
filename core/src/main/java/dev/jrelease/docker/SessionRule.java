package dev.jrelease.docker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Decides whether a build needs a session. An engine refuses even public base images without one, if their registry
 * asks for a token; a build from nothing else than {@code scratch} and its own files asks for nothing. In doubt the
 * answer is yes: a session that nobody uses costs 50 ms, one that is missing costs the build.
 */
final class SessionRule {
    private static final int LONGEST_DOCKERFILE = 1024 * 1024;
    private static final Pattern FROM = Pattern.compile("^\\s*FROM\\b(.*)$", Pattern.CASE_INSENSITIVE);

    /** Other images, mounts, remote files, or a frontend that has to be pulled itself. */
    private static final Pattern REMOTE = Pattern.compile("--from|--mount|://|git@|syntax", Pattern.CASE_INSENSITIVE);

    private SessionRule() {}

    static boolean needsSession(ImageBuild build) {
        return !build.secrets().isEmpty()
                || !build.cacheFrom().isEmpty()
                || build.buildArgs().containsKey("BUILDKIT_SYNTAX")
                || !dockerfile(build).map(SessionRule::isFromScratch).orElse(false);
    }

    static boolean isFromScratch(String dockerfile) {
        return !REMOTE.matcher(dockerfile).find()
                && dockerfile
                        .lines()
                        .map(FROM::matcher)
                        .filter(line -> line.matches())
                        .allMatch(line -> base(line.group(1)).equals("scratch"));
    }

    private static String base(String afterFrom) {
        List<String> words = Arrays.stream(afterFrom.strip().split("\\s+"))
                .filter(word -> !word.startsWith("--"))
                .toList();
        return words.isEmpty() ? "" : words.getFirst().toLowerCase(Locale.ROOT);
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
            // Sending it fails in the same way, and says so.
        }
        return Optional.empty();
    }

    private static boolean isNamed(TarArchiveEntry entry, String path) {
        String name = entry.getName();
        return name.equals(path) || name.equals("./" + path);
    }
}
