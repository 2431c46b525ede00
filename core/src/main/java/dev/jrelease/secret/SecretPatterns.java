package dev.jrelease.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

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
        if (login.length() >= SHORTEST_LOGIN && isSent(login, text, at + word.length() - login.length())) {
            return word.substring(0, word.length() - login.length()) + Secret.MASK;
        }
        return word.length() >= SHORTEST_TOKEN ? IssuedToken.mask(word) : word;
    }

    /** Whether the scheme of a login and white space come before this index, as in a header of a request. */
    private static boolean isSent(String login, String text, int at) {
        int space = at;
        int before = beforeSpace(text, space);
        while (before < space) {
            space = before;
            before = beforeSpace(text, space);
        }
        return space < at
                && ((endsWith(text, space, "bearer") && !isWords(login))
                        || (endsWith(text, space, "basic") && isNameAndPassword(login)));
    }

    /** Whether the text after the scheme is prose, as in {@code Bearer authentication}. */
    private static boolean isWords(String login) {
        return login.chars().allMatch(c -> Character.isLowerCase(c) || c == '.' || c == '=' || c == '-');
    }

    /** Whether this is how a header has a name and a password; it may be cut off. */
    private static boolean isNameAndPassword(String login) {
        String plain = login.replace("=", "").replace('+', '-').replace('/', '_');
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(plain.substring(0, plain.length() - plain.length() % 4));
            String text = new String(decoded, StandardCharsets.ISO_8859_1);
            return text.indexOf(':') >= 0 && text.chars().noneMatch(c -> c < ' ');
        } catch (IllegalArgumentException _) {
            return false;
        }
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
                && (start == 0 || !Characters.isLetterOrDigitOr("_-./", text.charAt(start - 1)));
    }
}
