package dev.jrelease.init;

import dev.jrelease.buildfile.Pom;
import dev.jrelease.text.SearchPattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the Java that runs a project: the oldest version with long-term support that knows its classes. */
final class JavaVersion {
    private static final List<Integer> SUPPORTED = List.of(17, 21, 25);
    private static final List<String> PROPERTIES = List.of(
            "maven.compiler.release",
            "java.version",
            "release.version",
            "jdk.version",
            "maven.compiler.target",
            "maven.compiler.source");
    private static final SearchPattern GRADLE = SearchPattern.of(
            "(?:JavaLanguageVersion\\.of\\(|toVersion\\([\"']|VERSION_|(?:source|target)Compatibility[ =]{1,5}['\"]?|jvmToolchain\\(|release[ =]{1,5}|release\\.set\\()(\\d{1,2})");

    private JavaVersion() {}

    static int of(Pom pom) {
        return newest(PROPERTIES.stream()
                .flatMap(name -> Optional.ofNullable(pom.properties().get(name)).stream())
                .flatMap(value -> pom.resolved(value, Map.of()).stream())
                .map(value -> value.startsWith("1.") ? value.substring(2) : value));
    }

    static int ofGradle(String build) {
        return newest(GRADLE.all(build).map(found -> found.group(1)));
    }

    private static int newest(Stream<String> found) {
        int wanted = found.filter(value ->
                        !value.isEmpty() && value.length() < 3 && value.chars().allMatch(Character::isDigit))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(SUPPORTED.getLast());
        return SUPPORTED.stream()
                .filter(version -> version >= wanted)
                .findFirst()
                .orElse(wanted);
    }
}
