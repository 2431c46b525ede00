package dev.jrelease.text;

import java.util.stream.Collectors;

/**
 * Makes text of registries, builds and files safe to print: control characters and commands of CI systems are shown as
 * plain text.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands">Workflow
 *     commands</a>
 */
public final class VisibleText {
    private static final char MARK = '\uFFFD';
    private static final char LAST_PLAIN = '~';

    private VisibleText() {}

    /** Text of several lines. Line ends and tabs stay; a workflow command is shown as text. */
    public static String lines(String text) {
        return isPlain(text) ? noCommands(text) : noCommands(characters(LineEnds.same(Colours.without(text)), "\n\t"));
    }

    /** Text inside a line. A line end in it is shown as a mark. */
    public static String inLine(String text) {
        return noOldCommands(characters(Colours.without(text), "\t"));
    }

    /** JSON with the same content, in which such characters are written as escapes, and no line has a command. */
    public static String json(String document) {
        String shown = isPlain(document) ? document : escaped(document);
        return shown.contains("##") ? shown.replace("##", "#\\u0023") : shown;
    }

    private static String escaped(String document) {
        return document.codePoints()
                .mapToObj(c -> isShown(c, "\n\r\t") ? Character.toString(c) : escape(c))
                .collect(Collectors.joining());
    }

    /** Replaces each control character by one other character, so that columns stay the same. */
    public static String marked(String text) {
        return characters(text, "\t");
    }

    private static String noCommands(String text) {
        return noOldCommands(text.contains("::") ? WorkflowCommands.undone(text) : text);
    }

    /** Old workflow commands are recognized anywhere in a line. */
    private static String noOldCommands(String text) {
        return text.contains("##") ? WorkflowCommands.oldUndone(text) : text;
    }

    /** Most texts contain no such character; they are returned unchanged. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if ((character < ' ' && character != '\n' && character != '\t') || character > LAST_PLAIN) {
                return false;
            }
        }
        return true;
    }

    private static String characters(String text, String kept) {
        if (isPlain(text) && (kept.contains("\n") || text.indexOf('\n') < 0)) {
            return text;
        }
        if (text.codePoints().allMatch(c -> isShown(c, kept))) {
            return text;
        }
        return text.codePoints()
                .map(c -> isShown(c, kept) ? c : MARK)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Format characters change the direction of text or have no width: with them, a name can look like another one. */
    private static boolean isShown(int character, String kept) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> kept.indexOf(character) >= 0;
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            default -> true;
        };
    }

    private static String escape(int character) {
        return Character.toString(character)
                .chars()
                .mapToObj("\\u%04x"::formatted)
                .collect(Collectors.joining());
    }
}
