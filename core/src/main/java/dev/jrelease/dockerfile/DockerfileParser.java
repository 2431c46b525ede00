package dev.jrelease.dockerfile;

import dev.jrelease.text.LinearPattern;
import dev.jrelease.text.SearchPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;

/**
 * Parses a Dockerfile as BuildKit does: directives, comments, continued lines, heredocs.
 *
 * @see <a href="https://docs.docker.com/reference/dockerfile/#format">the format</a>
 */
final class DockerfileParser {
    private static final LinearPattern DIRECTIVE =
            LinearPattern.of("(?s)\\s*+(?:#|//)\\s*+([A-Za-z][A-Za-z0-9]*+)\\s*+=(.*+)");
    private static final LinearPattern HEREDOC =
            LinearPattern.of("\\d*+<<(-?)(?:'([^'<\\s]++)'|\"([^\"<\\s]++)\"|([^'\"<\\s]++))");
    private static final SearchPattern WORD = SearchPattern.of("\\S++");
    private static final Set<String> WITH_HEREDOCS = Set.of("ADD", "COPY", "RUN");

    private final List<String> lines;
    private final List<Instruction> instructions = new ArrayList<>();
    private int at;
    private char escape = '\\';
    private Optional<String> syntax = Optional.empty();

    DockerfileParser(String text) {
        this.lines =
                (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    }

    Dockerfile parse() {
        directives();
        while (at < lines.size()) {
            if (isComment(lines.get(at)) || lines.get(at).isBlank()) {
                at++;
            } else {
                instruction();
            }
        }
        return new Dockerfile(instructions, escape, syntax);
    }

    /** Directives are at the beginning only; after any other comment they are comments. */
    private void directives() {
        for (; at < lines.size(); at++) {
            Optional<MatchResult> directive = DIRECTIVE.match(lines.get(at));
            if (directive.isEmpty()) {
                return;
            }
            String value = directive.get().group(2).strip();
            switch (directive.get().group(1).toLowerCase(Locale.ROOT)) {
                case "syntax" -> syntax = syntax.or(() -> Optional.of(value));
                case "escape" -> escape = value.startsWith("`") ? '`' : '\\';
                case "check" -> {}
                default -> {
                    return;
                }
            }
        }
    }

    private static boolean isComment(String line) {
        return line.stripLeading().startsWith("#");
    }

    private void instruction() {
        Instruction instruction = new InstructionWords(logicalLine()).read();
        instructions.add(instruction);
        if (WITH_HEREDOCS.contains(instruction.keyword()) && !instruction.json()) {
            skipHeredocs(instruction.arguments());
        }
    }

    /** Skips comments and empty lines between continued lines. */
    private LogicalLine logicalLine() {
        LogicalLine whole = new LogicalLine();
        boolean continued = true;
        boolean first = true;
        while (continued && at < lines.size()) {
            String line = lines.get(at++);
            if (!first && (isComment(line) || line.isBlank())) {
                continue;
            }
            int end = endOfContinued(line);
            continued = end >= 0;
            String part = continued ? line.substring(0, end) : line;
            int indent = first ? part.length() - part.stripLeading().length() : 0;
            whole.add(part.substring(indent), at, indent + 1);
            first = false;
        }
        return whole;
    }

    /** The index of the character that continues a line; -1 if there is none. A doubled one is a literal. */
    private int endOfContinued(String line) {
        int end = line.stripTrailing().length() - 1;
        boolean escaped = end >= 0 && line.charAt(end) == escape;
        boolean doubled = end > 0 && line.charAt(end - 1) == escape;
        return escaped && !doubled ? end : -1;
    }

    private void skipHeredocs(String arguments) {
        List<MatchResult> heredocs = WORD.all(arguments)
                .flatMap(word -> HEREDOC.match(word.group()).stream())
                .toList();
        for (MatchResult heredoc : heredocs) {
            boolean indented = !heredoc.group(1).isEmpty();
            String end = Optional.ofNullable(heredoc.group(2))
                    .or(() -> Optional.ofNullable(heredoc.group(3)))
                    .orElseGet(() -> heredoc.group(4));
            while (at < lines.size()) {
                String line = lines.get(at++);
                if ((indented ? withoutTabs(line) : line).equals(end)) {
                    break;
                }
            }
        }
    }

    private static String withoutTabs(String line) {
        int start = 0;
        while (line.startsWith("\t", start)) {
            start++;
        }
        return line.substring(start);
    }
}
