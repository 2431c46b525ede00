package dev.jrelease.secret;

import java.util.BitSet;

/** Where in a text a value counts as a secret. A value that could be part of a name counts only if it stands alone. */
enum Occurrence {
    /** Not as a part of a name, such as the name of an image. */
    BY_ITSELF("/:._@-"),
    /** Not as a part of a word. */
    AS_WORD(""),
    ANYWHERE("") {
        @Override
        boolean isEdge(String text, int index) {
            return true;
        }
    };

    private final String partsOfNames;

    Occurrence(String partsOfNames) {
        this.partsOfNames = partsOfNames;
    }

    static Occurrence of(String value) {
        return Randomness.looksRandom(value) ? ANYWHERE : BY_ITSELF;
    }

    Occurrence wider(Occurrence other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Marks the characters of each occurrence of a secret in a text. */
    void mark(String text, String secret, BitSet marks) {
        for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
            int end = at + secret.length();
            if (isEdge(text, at - 1) && isEdge(text, end)) {
                marks.set(at, end);
            }
        }
    }

    boolean isEdge(String text, int index) {
        if (index < 0 || index >= text.length()) {
            return true;
        }
        char neighbour = text.charAt(index);
        if (Character.isLetterOrDigit(neighbour)) {
            return false;
        }
        boolean endsSentence =
                neighbour != '/' && (index + 1 == text.length() || Character.isWhitespace(text.charAt(index + 1)));
        return endsSentence || partsOfNames.indexOf(neighbour) < 0;
    }
}
