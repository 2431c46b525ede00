package dev.jrelease.image;

import dev.jrelease.text.LinearPattern;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of an image: registry, repository, and a tag, a digest or both. Always in the long form, {@code
 * docker.io/acme/app:latest} for {@code acme/app}, so that two spellings of one name are equal.
 *
 * @param registry host, with port where one is written
 * @param repository path in the registry
 * @param tag empty if only a digest is given
 * @see <a href="https://pkg.go.dev/github.com/distribution/reference">the grammar, as Docker has it</a>
 */
public record ImageReference(String registry, String repository, Optional<String> tag, Optional<Digest> digest) {
    /** The registry of names that do not contain one. */
    public static final String DOCKER_HUB = "docker.io";

    private static final String OFFICIAL = "library/";
    private static final String LATEST = "latest";
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_SHOWN = 400;
    private static final LinearPattern REPOSITORY = LinearPattern.of("[a-z0-9]++(?:(?:[./]|__?|-++)[a-z0-9]++)*+");
    private static final LinearPattern TAG = LinearPattern.of("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");

    /**
     * Parses a reference in any spelling.
     *
     * @throws IllegalArgumentException with a message for users, if no registry would accept the name
     */
    public static ImageReference parse(String text) {
        String rest = text;
        Optional<Digest> digest = Optional.empty();
        int at = rest.indexOf('@');
        if (at >= 0) {
            String written = rest.substring(at + 1);
            digest = Optional.of(Digest.parse(written)
                    .orElseThrow(() -> refused(text, "'" + written + "' is not sha256: and 64 hexadecimal digits")));
            rest = rest.substring(0, at);
        }
        Optional<String> tag = Optional.empty();
        int colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
        if (colon >= 0) {
            tag = Optional.of(rest.substring(colon + 1));
            rest = rest.substring(0, colon);
        }
        if (tag.isEmpty() && digest.isEmpty()) {
            tag = Optional.of(LATEST);
        }
        int slash = rest.indexOf('/');
        boolean hasHost = slash > 0 && looksLikeHost(rest.substring(0, slash));
        String registry = hasHost ? canonicalHost(rest.substring(0, slash)) : DOCKER_HUB;
        String path = hasHost ? rest.substring(slash + 1) : rest;
        boolean official = registry.equals(DOCKER_HUB) && path.indexOf('/') < 0;
        return checked(text, new ImageReference(registry, official ? OFFICIAL + path : path, tag, digest));
    }

    /** Whether the first component of a name is a host, by Docker's rule. */
    public static boolean looksLikeHost(String first) {
        return first.indexOf('.') >= 0
                || first.indexOf(':') >= 0
                || first.equals("localhost")
                || !first.equals(first.toLowerCase(Locale.ROOT));
    }

    static String canonicalHost(String host) {
        return host.equals("index.docker.io") || host.equals("registry-1.docker.io") ? DOCKER_HUB : host;
    }

    private static ImageReference checked(String text, ImageReference reference) {
        RegistryName.problem(reference.registry).ifPresent(why -> {
            throw refused(text, why);
        });
        if (reference.repository.length() > LONGEST_NAME) {
            throw refused(text, "its repository is longer than " + LONGEST_NAME + " characters");
        }
        if (!isRepository(reference.repository)) {
            boolean shortName = !text.contains(OFFICIAL) && reference.registry.equals(DOCKER_HUB);
            String path = shortName && reference.repository.startsWith(OFFICIAL)
                    ? reference.repository.substring(OFFICIAL.length())
                    : reference.repository;
            throw refused(text, whyNotRepository(path, !isLowerCase(path)));
        }
        reference.tag.filter(tag -> !TAG.matches(tag)).ifPresent(tag -> {
            throw refused(text, whyNotTag(tag));
        });
        return reference;
    }

    private static boolean isLowerCase(String path) {
        return path.equals(path.toLowerCase(Locale.ROOT));
    }

    /** Why the text is not a valid registry; empty if it is one. */
    public static Optional<String> whyNotRegistry(String host) {
        return RegistryName.problem(host);
    }

    /** Whether the path is a valid repository, or a component of one. */
    public static boolean isRepository(String path) {
        return path.length() <= LONGEST_NAME && REPOSITORY.matches(path);
    }

    /** Why the path is not a valid repository. */
    public static String whyNotRepository(String path, boolean upperCase) {
        if (path.isEmpty() || path.equals(OFFICIAL)) {
            return "it has no repository";
        }
        if (upperCase) {
            return "its repository '" + path + "' must be lower case";
        }
        return "its repository '" + path + "' may hold only lower-case letters, digits and single separators";
    }

    /** Why the text is not a valid tag. */
    public static String whyNotTag(String tag) {
        if (tag.isEmpty()) {
            return "its tag is empty";
        }
        if (tag.length() > 128) {
            return "its tag is longer than 128 characters";
        }
        return "its tag '" + tag + "' may hold only letters, digits, '_', '.' and '-', and not begin with the last two";
    }

    private static IllegalArgumentException refused(String text, String why) {
        return new IllegalArgumentException(refusal(text, why));
    }

    /** The message for a text that is not a reference. */
    public static String refusal(String text, String why) {
        return "'" + shown(text) + "' is not an image reference: " + shown(why);
    }

    /** Shortens the text, because a template may produce a whole file by mistake. */
    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    /** Registry and repository, without tag and digest. */
    public String name() {
        return registry + "/" + repository;
    }

    /** The short form without a digest, as Docker shows it: {@code hello:1.0}. */
    public String familiar() {
        String name = registry.equals(DOCKER_HUB) ? repository : name();
        return (registry.equals(DOCKER_HUB) && name.startsWith(OFFICIAL) ? name.substring(OFFICIAL.length()) : name)
                + tag.map(text -> ":" + text).orElse("");
    }

    /** The key of the manifest in the registry's API: the digest if there is one, else the tag. */
    public String manifestKey() {
        return digest.map(Digest::toString).or(() -> tag).orElse(LATEST);
    }

    /** The long form with all parts. */
    @Override
    public String toString() {
        return name()
                + tag.map(text -> ":" + text).orElse("")
                + digest.map(of -> "@" + of).orElse("");
    }
}
