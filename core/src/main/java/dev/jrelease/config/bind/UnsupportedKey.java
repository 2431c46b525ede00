package dev.jrelease.config.bind;

/**
 * A key that is known and not followed, as {@link Unsupported} says it.
 *
 * @param why as the second half of a sentence
 * @param changesImage whether an image is another without it
 */
public record UnsupportedKey(String key, String why, boolean changesImage) {

    static UnsupportedKey of(Note note) {
        return new UnsupportedKey(
                note.values().get(1),
                note.values().get(2),
                Boolean.parseBoolean(note.values().getFirst()));
    }
}
