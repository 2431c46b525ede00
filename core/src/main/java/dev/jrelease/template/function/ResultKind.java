package dev.jrelease.template.function;

import dev.jrelease.template.text.Unknown;
import java.util.Optional;
import java.util.Set;

/** The kind of value that a function returns, which is known even if the value is not. */
public enum ResultKind {
    TEXT("text"),
    LIST("a list"),
    NUMBER("a number"),
    TRUTH("true or false");

    private static final Set<String> LISTS = Set.of("list", "listExclude", "split");
    private static final Set<String> TRUTHS =
            Set.of("contains", "eq", "ge", "gt", "in", "isEnvSet", "isNewest", "le", "lt", "ne", "not");
    private static final Set<String> OF_ANY_KIND =
            Set.of("and", "envOrDefault", "index", "indexOrDefault", "map", "or", "slice");

    private final String words;

    ResultKind(String words) {
        this.words = words;
    }

    /** As {@link Values#kind} calls it. */
    public String words() {
        return words;
    }

    /** The kind of value that a function returns. */
    public static Optional<ResultKind> of(Function function) {
        String name = function.name();
        if (OF_ANY_KIND.contains(name)) {
            return Optional.empty();
        }
        if (name.equals("len")) {
            return Optional.of(NUMBER);
        }
        return Optional.of(LISTS.contains(name) ? LIST : TRUTHS.contains(name) ? TRUTH : TEXT);
    }

    /** The kind of an unknown value, if a function returns it. */
    public static Optional<ResultKind> of(Unknown value) {
        String expression = value.expression();
        int space = expression.indexOf(' ');
        return Functions.named(space < 0 ? expression : expression.substring(0, space))
                .flatMap(ResultKind::of);
    }
}
