package dev.jrelease.secret;

import java.util.List;

/** Recognizes tokens by the prefix of their issuer, such as {@code ghp_…}. */
final class IssuedToken {
    private static final List<String> BEGINNINGS = List.of(
            "ghp_",
            "gho_",
            "ghu_",
            "ghs_",
            "ghr_",
            "github_pat_",
            "glpat-",
            "dckr_pat_",
            "dckr_oat_",
            "npm_",
            "xoxa-",
            "xoxb-",
            "xoxp-",
            "xoxr-",
            "xoxs-",
            "sk-",
            "hvs.",
            "AKIA",
            "ASIA",
            "AIza",
            "ya29.");
    private static final String JSON_WEB_TOKEN = "eyJ";
    private static final int SHORTEST_HEADER = 8;
    private static final int SHORTEST = 12;

    private final String word;
    private int endOfHeader;

    private IssuedToken(String word) {
        this.word = word;
    }

    /** A word in which such tokens, and values that {@link Randomness} recognizes, are masked. */
    static String mask(String word) {
        return new IssuedToken(word).masked();
    }

    private String masked() {
        StringBuilder masked = new StringBuilder();
        int done = 0;
        for (int at = 0; at + SHORTEST < word.length(); at++) {
            int secret = isStart(at) ? afterBeginning(at) : at;
            if (secret > at && Characters.endOfRun(beginning(secret), 0, "_.-") == SHORTEST) {
                masked.append(RandomWord.mask(word.substring(done, at))).append(Secret.MASK);
                done = Characters.endOfRun(word, secret, "_.-");
                at = done - 1;
            }
        }
        String rest = RandomWord.mask(word.substring(done));
        return masked.append(rest).toString();
    }

    private boolean isStart(int at) {
        return at == 0 || !Characters.isLetterOrDigitOr("_", word.charAt(at - 1));
    }

    private String beginning(int at) {
        return word.substring(at, Math.min(at + SHORTEST, word.length()));
    }

    /** The index after the prefix, or {@code at} if no token begins there. */
    private int afterBeginning(int at) {
        if (word.startsWith(JSON_WEB_TOKEN, at)) {
            int end = endOfHeader(at);
            boolean isHeader = end - at >= JSON_WEB_TOKEN.length() + SHORTEST_HEADER && word.startsWith(".", end);
            return isHeader ? end + 1 : at;
        }
        return BEGINNINGS.stream()
                .filter(beginning -> word.startsWith(beginning, at))
                .mapToInt(beginning -> at + beginning.length())
                .findFirst()
                .orElse(at);
    }

    /** The result is kept, because a word may contain thousands of candidates for a header. */
    private int endOfHeader(int at) {
        if (endOfHeader <= at) {
            endOfHeader = Characters.endOfRun(word, at, "_-");
        }
        return endOfHeader;
    }
}
