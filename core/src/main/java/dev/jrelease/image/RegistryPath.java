package dev.jrelease.image;

import dev.jrelease.text.LinearPattern;
import java.util.Optional;

/**
 * A registry, or the beginning of the names in it up to a slash: {@code ghcr.io}, {@code ghcr.io/acme}.
 *
 * @param host with the port where one is written
 * @param path of the beginning; empty for all names of the registry
 */
public record RegistryPath(String host, String path) {
    /** What YAML reads as a number names no host. */
    private static final LinearPattern NUMBER = LinearPattern.of("[0-9]{1,9}\\.[0-9]{0,9}");

    /** Parses a registry with or without a path; empty if no name of an image begins like this. */
    public static Optional<RegistryPath> parse(String text) {
        return isValid(text) ? Optional.of(split(text)) : Optional.empty();
    }

    private static RegistryPath split(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        return new RegistryPath(ImageReference.canonicalHost(host), slash < 0 ? "" : text.substring(slash + 1));
    }

    static boolean isValid(String text) {
        RegistryPath path = split(text);
        return ImageReference.looksLikeHost(path.host)
                && !NUMBER.matches(text)
                && RegistryName.problem(path.host).isEmpty()
                && (text.indexOf('/') < 0 || ImageReference.isRepository(path.path));
    }

    /** Whether the repository is in it. */
    public boolean contains(ImageReference repository) {
        String begin = path + "/";
        return repository.registry().equals(host)
                && (path.isEmpty() || (repository.repository() + "/").startsWith(begin));
    }

    @Override
    public String toString() {
        return path.isEmpty() ? host : host + "/" + path;
    }
}
