package dev.jrelease.template.function;

import dev.jrelease.text.LinearPattern;
import dev.jrelease.version.SemanticVersion;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Functions for versions, after <a href="https://semver.org/spec/v2.0.0.html">semantic versioning</a>. */
final class VersionFunctions {
    private static final LinearPattern LINE = LinearPattern.of("(?:v?(\\d{1,18})(?:\\.(\\d{1,18}))?)?");

    private VersionFunctions() {}

    static List<Function> all() {
        return List.of(
                increment("incmajor", "the next major version", SemanticVersion::nextMajor),
                increment("incminor", "the next minor version", SemanticVersion::nextMinor),
                increment("incpatch", "the next patch version", SemanticVersion::nextPatch),
                Function.of(
                        "isNewest",
                        0,
                        2,
                        "whether no other tag is of a higher release; with arguments, of those of a line:"
                                + " `isNewest .Major`, `isNewest .Major .Minor`, `isNewest \"1.2\"`",
                        VersionFunctions::isNewest));
    }

    private static boolean isNewest(Call call) {
        String line = call.arguments().stream().map(Values::text).collect(Collectors.joining("."));
        MatchResult parts = LINE.match(line)
                .orElseThrow(() -> new FunctionFailure("'" + line + "' is not a line of versions such as 1 or 1.2"));
        List<Long> numbers = Stream.of(parts.group(1), parts.group(2))
                .filter(Objects::nonNull)
                .map(Long::valueOf)
                .toList();
        return call.context()
                .releases()
                .orElseThrow(() -> new FunctionFailure("isNewest cannot be used here"))
                .isNewest(numbers);
    }

    /** Keeps a leading {@code v}. */
    private static Function increment(String name, String description, UnaryOperator<SemanticVersion> next) {
        return Function.of(name + " \"v1.2.4\"", 1, description, call -> {
            String text = call.text(0);
            return SemanticVersion.parseLenient(text)
                    .map(version -> (text.startsWith("v") ? "v" : "") + next.apply(version))
                    .orElseThrow(() -> new FunctionFailure(name + " needs a version, but '" + text + "' is not one"));
        });
    }
}
