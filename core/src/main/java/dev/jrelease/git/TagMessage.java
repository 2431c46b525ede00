package dev.jrelease.git;

/**
 * The message of an annotated tag, or of the commit of a lightweight one.
 *
 * @param subject the first paragraph, on one line
 * @param body the text after the subject
 * @param contents the whole message
 */
public record TagMessage(String subject, String body, String contents) {
    public static final TagMessage NONE = new TagMessage("", "", "");
}
