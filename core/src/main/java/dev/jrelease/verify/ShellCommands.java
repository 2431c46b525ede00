package dev.jrelease.verify;

import java.util.ArrayList;
import java.util.List;

/** Splits shell text into simple commands. Words that only a shell can expand are marked. */
final class ShellCommands {

    /** A word without its quotes; not plain if the shell would expand it. */
    record Word(String text, boolean plain) {}

    /**
     * A command.
     *
     * @param before the operator before it: {@code &&}, {@code ||}, {@code |}, else empty
     */
    record Simple(List<Word> words, String before) {}

    private static final String NOT_PLAIN = "$`(){}*?[~!";

    private final String text;
    private final List<Simple> commands = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private List<Word> words = new ArrayList<>();
    private String before = "";
    private boolean inWord;
    private boolean plain = true;
    private boolean redirected;
    private int at;

    private ShellCommands(String text) {
        this.text = text;
    }

    static List<Simple> of(String text) {
        ShellCommands commands = new ShellCommands(text.replace("\r\n", "\n"));
        while (commands.at < commands.text.length()) {
            commands.take(commands.text.charAt(commands.at++));
        }
        commands.endCommand("");
        return commands.commands;
    }

    private void take(char next) {
        switch (next) {
            case ' ', '\t' -> endWord();
            case '\n', ';' -> endCommand("");
            case '&', '|' -> operator(next);
            case '<', '>' -> redirect(next);
            case '\'' -> quoted('\'');
            case '"' -> quoted('"');
            case '\\' -> escaped();
            case '#' -> comment();
            default -> add(next);
        }
    }

    private void operator(char next) {
        boolean twice = at < text.length() && text.charAt(at) == next;
        at += twice ? 1 : 0;
        endCommand(twice ? "" + next + next : next == '|' ? "|" : "");
    }

    /** The next word is a file; a number before the operator is not a word. */
    private void redirect(char next) {
        if (word.toString().chars().allMatch(Character::isDigit)) {
            word.setLength(0);
            inWord = false;
        }
        endWord();
        while (at < text.length() && (text.charAt(at) == next || text.charAt(at) == '&' || text.charAt(at) == '|')) {
            at++;
        }
        redirected = true;
    }

    private void quoted(char quote) {
        inWord = true;
        while (at < text.length() && text.charAt(at) != quote) {
            char next = text.charAt(at++);
            if (quote == '"' && next == '\\' && at < text.length()) {
                next = text.charAt(at++);
            } else if (quote == '"' && (next == '$' || next == '`')) {
                plain = false;
            }
            word.append(next);
        }
        at++;
    }

    private void escaped() {
        if (at < text.length() && text.charAt(at) != '\n') {
            inWord = true;
            word.append(text.charAt(at));
        }
        at++;
    }

    private void comment() {
        if (inWord) {
            word.append('#');
        } else {
            while (at < text.length() && text.charAt(at) != '\n') {
                at++;
            }
        }
    }

    private void add(char next) {
        inWord = true;
        plain &= NOT_PLAIN.indexOf(next) < 0;
        word.append(next);
    }

    private void endWord() {
        if (inWord) {
            if (!redirected) {
                words.add(new Word(word.toString(), plain));
            }
            redirected = false;
        }
        word.setLength(0);
        inWord = false;
        plain = true;
    }

    private void endCommand(String after) {
        endWord();
        redirected = false;
        if (!words.isEmpty()) {
            commands.add(new Simple(List.copyOf(words), before));
            words = new ArrayList<>();
        }
        before = after;
    }
}
