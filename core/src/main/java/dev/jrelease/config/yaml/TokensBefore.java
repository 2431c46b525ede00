package dev.jrelease.config.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.ScalarToken;
import org.snakeyaml.engine.v2.tokens.Token;

/** The tokens before a syntax error: open brackets, and the last value in quotes. */
final class TokensBefore {
    private final Deque<Mark> brackets = new ArrayDeque<>();
    private @Nullable Mark template;
    private @Nullable Token last;

    private TokensBefore() {}

    /** Reads a text up to a character, counted in code points, or until it cannot be read. */
    static TokensBefore of(SourceText source, int end) {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setLabel(source.name())
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        TokensBefore before = new TokensBefore();
        try {
            ScannerImpl tokens = new ScannerImpl(settings, new StreamReader(settings, source.text()));
            while (tokens.hasNext() && index(tokens.peekToken().getStartMark()) < end) {
                before.add(tokens.next());
            }
        } catch (YamlEngineException unreadable) {
            return before;
        }
        return before;
    }

    private void add(Token token) {
        switch (token.getTokenId()) {
            case FlowMappingStart, FlowSequenceStart -> open(token);
            case FlowMappingEnd, FlowSequenceEnd -> brackets.poll();
            default -> {}
        }
        last = token;
    }

    private void open(Token token) {
        Mark start = token.getStartMark().orElseThrow();
        Mark outer = brackets.peek();
        if (outer != null && token.getTokenId() == Token.ID.FlowMappingStart && isBehind(outer, start)) {
            template = outer;
        }
        brackets.push(start);
    }

    private static boolean isBehind(Mark outer, Mark start) {
        return outer.getIndex() + 1 == start.getIndex() && start.getBuffer()[outer.getPointer()] == '{';
    }

    /** The innermost bracket that is open. */
    Optional<Mark> openBracket() {
        return Optional.ofNullable(brackets.peek());
    }

    /** The last <code>{{</code> that is not in quotes. */
    Optional<Mark> template() {
        return Optional.ofNullable(template);
    }

    /** The value in quotes that ends where the error is. */
    Optional<ScalarToken> quoted() {
        return last instanceof ScalarToken scalar
                        && (scalar.getStyle() == ScalarStyle.DOUBLE_QUOTED
                                || scalar.getStyle() == ScalarStyle.SINGLE_QUOTED)
                ? Optional.of(scalar)
                : Optional.empty();
    }

    /** The value without quotes that ends where the error is. */
    Optional<ScalarToken> plain() {
        return last instanceof ScalarToken scalar && scalar.isPlain() ? Optional.of(scalar) : Optional.empty();
    }

    private static int index(Optional<Mark> mark) {
        return mark.map(Mark::getIndex).orElse(0);
    }
}
