package dev.jrelease.template.function;

import dev.jrelease.failure.Suggestion;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All functions by name. */
public final class Functions {
    private static final Map<String, Function> ALL = byName(Stream.of(
            TextFunctions.all(),
            CaseFunctions.all(),
            WritingFunctions.all(),
            EscapeFunctions.all(),
            PatternFunctions.all(),
            ComparisonFunctions.all(),
            ListFunctions.all(),
            PathFunctions.all(),
            VersionFunctions.all(),
            EnvironmentFunctions.all(),
            FileFunctions.all()));

    /** Words of other template languages, and of Go's own packages. */
    private static final Map<String, String> CALLED_ELSEWHERE = Map.ofEntries(
            Map.entry("lower", "tolower"),
            Map.entry("lowercase", "tolower"),
            Map.entry("downcase", "tolower"),
            Map.entry("upper", "toupper"),
            Map.entry("uppercase", "toupper"),
            Map.entry("upcase", "toupper"),
            Map.entry("titlecase", "title"),
            Map.entry("capitalize", "title"),
            Map.entry("trimspace", "trim"),
            Map.entry("strip", "trim"),
            Map.entry("env", "envOrDefault"),
            Map.entry("getenv", "envOrDefault"),
            Map.entry("default", "envOrDefault"),
            Map.entry("now", "time"),
            Map.entry("date", "time"),
            Map.entry("regexreplace", "reReplaceAll"),
            Map.entry("regexreplaceall", "reReplaceAll"),
            Map.entry("urlencode", "urlquery"),
            Map.entry("concat", "print"),
            Map.entry("elif", "else if"),
            Map.entry("elsif", "else if"),
            Map.entry("elseif", "else if"));

    private Functions() {}

    private static Map<String, Function> byName(Stream<List<Function>> groups) {
        Map<String, Function> all = new TreeMap<>();
        groups.flatMap(List::stream).forEach(function -> all.put(function.name(), function));
        return Collections.unmodifiableMap(all);
    }

    public static Optional<Function> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** {@code did you mean X?} for a name that no function has: a similar one, or what other languages call so. */
    public static Optional<String> didYouMean(String written) {
        return Optional.ofNullable(CALLED_ELSEWHERE.get(written.toLowerCase(Locale.ROOT)))
                .map(name -> "did you mean " + name + "?")
                .or(() -> Suggestion.didYouMean(written, names()));
    }

    /** All functions, sorted by name. */
    public static Collection<Function> all() {
        return ALL.values();
    }

    public static Collection<String> names() {
        return ALL.keySet();
    }
}
