package dev.jrelease.git;

/**
 * What an annotated tag says; for a lightweight one, what its commit says.
 *
 * @param subject the first paragraph, on one line
 * @param body what follows it
 * @param contents all of it
 */
public record TagMessage(String subject, String body, String contents) {
    public static final TagMessage NONE = new TagMessage("", "", "");
}
