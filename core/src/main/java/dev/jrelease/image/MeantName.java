package dev.jrelease.image;

import java.util.Optional;
import java.util.function.Predicate;

/** The name of an image or registry that was meant by one that is written like a URL or a path. */
public final class MeantName {
    private static final String SCHEME_END = "://";
    /** The website of Docker Hub. */
    private static final String WEBSITE = "hub.docker.com/";

    private MeantName() {}

    /** A hint with the name of an image. */
    public static Optional<String> hint(String written) {
        return of(written, MeantName::isImage).map(meant -> "write " + meant);
    }

    /** A hint with a registry or the beginning of names there. One without a registry is of Docker Hub. */
    public static Optional<String> hintOfRegistry(String written) {
        String atDockerHub = ImageReference.DOCKER_HUB + "/" + written;
        return of(written, RegistryPath::isValid)
                .or(() -> RegistryPath.isValid(atDockerHub) ? Optional.of(atDockerHub) : Optional.empty())
                .map(meant -> "write " + meant);
    }

    /** What is written without what no name has, if that changes it. A template may give anything. */
    private static Optional<String> of(String written, Predicate<String> valid) {
        boolean template = written.contains("{{");
        String bare = withoutScheme(written.strip());
        String meant = withoutSlashAtTheEnd(template ? bare : atDockerHub(bare));
        return meant.equals(written) || meant.isEmpty() || !(template || valid.test(meant))
                ? Optional.empty()
                : Optional.of(meant);
    }

    private static String withoutScheme(String text) {
        int end = text.indexOf(SCHEME_END);
        boolean begins = end > 0 && text.substring(0, end).chars().allMatch(Character::isLetterOrDigit);
        return begins ? text.substring(end + SCHEME_END.length()) : text;
    }

    private static String withoutSlashAtTheEnd(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(0, end);
    }

    private static String atDockerHub(String text) {
        return text.replace(WEBSITE + "r/", ImageReference.DOCKER_HUB + "/")
                .replace(WEBSITE + "_/", ImageReference.DOCKER_HUB + "/library/");
    }

    private static boolean isImage(String text) {
        try {
            ImageReference _ = ImageReference.parse(text);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
