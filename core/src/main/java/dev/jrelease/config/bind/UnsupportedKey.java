package dev.jrelease.config.bind;

/**
 * A known key that is not followed, from {@link Unsupported}.
 *
 * @param why as the second half of a sentence
 * @param changesImage whether the key changes the image
 */
public record UnsupportedKey(String key, String why, boolean changesImage) {

    static UnsupportedKey of(Note note) {
        return new UnsupportedKey(
                note.values().get(1),
                note.values().get(2),
                Boolean.parseBoolean(note.values().getFirst()));
    }
}
