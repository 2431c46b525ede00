package dev.jrelease.fields;

import dev.jrelease.text.LinearPattern;
import java.util.Optional;

/** The URL of a release at its git host. */
final class ReleasePage {
    private static final LinearPattern REMOTE =
            LinearPattern.of("(?:[a-z+]++://)?(?:[^@/]*+@)?([^:/@]++)(?::\\d{1,9}(?=/))?[:/]++(.++)");

    private ReleasePage() {}

    /** Empty if the URL of the remote has no host. */
    static Optional<String> of(String remote, String tag) {
        return REMOTE.match(remote).map(parts -> {
            String host = parts.group(1);
            String releases = host.contains("gitlab") ? "/-/releases/" : "/releases/tag/";
            return "https://" + host + "/" + without(".git", without("/", parts.group(2))) + releases + tag;
        });
    }

    private static String without(String end, String text) {
        boolean more = text.length() > end.length() && text.endsWith(end);
        return more ? text.substring(0, text.length() - end.length()) : text;
    }
}
