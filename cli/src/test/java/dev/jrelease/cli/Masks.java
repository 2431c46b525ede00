package dev.jrelease.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Puts words in the place of what differs from run to run, the same word for the same thing. */
final class Masks {
    private static final Pattern TIME = Pattern.compile("(?m)^[0-9]{2}:[0-9]{2}:[0-9]{2} ");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    private final Map<String, String> words = new LinkedHashMap<>();
    private final Map<String, String> digests = new LinkedHashMap<>();
    private int commits;

    Masks(String registry, Path folder) {
        words.put(registry, "REGISTRY");
        words.put(folder.toString(), "WORK");
    }

    /** A commit that may be spoken of from now on, in full or shortened. */
    void commit(String head) {
        if (!words.containsKey(head)) {
            commits++;
            words.put(head, "COMMIT-" + commits);
            words.put(head.substring(0, 7), "SHORT-" + commits);
        }
    }

    String apply(String text) {
        String masked = DIGEST.matcher(TIME.matcher(text).replaceAll("")).replaceAll(this::digest);
        for (Map.Entry<String, String> word : words.entrySet()) {
            masked = masked.replace(word.getKey(), word.getValue());
        }
        return masked;
    }

    private String digest(MatchResult found) {
        return digests.computeIfAbsent(found.group(), digest -> "sha256:" + (digests.size() + 1));
    }
}
