package dev.jrelease.facts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a value could be that only the world knows: an environment variable, the content of a file.
 *
 * @param text the value; empty for the name of what is asked for: {@code FOO_BAR} is {@code foo-bar}
 */
public record Guess(String text) {
    /** The first guess: a word that can stand anywhere in the name of an image. */
    public static final Guess NAME = new Guess("");

    /** What turns on whatever waits for it. */
    public static final Guess YES = new Guess("true");

    private static final String HASH = "0123456789abcdef".repeat(4);

    /** What else it could be, the most usual first: with one of these, all that is possible is right. */
    public static final List<Guess> OTHERS = Stream.of(
                    "false",
                    "linux/amd64",
                    "1",
                    "1.2.3",
                    "amd64",
                    "linux",
                    "arm64",
                    "linux/arm64",
                    "arm",
                    "8",
                    "v1",
                    "v8",
                    "--pull",
                    "--amend",
                    HASH,
                    "sha256:" + HASH,
                    "registry.example/name:tag",
                    "a/b/c/d/e.f.g.h.i-j-k-l-m_n_o_p_q,r,s,t:u:v:w;x;y z z z")
            .map(Guess::new)
            .toList();

    /** The value of something that has this name. */
    public String of(String name) {
        return text.isEmpty() ? word(name) : text;
    }

    private static String word(String name) {
        String word = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-").replaceAll("^-+|-+$", "");
        return word.isEmpty() ? "x" : word;
    }
}
