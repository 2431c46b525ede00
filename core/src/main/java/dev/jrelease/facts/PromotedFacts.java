package dev.jrelease.facts;

/** The facts of a candidate, as its own release had them, and those of the release that it becomes. */
public record PromotedFacts(ReleaseFacts candidate, ReleaseFacts release) {}
