package dev.jrelease.pipes.signs;

import dev.jrelease.text.LinearPattern;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** Replaces {@code $NAME} and <code>${NAME}</code> in a text. */
final class ShellVariables {
    private static final LinearPattern NAME = LinearPattern.of("[*#$@!?0-9-]|[A-Za-z_][A-Za-z0-9_]*+");

    private ShellVariables() {}

    private record Found(String name, int end) {}

    /**
     *
     * @param value the value of a name, which is passed without and with its sign
     */
    static String fill(String text, BinaryOperator<String> value) {
        StringBuilder filled = new StringBuilder();
        int lastBrace = text.lastIndexOf('}');
        int done = 0;
        for (int at = text.indexOf('$'); at >= 0; at = text.indexOf('$', Math.max(done, at + 1))) {
            Optional<Found> found =
                    at + 2 < lastBrace + 1 && text.startsWith("{", at + 1) ? braced(text, at) : plain(text, at);
            if (found.isPresent()) {
                int end = found.get().end();
                filled.append(text, done, at).append(value.apply(found.get().name(), text.substring(at, end)));
                done = end;
            }
        }
        return filled.append(text, done, text.length()).toString();
    }

    private static Optional<Found> braced(String text, int at) {
        int end = text.indexOf('}', at);
        return Optional.of(new Found(text.substring(at + 2, end), end + 1));
    }

    private static Optional<Found> plain(String text, int at) {
        return NAME.matchAt(text, at + 1, text.length()).map(name -> new Found(name.group(), name.end()));
    }
}
