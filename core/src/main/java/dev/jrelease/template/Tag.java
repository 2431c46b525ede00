package dev.jrelease.template;

/**
 * A tag of a template.
 *
 * @param start of its first brace
 * @param inside the text between the braces
 * @param cutFrom the end of the text before it, without white space that a dash trims, or that is alone on its line
 * @param cutTo the start of the text after it
 */
record Tag(int start, String inside, int cutFrom, int cutTo) {
    private static final String ALONE = "#^/!";
    private static final String BLANK = " \t\r";

    static Tag of(String text, int start, int end, String inside) {
        if (!inside.isEmpty() && ALONE.indexOf(inside.charAt(0)) >= 0 && !inside.startsWith("/*")) {
            return alone(text, start, end, inside);
        }
        int from = trimsBefore(inside) ? startOfSpace(text, start) : start;
        int to = trimsAfter(inside) ? endOfSpace(text, end) : end;
        return new Tag(start, inside, from, to);
    }

    /** Sections and comments of mustache that are alone on a line include the line. */
    private static Tag alone(String text, int start, int end, String inside) {
        int from = start;
        while (from > 0 && BLANK.indexOf(text.charAt(from - 1)) >= 0) {
            from--;
        }
        int to = end;
        while (to < text.length() && BLANK.indexOf(text.charAt(to)) >= 0) {
            to++;
        }
        boolean alone =
                (from == 0 || text.charAt(from - 1) == '\n') && (to == text.length() || text.charAt(to) == '\n');
        return alone
                ? new Tag(start, inside, from, Math.min(to + 1, text.length()))
                : new Tag(start, inside, start, end);
    }

    private static boolean trimsBefore(String inside) {
        return inside.startsWith("-") && inside.length() > 1 && Character.isWhitespace(inside.charAt(1));
    }

    private static boolean trimsAfter(String inside) {
        int last = inside.length() - 1;
        return inside.endsWith("-") && last > 0 && Character.isWhitespace(inside.charAt(last - 1));
    }

    private static int startOfSpace(String text, int from) {
        int at = from;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int endOfSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The inside without trim marks. Leading marks become spaces, so that offsets stay. */
    String expression() {
        String expression = inside;
        if (trimsBefore(expression)) {
            expression = " " + expression.substring(1);
        }
        return trimsAfter(expression) ? expression.substring(0, expression.length() - 1) : expression;
    }

    boolean isComment() {
        return expression().strip().startsWith("/*");
    }

    /** The offset in the text of a character of the inside. */
    int offset(int insideOffset) {
        return start + 2 + insideOffset;
    }
}
