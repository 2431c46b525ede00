package dev.jrelease.template.function;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The version after this one, after <a href="https://semver.org/spec/v2.0.0.html">semantic versioning</a>. */
final class VersionFunctions {
    private static final Pattern VERSION =
            Pattern.compile("(v?)(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?");

    private static final Pattern LINE = Pattern.compile("(?:v?(\\d{1,18})(?:\\.(\\d{1,18}))?)?");

    private VersionFunctions() {}

    static List<Function> all() {
        return List.of(
                Function.of("incmajor \"v1.2.4\"", 1, "the next major version", call -> {
                    Matcher version = parse(call);
                    return version.group(1) + next(version, 2) + ".0.0";
                }),
                Function.of("incminor \"v1.2.4\"", 1, "the next minor version", call -> {
                    Matcher version = parse(call);
                    return version.group(1) + part(version, 2) + "." + next(version, 3) + ".0";
                }),
                Function.of("incpatch \"v1.2.4\"", 1, "the next patch version", call -> {
                    Matcher version = parse(call);
                    // a prerelease comes before the version it leads to
                    BigInteger patch = version.group(5) == null ? next(version, 4) : part(version, 4);
                    return version.group(1) + part(version, 2) + "." + part(version, 3) + "." + patch;
                }),
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
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new FunctionFailure("'" + line + "' is not a line of versions such as 1 or 1.2");
        }
        List<Long> numbers = Stream.of(parts.group(1), parts.group(2))
                .filter(Objects::nonNull)
                .map(Long::valueOf)
                .toList();
        return call.surroundings()
                .releases()
                .orElseThrow(() -> new FunctionFailure("isNewest cannot be used here"))
                .isNewest(numbers);
    }

    private static Matcher parse(Call call) {
        Matcher version = VERSION.matcher(call.text(0));
        if (!version.matches()) {
            throw new FunctionFailure(call.function() + " needs a version, but '" + call.text(0) + "' is none");
        }
        return version;
    }

    private static BigInteger part(Matcher version, int group) {
        return new BigInteger(Optional.ofNullable(version.group(group)).orElse("0"));
    }

    private static BigInteger next(Matcher version, int group) {
        return part(version, group).add(BigInteger.ONE);
    }
}
