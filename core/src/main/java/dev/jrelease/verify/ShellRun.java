package dev.jrelease.verify;

import dev.jrelease.text.LinearPattern;
import dev.jrelease.verify.ShellCommands.Simple;
import dev.jrelease.verify.ShellCommands.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A program that shell text runs, with its plain arguments.
 *
 * @param certain whether it runs unless a command before it fails
 */
record ShellRun(List<String> words, boolean certain) {
    private static final int MOST = 100;
    private static final LinearPattern PLAIN_WORD = LinearPattern.of("[A-Za-z0-9_./+@-]++");
    private static final LinearPattern ASSIGNMENT = LinearPattern.of("(?s)[A-Za-z_][A-Za-z0-9_]*+=.*+");
    private static final Set<String> QUESTIONS = Set.of("[", "[[", "test", "command", "type", "which");
    private static final Set<String> CONTROL = Set.of(
            "case",
            "do",
            "done",
            "elif",
            "else",
            "esac",
            "fi",
            "for",
            "function",
            "if",
            "in",
            "select",
            "then",
            "until",
            "while",
            "return",
            "exit",
            "eval",
            "source",
            ".",
            "builtin");
    private static final Set<String> BRANCHES = Set.of("then", "do", "else", "{");
    private static final Set<String> BUILT_IN = Set.of(
            "alias",
            "bg",
            "break",
            "continue",
            "declare",
            "echo",
            "export",
            "false",
            "fg",
            "getopts",
            "jobs",
            "kill",
            "let",
            "local",
            "printf",
            "pwd",
            "read",
            "readonly",
            "set",
            "shift",
            "shopt",
            "times",
            "trap",
            "true",
            "ulimit",
            "umask",
            "unset",
            "wait",
            ":");

    ShellRun {
        words = List.copyOf(words);
    }

    /** The programs of {@code sh -c TEXT}, up to the first place where only a shell can decide how to continue. */
    static List<ShellRun> ofCommand(String text) {
        return new Reader(false).read(text);
    }

    /** The programs that a script runs with {@code exec}, in all branches. */
    static List<ShellRun> ofScript(String text) {
        return new Reader(true).read(ScriptVariables.writtenOut(text));
    }

    /** Reads the commands and follows {@code cd}. */
    private static final class Reader {
        private final boolean script;
        private final List<ShellRun> runs = new ArrayList<>();
        private String folder = "";
        private boolean folderKnown = true;
        private boolean asked;

        Reader(boolean script) {
            this.script = script;
        }

        List<ShellRun> read(String text) {
            for (Simple command : ShellCommands.of(text)) {
                asked &= command.before().equals("&&") || command.before().equals("||");
                boolean goesOn = take(command);
                if ((!goesOn && !script) || runs.size() == MOST) {
                    break;
                }
            }
            return runs;
        }

        /** Whether the next command certainly follows this one. */
        private boolean take(Simple command) {
            List<Word> words = withoutAssignments(script ? branch(command.words()) : command.words());
            if (words.isEmpty()) {
                return command.words().stream().allMatch(Word::plain);
            }
            boolean replaced = words.getFirst().text().equals("exec");
            List<Word> program = replaced ? withoutAssignments(words.subList(1, words.size())) : words;
            String name = program.isEmpty() ? "" : program.getFirst().text();
            boolean perhaps = command.before().equals("||") || asked;
            if (program.isEmpty() || CONTROL.contains(name)) {
                return perhaps && (name.equals("exit") || name.equals("return"));
            }
            if (QUESTIONS.contains(name)) {
                asked = true;
                return true;
            }
            if (name.equals("cd")) {
                change(program);
                return true;
            }
            if (BUILT_IN.contains(name)) {
                return true;
            }
            return run(program, perhaps, replaced);
        }

        private boolean run(List<Word> program, boolean perhaps, boolean replaced) {
            String name = program.getFirst().text();
            boolean plain = program.getFirst().plain() && PLAIN_WORD.matches(name) && !name.startsWith("-");
            boolean relative = name.indexOf('/') > 0;
            if (plain && (replaced || !script) && (folderKnown || !relative)) {
                List<String> words = new ArrayList<>();
                words.add(relative && !folder.isEmpty() ? folder + "/" + name : name);
                program.stream().skip(1).takeWhile(Word::plain).forEach(word -> words.add(word.text()));
                runs.add(new ShellRun(words, !perhaps && !script));
            }
            return plain && (!replaced || perhaps);
        }

        private void change(List<Word> words) {
            if (words.size() == 2
                    && words.get(1).plain()
                    && !words.get(1).text().equals("-")) {
                String target = words.get(1).text();
                folder = target.startsWith("/") || folder.isEmpty() ? target : folder + "/" + target;
                folderKnown |= target.startsWith("/");
            } else {
                folderKnown = false;
            }
        }

        /** The command after {@code then}, or after the pattern of a case. */
        private static List<Word> branch(List<Word> words) {
            String first = words.getFirst().text();
            return BRANCHES.contains(first) || first.endsWith(")") ? words.subList(1, words.size()) : words;
        }

        /** An assignment whose value only a shell knows may be several words. */
        private static List<Word> withoutAssignments(List<Word> words) {
            int at = 0;
            while (at < words.size()
                    && words.get(at).plain()
                    && ASSIGNMENT.matches(words.get(at).text())) {
                at++;
            }
            return words.subList(at, words.size());
        }
    }
}
