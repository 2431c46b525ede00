package dev.jrelease.publish;

import dev.jrelease.image.ImageSource;
import dev.jrelease.version.SemanticVersion;
import java.util.List;
import java.util.Optional;

/**
 * What is published together.
 *
 * @param version of what is published; empty if it has none that can be compared
 * @param source where all content lies
 */
public record Publication(
        String project,
        String versionText,
        Optional<SemanticVersion> version,
        ImageSource source,
        List<Destination> destinations) {
    public Publication {
        destinations = List.copyOf(destinations);
    }

    public static Publication of(String project, String version, ImageSource source, List<Destination> destinations) {
        return new Publication(project, version, SemanticVersion.parse(version), source, destinations);
    }
}
