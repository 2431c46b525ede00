package dev.jrelease.facts;

import dev.jrelease.git.GitState;
import dev.jrelease.git.TagMessage;
import java.util.Optional;

/**
 * The facts of the repository.
 *
 * @param previousTag the previous version's tag in the history, without the prefix; absent for a first release
 * @param message of the tag; empty if there is no tag
 * @param summary the tag, with distance and commit if HEAD is not at it, and {@code -dirty} if the tree has changes
 */
public record GitFacts(GitState state, Optional<String> previousTag, TagMessage message, String summary) {}
