package dev.jrelease.text;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text that a terminal or a CI system shows and does not act upon, whatever registries, builds and files put into it.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands">Workflow commands</a>
 */
public final class VisibleText {
    private static final char MARK = '\uFFFD';
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;:]*m");
    private static final Pattern LINE_END = Pattern.compile("\r\n?|\u0085|\u2028|\u2029");
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^([\\s&&[^\n]]*+):(?=:)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern OLD_COMMAND = Pattern.compile("##(?=[A-Za-z]*\\[)");

    private VisibleText() {}

    /** Several lines: line ends and tabs stay, and no line is a command of a CI system. */
    public static String lines(String text) {
        String plain =
                characters(LINE_END.matcher(COLOUR.matcher(text).replaceAll("")).replaceAll("\n"), "\n\t");
        return noCommands(plain);
    }

    /** Text for the inside of a line: a line end in it is shown as a mark, so that it cannot look like a line of ours. */
    public static String inLine(String text) {
        return noOldCommands(characters(COLOUR.matcher(text).replaceAll(""), "\t"));
    }

    /** JSON with the same content, in which such characters are written as escapes. */
    public static String json(String document) {
        return document.codePoints()
                .mapToObj(c -> isShown(c, "\n\r\t") ? Character.toString(c) : escape(c))
                .collect(Collectors.joining());
    }

    /** One character for one, so that places in the text stay the same. */
    public static String marked(String text) {
        return characters(text, "\t");
    }

    private static String noCommands(String text) {
        String now = text.contains("::") ? COMMAND.matcher(text).replaceAll("$1: ") : text;
        return noOldCommands(now);
    }

    /** These are commands wherever they stand in a line. */
    private static String noOldCommands(String text) {
        return text.contains("##") ? OLD_COMMAND.matcher(text).replaceAll("# #") : text;
    }

    private static String characters(String text, String kept) {
        if (text.codePoints().allMatch(c -> isShown(c, kept))) {
            return text;
        }
        return text.codePoints()
                .map(c -> isShown(c, kept) ? c : MARK)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Format characters change the direction of text or take no room: with them, a name looks like another one. */
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
