package dev.jrelease.secret;

/** Recognizes random words, which are probably secrets, inside a longer word. */
final class RandomWord {
    private static final int MOST_PADDING = 2;

    private RandomWord() {}

    static String mask(String text) {
        StringBuilder masked = new StringBuilder();
        int done = 0;
        for (int at = 0; at < text.length(); at++) {
            int end = Characters.endOfRun(text, at, "+/_-");
            if (end - at >= Randomness.LONG) {
                end = withPadding(text, end);
                if (Randomness.looksSecret(text.substring(at, end))) {
                    masked.append(text, done, at).append(Secret.MASK);
                    done = end;
                }
            }
            at = Math.max(at, end - 1);
        }
        return done == 0 ? text : masked.append(text, done, text.length()).toString();
    }

    private static int withPadding(String text, int from) {
        int end = from;
        while (end < text.length() && end < from + MOST_PADDING && text.charAt(end) == '=') {
            end++;
        }
        return end;
    }
}
