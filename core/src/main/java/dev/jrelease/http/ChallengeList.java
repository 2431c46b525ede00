package dev.jrelease.http;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a header into its challenges. HttpClient's parser reads a challenge with its parameters, but refuses a list in
 * which a scheme without parameters comes before another one.
 */
final class ChallengeList {
    private ChallengeList() {}

    static List<String> split(String header) {
        List<StringBuilder> challenges = new ArrayList<>();
        for (String element : elements(header)) {
            if (challenges.isEmpty() || beginsWithScheme(element)) {
                challenges.add(new StringBuilder(element));
            } else {
                challenges.getLast().append(", ").append(element);
            }
        }
        return challenges.stream().map(StringBuilder::toString).toList();
    }

    /** The parts between commas outside of quotes. */
    private static List<String> elements(String header) {
        List<String> elements = new ArrayList<>();
        int begin = 0;
        boolean quoted = false;
        for (int at = 0; at < header.length(); at++) {
            char c = header.charAt(at);
            if (quoted && c == '\\') {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                elements.add(header.substring(begin, at).strip());
                begin = at + 1;
            }
        }
        elements.add(header.substring(begin).strip());
        return elements.stream().filter(element -> !element.isEmpty()).toList();
    }

    /** A parameter has its equals sign right after its name, a scheme has a space or nothing. */
    private static boolean beginsWithScheme(String element) {
        int at = 0;
        while (at < element.length() && element.charAt(at) != '=' && !isSpace(element.charAt(at))) {
            at++;
        }
        return !element.substring(at).stripLeading().startsWith("=");
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
