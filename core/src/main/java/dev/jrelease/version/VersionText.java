package dev.jrelease.version;

import java.util.List;
import java.util.Optional;

/**
 * The parts of a text that may be a version, in the order of the grammar. Parsing takes linear time and no recursion.
 *
 * @param prerelease the text after the first {@code -}; absent if there is none
 * @param build the text after the first {@code +}; absent if there is none
 */
record VersionText(List<String> numbers, Optional<String> prerelease, Optional<String> build) {
    /** A number of this many digits fits into a long, and so does the next one. */
    private static final int MOST_DIGITS = 18;

    static VersionText of(String text) {
        String rest = text.startsWith("v") ? text.substring(1) : text;
        int plus = rest.indexOf('+');
        Optional<String> build = plus < 0 ? Optional.empty() : Optional.of(rest.substring(plus + 1));
        rest = plus < 0 ? rest : rest.substring(0, plus);
        int dash = rest.indexOf('-');
        Optional<String> prerelease = dash < 0 ? Optional.empty() : Optional.of(rest.substring(dash + 1));
        rest = dash < 0 ? rest : rest.substring(0, dash);
        return new VersionText(List.of(rest.split("\\.", -1)), prerelease, build);
    }

    Optional<SemanticVersion> strict() {
        boolean valid = numbers.size() == 3
                && numbers.stream().allMatch(VersionText::isNumber)
                && numbers.stream().noneMatch(VersionText::hasLeadingZero)
                && prerelease.stream()
                        .allMatch(text -> isIdentifiers(text)
                                && identifiers(text).stream().noneMatch(part -> isDigits(part) && hasLeadingZero(part)))
                && build.stream().allMatch(VersionText::isIdentifiers);
        return valid ? Optional.of(version()) : Optional.empty();
    }

    Optional<SemanticVersion> lenient() {
        boolean valid = numbers.size() <= 3
                && numbers.stream().allMatch(VersionText::isNumber)
                && prerelease.stream().allMatch(VersionText::isIdentifiers)
                && build.stream().allMatch(VersionText::isIdentifiers);
        return valid ? Optional.of(version()) : Optional.empty();
    }

    private SemanticVersion version() {
        return new SemanticVersion(number(0), number(1), number(2), prerelease.orElse(""), build.orElse(""));
    }

    private long number(int index) {
        return index < numbers.size() ? Long.parseLong(numbers.get(index)) : 0;
    }

    private static boolean isNumber(String text) {
        return isDigits(text) && text.length() <= MOST_DIGITS;
    }

    private static boolean isIdentifiers(String text) {
        return identifiers(text).stream()
                .allMatch(part -> !part.isEmpty() && part.chars().allMatch(VersionText::isInIdentifier));
    }

    private static List<String> identifiers(String text) {
        return List.of(text.split("\\.", -1));
    }

    private static boolean isInIdentifier(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean hasLeadingZero(String number) {
        return number.length() > 1 && number.startsWith("0");
    }
}
