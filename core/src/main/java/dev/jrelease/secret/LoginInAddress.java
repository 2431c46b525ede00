package dev.jrelease.secret;

/** Masks the password in a URL such as {@code https://user:password@host/}. */
final class LoginInAddress {
    private static final String SCHEME_END = "://";

    private LoginInAddress() {}

    static String mask(String text) {
        if (text.indexOf('@') < 0) {
            return text;
        }
        StringBuilder masked = new StringBuilder();
        int done = 0;
        for (int at = text.indexOf(SCHEME_END); at >= 0; at = text.indexOf(SCHEME_END, at + SCHEME_END.length())) {
            int password = end(text, at + SCHEME_END.length(), ":") + 1;
            int end = lastAt(text, password);
            if (is(text, password - 1, ':') && end > password && is(text, end, '@')) {
                masked.append(text, done, password).append(Secret.MASK);
                done = end;
            }
        }
        return done == 0 ? text : masked.append(text, done, text.length()).toString();
    }

    private static boolean is(String text, int at, char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    /** A password may contain an at sign: the last one before the host ends it. */
    private static int lastAt(String text, int from) {
        int last = end(text, from, "");
        for (int at = last; is(text, at, '@'); at = end(text, at + 1, "")) {
            last = at;
        }
        return last;
    }

    /** The end of a part of a URL. It contains no slash, so that no character is read twice. */
    private static int end(String text, int from, String more) {
        int at = from;
        while (at < text.length() && !isEnd(text.charAt(at)) && more.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static boolean isEnd(char character) {
        return character == '/' || character == '@' || Characters.isSpace(character);
    }
}
