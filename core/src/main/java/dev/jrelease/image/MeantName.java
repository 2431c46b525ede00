package dev.jrelease.image;

import dev.jrelease.text.SearchPattern;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The name of an image or registry that was meant by one that is written like a URL, a path or a shell's variable. */
public final class MeantName {
    private static final String SCHEME_END = "://";
    /** The website of Docker Hub. */
    private static final String WEBSITE = "hub.docker.com/";

    private static final SearchPattern ONE_BRACE = SearchPattern.of("\\{ ?(\\.[A-Za-z][A-Za-z0-9_.]{0,60}) ?\\}");
    private static final SearchPattern OF_SHELL =
            SearchPattern.of("\\$(?:([A-Za-z_][A-Za-z0-9_]{0,60})|\\{([A-Za-z_][A-Za-z0-9_]{0,60})\\})");
    private static final Map<String, String> FIELDS = Map.of(
            "VERSION", "Version",
            "TAG", "Tag",
            "COMMIT", "FullCommit",
            "SHORT_COMMIT", "ShortCommit",
            "PROJECT_NAME", "ProjectName");

    private MeantName() {}

    /** A hint with the name of an image. */
    public static Optional<String> hint(String written) {
        return of(withTemplates(written), written, MeantName::isImage)
                .or(() -> written.contains("{{")
                        ? Optional.empty()
                        : of(inLowerCase(written), written, MeantName::isImage))
                .map(meant -> "write " + meant);
    }

    /** A hint with the name in lower case. */
    public static Optional<String> lowerCase(String written) {
        return written.contains("{{") ? Optional.of("write " + inLowerCase(written)) : hint(written);
    }

    /** What was meant as templates, written so. */
    private static String withTemplates(String text) {
        String braces = text.contains("{{") ? text : ONE_BRACE.replace(text, found -> "{{ " + found.group(1) + " }}");
        return OF_SHELL.replace(braces, found -> {
            String name = found.group(1) == null ? found.group(2) : found.group(1);
            return "{{ ." + FIELDS.getOrDefault(name, "Env." + name) + " }}";
        });
    }

    /** The name in lower case; expressions stay as they are, and the tag. */
    private static String inLowerCase(String text) {
        int tag = text.indexOf(':', text.lastIndexOf('/') + 1);
        int end = tag < 0 ? text.length() : tag;
        int hole = text.substring(0, end).indexOf("{{");
        int after = hole < 0 ? -1 : text.indexOf("}}", hole);
        if (after < 0) {
            return text.substring(0, end).toLowerCase(Locale.ROOT) + text.substring(end);
        }
        return text.substring(0, hole).toLowerCase(Locale.ROOT)
                + text.substring(hole, after + 2)
                + inLowerCase(text.substring(after + 2));
    }

    /** A hint with a registry or the beginning of names there. One without a registry is of Docker Hub. */
    public static Optional<String> hintOfRegistry(String written) {
        String atDockerHub = ImageReference.DOCKER_HUB + "/" + written;
        return of(written, written, RegistryPath::isValid)
                .or(() -> RegistryPath.isValid(atDockerHub) ? Optional.of(atDockerHub) : Optional.empty())
                .map(meant -> "write " + meant);
    }

    /** A text without what no name has, if it is not what is written. A template may give anything. */
    private static Optional<String> of(String text, String written, Predicate<String> valid) {
        boolean template = text.contains("{{");
        String bare = withoutScheme(text.strip());
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
