package dev.jrelease.facts;

/**
 * A version that was published to be tested, and becomes a release without being built again.
 *
 * @param tag its tag, or its version alone
 * @param ofAnyCommit whether it may be of another commit than the release
 */
public record Candidate(String tag, boolean ofAnyCommit) {}
