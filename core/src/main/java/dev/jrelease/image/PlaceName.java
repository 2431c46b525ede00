package dev.jrelease.image;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The name of a file or folder, and what follows it. */
record PlaceName(String file, Optional<String> rest) {
    /** How skopeo and regctl begin the names of other places. */
    static final Set<String> OTHER_TOOLS =
            Set.of("docker:", "dir:", "oci-archive:", "ocidir:", "containers-storage:", "ostree:", "sif:", "tarball:");

    /** The longest name that exists, else what is before the first colon. */
    static PlaceName split(String text, String named, Predicate<String> exists) {
        int end = named.length();
        while (end > 0 && !exists.test(named.substring(0, end))) {
            end = named.lastIndexOf(':', end - 1);
        }
        if (end <= 0) {
            end = named.indexOf(':') < 0 ? named.length() : named.indexOf(':');
        }
        Optional<String> rest = end < named.length() ? Optional.of(named.substring(end + 1)) : Optional.empty();
        if (end == 0 || rest.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a place for images: a name is missing after a colon");
        }
        return new PlaceName(named.substring(0, end), rest);
    }
}
