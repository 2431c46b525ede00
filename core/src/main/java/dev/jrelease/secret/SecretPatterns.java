package dev.jrelease.secret;

/** Masks words in text of other programs that look like secrets, even if they are not known. The time is linear. */
final class SecretPatterns {
    private static final String OF_TOKENS = "+/_.~=-";
    private static final String ENCODED_SPACE = "%20";
    private static final int SHORTEST_LOGIN = 8;
    private static final int SHORTEST_TOKEN = 15;

    private SecretPatterns() {}

    static String mask(String text) {
        return maskWords(LoginInAddress.mask(text));
    }

    private static String maskWords(String text) {
        StringBuilder masked = new StringBuilder();
        int done = 0;
        for (int at = 0; at < text.length(); at++) {
            int end = Characters.endOfRun(text, at, OF_TOKENS);
            if (end - at >= SHORTEST_LOGIN) {
                String word = text.substring(at, end);
                String shown = shown(word, text, at);
                if (!shown.equals(word)) {
                    masked.append(text, done, at).append(shown);
                    done = end;
                }
            }
            at = end;
        }
        return done == 0 ? text : masked.append(text, done, text.length()).toString();
    }

    private static String shown(String word, String text, int at) {
        boolean encoded = at > 0 && text.startsWith(ENCODED_SPACE, at - 1);
        String login = encoded ? word.substring(ENCODED_SPACE.length() - 1) : word;
        if (login.length() >= SHORTEST_LOGIN && follows(text, at + word.length() - login.length()) && !isWords(login)) {
            return word.substring(0, word.length() - login.length()) + Secret.MASK;
        }
        return word.length() >= SHORTEST_TOKEN ? IssuedToken.mask(word) : word;
    }

    /** Whether the text after the scheme is prose, as in {@code Basic authentication}. */
    private static boolean isWords(String login) {
        return login.chars().allMatch(c -> Character.isLowerCase(c) || c == '.' || c == '=' || c == '-');
    }

    /** Whether the scheme of a login and white space come before this index. */
    private static boolean follows(String text, int at) {
        int space = at;
        int before = beforeSpace(text, space);
        while (before < space) {
            space = before;
            before = beforeSpace(text, space);
        }
        return space < at && (endsWith(text, space, "basic") || endsWith(text, space, "bearer"));
    }

    private static int beforeSpace(String text, int end) {
        if (end > 0 && Characters.isSpace(text.charAt(end - 1))) {
            return end - 1;
        }
        int encoded = end - ENCODED_SPACE.length();
        return encoded >= 0 && text.startsWith(ENCODED_SPACE, encoded) ? encoded : end;
    }

    private static boolean endsWith(String text, int end, String scheme) {
        int start = end - scheme.length();
        return start >= 0
                && text.regionMatches(true, start, scheme, 0, scheme.length())
                && (start == 0 || !Characters.isLetterOrDigitOr("_", text.charAt(start - 1)));
    }
}
