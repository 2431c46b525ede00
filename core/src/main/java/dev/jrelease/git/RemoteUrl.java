package dev.jrelease.git;

import dev.jrelease.text.LinearPattern;
import java.util.Optional;

/** Removes credentials from the URL of a remote repository. */
final class RemoteUrl {
    private static final LinearPattern HTTP_USER = LinearPattern.of("(?i)(https?://)(?:[^/@]*+@)++");
    private static final LinearPattern PASSWORD = LinearPattern.of("(?i)([a-z+]++://[^/:@]*+):(?:[^/@]*+@)++");

    private RemoteUrl() {}

    /** Empty for a text that is not a URL, which git prints if there is no remote. */
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
