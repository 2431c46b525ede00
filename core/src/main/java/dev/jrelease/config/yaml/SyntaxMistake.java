package dev.jrelease.config.yaml;

import dev.jrelease.failure.Location;
import dev.jrelease.text.LinearPattern;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.tokens.ScalarToken;

/**
 * Finds where a text stops being YAML. The parser names the place where it cannot read on, which may be far behind a
 * quote or a bracket that was not closed.
 */
final class SyntaxMistake {
    private static final String NO_COLON_AFTER_KEY = "a colon is missing after a key";

    static final String QUOTES = "quote a value that begins with {{";

    private static final LinearPattern CONFLICT = LinearPattern.of("(?:<<<<<<<|=======|>>>>>>>)(?: .*+)?");
    private static final LinearPattern NO_COLON = LinearPattern.of("\\s*+([A-Za-z_][A-Za-z0-9_.-]*+) ++([\"'{\\[].*+)");
    private static final LinearPattern NO_COLON_IN_KEY =
            LinearPattern.of("\\s*+([A-Za-z_][A-Za-z0-9_.-]*+) ++(\\S.*+)");
    private static final LinearPattern NO_SPACE_AFTER_DASH = LinearPattern.of("\\s*+-([^\\s-].*+)");
    private static final LinearPattern NO_SPACE = LinearPattern.of("\\s*+(?:- ++)*+([^\\s:]++):([^\\s/].*+)");

    private final SourceText source;
    private final MarkedYamlEngineException said;
    private final Optional<Mark> problem;
    private final TokensBefore before;

    /** The message about a mistake. */
    record Found(Location place, String message, Optional<String> hint) {}

    private SyntaxMistake(SourceText source, MarkedYamlEngineException said) {
        this.source = source;
        this.said = said;
        this.problem = said.getProblemMark().or(said::getContextMark);
        this.before = TokensBefore.of(source, problem.map(Mark::getIndex).orElse(0));
    }

    static Found of(SourceText source, MarkedYamlEngineException said) {
        SyntaxMistake mistake = new SyntaxMistake(source, said);
        return Stream.<Supplier<Optional<Found>>>of(
                        mistake::tab,
                        mistake::openQuote,
                        mistake::template,
                        mistake::templateWithinBrackets,
                        mistake::openBracket,
                        mistake::withoutColon,
                        mistake::textBehindQuotes,
                        mistake::colonInValue,
                        mistake::indentation)
                .flatMap(kind -> kind.get().stream())
                .findFirst()
                .orElseGet(mistake::inWordsOfTheParser);
    }

    private Optional<Found> tab() {
        String line = problemLine();
        return line.substring(0, Indentation.of(line)).contains("\t") && !line.isBlank()
                ? Optional.of(inWordsOfTheParser("indent with spaces, not with tabs"))
                : Optional.empty();
    }

    private Optional<Found> openQuote() {
        if (said.getProblem().startsWith("found unexpected end of stream")
                || said.getProblem().startsWith("found unexpected document separator")) {
            return said.getContextMark().map(this::openQuote);
        }
        return before.quoted()
                .filter(this::takesOtherLines)
                .flatMap(ScalarToken::getStartMark)
                .map(this::openQuote);
    }

    private Found openQuote(Mark start) {
        String quote = letter(start);
        return found(start, "this " + quote + " is not closed", "add " + quote + " at the end of the value");
    }

    /** Whether lines with keys or items are within these quotes. */
    private boolean takesOtherLines(ScalarToken quoted) {
        int first = quoted.getStartMark().map(Mark::getLine).orElse(0) + 1;
        int last = quoted.getEndMark().map(Mark::getLine).orElse(0) + 1;
        return Stream.iterate(first + 1, number -> number <= last, number -> number + 1)
                .map(source::line)
                .anyMatch(line -> Indentation.isKey(line) || Indentation.isItem(line));
    }

    private Optional<Found> template() {
        return before.template()
                .filter(start -> start.getLine() == problemMark().getLine()
                        || before.openBracket()
                                .filter(open -> open.getLine() == start.getLine())
                                .isPresent())
                .map(start -> found(start, "a value cannot begin with {{ unless in quotes", QUOTES));
    }

    /** Between brackets, a brace ends a value without quotes. */
    private Optional<Found> templateWithinBrackets() {
        return before.plain()
                .filter(_ -> letter(problemMark()).equals("{")
                        && source.letter(problemMark().getIndex() + 1).equals("{"))
                .flatMap(ScalarToken::getStartMark)
                .map(start ->
                        found(start, "a value in brackets cannot contain {{ unless in quotes", "quote the value"));
    }

    private Optional<Found> openBracket() {
        return before.openBracket().filter(this::isLeftOpen).map(start -> {
            String bracket = letter(start);
            String closing = bracket.equals("[") ? "]" : "}";
            return found(start, "this " + bracket + " is not closed", "add " + closing + " at the end of the value");
        });
    }

    /** Whether the error is in a line that can no longer belong to a bracket. */
    private boolean isLeftOpen(Mark start) {
        String line = problemLine();
        String text = line.stripLeading();
        return (isAtTheEnd() || problemMark().getLine() > start.getLine())
                && !text.startsWith("]")
                && !text.startsWith("}")
                && (isAtTheEnd() || Indentation.of(line) <= Indentation.ofKey(source.line(start.getLine() + 1)));
    }

    private boolean isAtTheEnd() {
        return letter(problemMark()).isEmpty();
    }

    /** The parser takes a line without a colon for a key, or for a value that goes on in the next line. */
    private Optional<Found> withoutColon() {
        if (said.getProblem().startsWith("could not find expected ':'")) {
            return said.getContextMark()
                    .map(start -> keyLine(start.getLine() + 1).orElseGet(() -> withoutColon(start)));
        }
        return isColon() && !isColonInValue() ? keyLine(problemMark().getLine()) : Optional.empty();
    }

    private Found withoutColon(Mark start) {
        String line = source.line(start.getLine() + 1);
        return NO_SPACE_AFTER_DASH
                .match(line)
                .map(item -> found(start, "a space is missing after -", "write - " + item.group(1)))
                .orElseGet(() -> new Found(
                        place(start),
                        NO_COLON_AFTER_KEY,
                        NO_COLON_IN_KEY.match(line).map(SyntaxMistake::withColon)));
    }

    private static String withColon(MatchResult words) {
        return "write " + words.group(1) + ": " + words.group(2);
    }

    private Optional<Found> keyLine(int number) {
        String line = source.line(number);
        Location place = new Location(source.name(), number, Indentation.of(line) + 1);
        if (CONFLICT.matches(line)) {
            return Optional.of(new Found(
                    place,
                    "a conflict of git is not resolved",
                    Optional.of("keep one of its sides, and remove the markers")));
        }
        return NO_SPACE.match(line)
                .filter(_ -> !Indentation.isKey(line))
                .map(parts -> new Found(place, "a space is missing after a colon", Optional.of(withColon(parts))))
                .or(() -> NO_COLON.match(line)
                        .map(parts -> new Found(place, NO_COLON_AFTER_KEY, Optional.of(withColon(parts)))));
    }

    private boolean isColon() {
        return said.getProblem().startsWith("mapping values are not allowed");
    }

    private boolean isColonInValue() {
        return isColon()
                && problemLine().codePoints().limit(problemMark().getColumn()).anyMatch(letter -> letter == ':');
    }

    private Optional<Found> textBehindQuotes() {
        return before.quoted()
                .filter(quoted -> quoted.getEndMark()
                        .map(Mark::getLine)
                        .equals(Optional.of(problemMark().getLine())))
                .filter(_ -> !isAtTheEnd() && said.getProblem().startsWith("expected "))
                .map(quoted -> isNextItem(quoted)
                        ? found(problemMark(), "a comma is missing before this", "write , between the items")
                        : found(problemMark(), "the quotes end before this", within(quoted)));
    }

    /** Whether another text in quotes follows, and no expression of a template is open. */
    private boolean isNextItem(ScalarToken quoted) {
        String text = quoted.getValue();
        boolean apart = quoted.getEndMark()
                .map(end -> end.getIndex() < problemMark().getIndex())
                .orElse(false);
        return apart
                && before.openBracket().isPresent()
                && "\"'".contains(letter(problemMark()))
                && text.lastIndexOf("{{") <= text.lastIndexOf("}}");
    }

    private static String within(ScalarToken quoted) {
        if (quoted.getStyle() == ScalarStyle.DOUBLE_QUOTED) {
            return "write \\\" for a \" within double quotes, or put the value in single quotes";
        }
        String text = quoted.getValue();
        return text.lastIndexOf("{{") > text.lastIndexOf("}}")
                ? "write the text within {{ }} in double quotes"
                : "write '' for a ' within single quotes, or put the value in double quotes";
    }

    private Optional<Found> colonInValue() {
        return isColonInValue()
                ? Optional.of(found(problemMark(), "a value may not contain ': '", "quote the value"))
                : Optional.empty();
    }

    private Optional<Found> indentation() {
        Mark at = problemMark();
        boolean isFirst = Indentation.of(problemLine()) == at.getColumn();
        if (!isColon() && !(isFirst && said.getProblem().startsWith("expected <block end>"))) {
            return Optional.empty();
        }
        Location place = new Location(source.name(), at.getLine() + 1, Indentation.of(problemLine()) + 1);
        return new Indentation(source)
                .hint(place.line())
                .map(hint ->
                        new Found(place, "the indentation of this does not fit the lines above", Optional.of(hint)));
    }

    private Found inWordsOfTheParser() {
        String letter = problem.map(this::letter).orElse("");
        if (said.getContext() != null && said.getContext().startsWith("while scanning an a")) {
            String start = said.getContextMark().map(this::letter).orElse(letter);
            return new Found(
                    source.of(said.getContextMark()),
                    "a value cannot begin with " + start + " unless in quotes",
                    Optional.empty());
        }
        return new Found(source.of(problem), YamlMistake.words(said.getProblem()), YamlMistake.hint(said.getProblem()));
    }

    private Found inWordsOfTheParser(String hint) {
        return new Found(source.of(problem), YamlMistake.words(said.getProblem()), Optional.of(hint));
    }

    private Found found(Mark start, String message, String hint) {
        return new Found(place(start), message, Optional.of(hint));
    }

    private Location place(Mark mark) {
        return source.of(Optional.of(mark));
    }

    private Mark problemMark() {
        return problem.orElseThrow();
    }

    private String problemLine() {
        return source.line(problem.map(Mark::getLine).orElse(0) + 1);
    }

    private String letter(Mark mark) {
        return source.letter(mark.getIndex());
    }
}
