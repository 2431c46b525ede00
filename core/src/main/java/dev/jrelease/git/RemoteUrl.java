package dev.jrelease.git;

import java.util.Optional;
import java.util.regex.Pattern;

/** Takes credentials out of the address of a remote repository. */
final class RemoteUrl {
    private static final Pattern HTTP_USER = Pattern.compile("^(https?://)[^/]*@", Pattern.CASE_INSENSITIVE);
    private static final Pattern PASSWORD = Pattern.compile("^([a-z+]+://[^/:@]*):[^/]*@", Pattern.CASE_INSENSITIVE);

    private RemoteUrl() {}

    /** Absent for a word that is no address, which is what git prints where there is no remote. */
    static Optional<String> withoutCredentials(String printed) {
        String url = HTTP_USER.matcher(printed.strip()).replaceFirst("$1");
        boolean address = url.indexOf('/') >= 0 || url.indexOf(':') >= 0;
        return address ? Optional.of(PASSWORD.matcher(url).replaceFirst("$1@")) : Optional.empty();
    }
}
