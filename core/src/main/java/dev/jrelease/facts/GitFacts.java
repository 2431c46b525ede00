package dev.jrelease.facts;

import dev.jrelease.git.GitState;
import dev.jrelease.git.TagMessage;
import java.util.Optional;

/**
 * What the repository says about the release.
 *
 * @param previousTag the version's tag before this one in history, without the prefix; absent for a first release
 * @param message of the tag; empty where there is no tag
 * @param summary the tag, with distance and commit where HEAD is not at it, and {@code -dirty} where that is so
 */
public record GitFacts(GitState state, Optional<String> previousTag, TagMessage message, String summary) {}
