package dev.jrelease.git;

import dev.jrelease.text.LinearPattern;
import java.util.Optional;

/** Takes credentials out of the address of a remote repository. */
final class RemoteUrl {
    private static final LinearPattern HTTP_USER = LinearPattern.of("(?i)(https?://)(?:[^/@]*+@)++");
    private static final LinearPattern PASSWORD = LinearPattern.of("(?i)([a-z+]++://[^/:@]*+):(?:[^/@]*+@)++");

    private RemoteUrl() {}

    /** Absent for a word that is no address, which is what git prints where there is no remote. */
    static Optional<String> withoutCredentials(String printed) {
        String url = changed(HTTP_USER, printed.strip(), "");
        boolean address = url.indexOf('/') >= 0 || url.indexOf(':') >= 0;
        return address ? Optional.of(changed(PASSWORD, url, "@")) : Optional.empty();
    }

    private static String changed(LinearPattern login, String url, String end) {
        return login.matchAtStart(url)
                .map(found -> found.group(1) + end + url.substring(found.end()))
                .orElse(url);
    }
}
