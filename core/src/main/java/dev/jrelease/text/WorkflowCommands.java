package dev.jrelease.text;

/** Recognizes workflow commands of CI systems in text, and changes them so that they are shown as text. */
final class WorkflowCommands {
    private WorkflowCommands() {}

    /** {@code ::name::text} at the start of a line, after any white space. */
    static String undone(String text) {
        StringBuilder undone = new StringBuilder();
        int done = 0;
        for (int line = 0; line < text.length(); line = endOfLine(text, line) + 1) {
            int start = afterSpace(text, line);
            if (text.startsWith("::", start)) {
                undone.append(text, done, start + 1).append(' ');
                done = start + 1;
            }
        }
        return undone.append(text, done, text.length()).toString();
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static int afterSpace(String text, int from) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char character) {
        return character != '\n' && (Character.isWhitespace(character) || Character.isSpaceChar(character));
    }

    /** {@code ##name[…} anywhere in a line. */
    static String oldUndone(String text) {
        StringBuilder undone = new StringBuilder();
        int done = 0;
        for (int at = text.indexOf("##"); at >= 0; at = text.indexOf("##", at + 1)) {
            if (text.startsWith("[", afterLetters(text, at + 2))) {
                undone.append(text, done, at + 1).append(' ');
                done = at + 1;
            }
        }
        return undone.append(text, done, text.length()).toString();
    }

    private static int afterLetters(String text, int from) {
        int at = from;
        while (at < text.length() && isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }
}
