package dev.jrelease.fields;

import dev.jrelease.buildfile.Pom;
import dev.jrelease.text.LinearPattern;
import java.io.IOException;
import java.util.Optional;

/** Reads the name of a project from files of other build tools. */
final class BuildFile {
    private static final LinearPattern PACKAGE = LinearPattern.of("\\[package]\\s*+");
    private static final LinearPattern NAME = LinearPattern.of("name\\s*+=\\s*+[\"']([^\"']++)[\"']");
    private static final LinearPattern MODULE = LinearPattern.of("module\\s++\"?([^\\s\"]++)");

    private BuildFile() {}

    /** The name in the section {@code [package]} of a Cargo.toml. */
    static Optional<String> packageOfCargo(String text) {
        return text.lines()
                .dropWhile(line -> !PACKAGE.matches(line))
                .skip(1)
                .takeWhile(line -> !line.startsWith("["))
                .flatMap(line -> NAME.matchAtStart(line).stream())
                .map(found -> found.group(1))
                .findFirst();
    }

    /** The artifact id of a POM. */
    static Optional<String> artifactOfMaven(String text) {
        try {
            return Optional.of(Pom.parse(text).artifactId());
        } catch (IOException malformed) {
            // Maven says what is wrong with it.
            return Optional.empty();
        }
    }

    /** The path in the line {@code module} of a go.mod. */
    static Optional<String> moduleOfGo(String text) {
        return text.lines()
                .flatMap(line -> MODULE.matchAtStart(line).stream())
                .map(found -> found.group(1))
                .findFirst();
    }
}
