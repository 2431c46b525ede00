package dev.jrelease.fields;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of a release at its git host. */
final class ReleasePage {
    private static final Pattern REMOTE =
            Pattern.compile("(?:[a-z+]+://)?(?:[^@/]*@)?([^:/@]+)(?::\\d+(?=/))?[:/]+(.+?)(?:\\.git)?/?");

    private ReleasePage() {}

    /** Absent if the address of the remote does not name a host. */
    static Optional<String> of(String remote, String tag) {
        Matcher parts = REMOTE.matcher(remote);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String releases = parts.group(1).contains("gitlab") ? "/-/releases/" : "/releases/tag/";
        return Optional.of("https://" + parts.group(1) + "/" + parts.group(2) + releases + tag);
    }
}
