package dev.jrelease.facts;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@link FactsReader} needs to know.
 *
 * @param tag of the command line
 * @param dist the folder for results, which does not count as a change of the repository
 * @param rules which tags are versions of the project
 */
public record FactsRequest(Optional<String> tag, Path dist, TagRules rules) {}
