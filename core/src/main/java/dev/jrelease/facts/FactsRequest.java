package dev.jrelease.facts;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a release was asked for.
 *
 * @param tag that {@code --tag} names
 * @param snapshot whether nothing is going to be published, so that the state of the repository does not matter
 * @param dist the folder for results, which does not count as a change of the repository
 */
public record FactsRequest(Optional<String> tag, boolean snapshot, Path dist) {}
