package dev.jrelease.facts;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a release was asked for.
 *
 * @param tag that {@code --tag} names
 * @param snapshot whether nothing is going to be published, so that the state of the repository does not matter
 * @param dist the folder for results, which does not count as a change of the repository
 * @param rules which tags are versions of the project
 */
public record FactsRequest(Optional<String> tag, boolean snapshot, Path dist, TagRules rules) {}
