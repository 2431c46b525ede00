package dev.jrelease.config.yaml;

import dev.jrelease.text.LinearPattern;
import java.util.List;
import java.util.Optional;

/** Translates the messages of the YAML parser for users, without the terms of its grammar. */
final class YamlMistake {
    private static final String OTHERWISE = "it cannot be read from here on";

    private static final List<YamlMistake> ALL = List.of(
            of("(it is nested .*+)", "$1"),
            of("(?:[^(]|\\((?!TAB))*+\\(TAB.*+", "a tab is not allowed here"),
            of("found undefined alias (.*+)", "*$1 has no anchor: there is no &$1 above it"),
            of("found unexpected end of stream", "the text ends within quotes"),
            of("found unexpected document separator", "the document ends within quotes"),
            of("found unknown escape character (.)\\(.*+", "\\$1 is not an escape sequence in double quotes"),
            of("expected ',' or '(.)', but got.*+", "a comma or $1 is missing before this"),
            of("expected <block end>, but found.*+", "this cannot follow the text before it"),
            of("expected the node content, but found.*+", "a value is missing here"),
            of("mapping values are not allowed here.*+", "a key is not allowed here"),
            of("(block )?sequence entries are not allowed.*+", "a list item is not allowed here"),
            of("could not find expected ':'.*+", "a colon is missing after a key"),
            of(
                    "found character '?(.)'? that cannot start any token.*+",
                    "a value cannot begin with $1 unless in quotes"),
            of("(unexpected character found|expected alphabetic or numeric character).*+", "a name is missing here"),
            of("expected '<document start>'.*+", "the document has ended before this"),
            of("found undefined tag handle.*+|could not determine a constructor.*+", "the tag is not known"));

    private final LinearPattern said;
    private final String meant;

    private YamlMistake(LinearPattern said, String meant) {
        this.said = said;
        this.meant = meant;
    }

    private static YamlMistake of(String said, String meant) {
        return new YamlMistake(LinearPattern.of("(?s)" + said), meant);
    }

    /** The translation of a message. */
    static String words(String ofParser) {
        return ALL.stream()
                .flatMap(mistake -> mistake.meaning(ofParser.strip()).stream())
                .findFirst()
                .orElse(OTHERWISE);
    }

    /** The hint for a message whose location is right. */
    static Optional<String> hint(String ofParser) {
        if (ofParser.startsWith("found undefined alias")) {
            return Optional.of("quote the value if it begins with * as it is");
        }
        return ofParser.startsWith("found unknown escape character")
                ? Optional.of("write \\\\ for a \\, or put the value in single quotes")
                : Optional.empty();
    }

    private Optional<String> meaning(String ofParser) {
        return said.match(ofParser)
                .map(found -> found.groupCount() == 0 ? meant : meant.replace("$1", String.valueOf(found.group(1))));
    }
}
