package dev.jrelease.dockerfile;

import dev.jrelease.text.LinearPattern;
import dev.jrelease.text.SearchPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/** How a build calls the step that carries out an instruction: with a value in the place of each variable. */
final class StepName {
    private static final SearchPattern WORD = SearchPattern.of("\\S++");
    private static final LinearPattern NAME = LinearPattern.of("\\w++");

    private final String keyword;
    private final List<String> between;

    private StepName(String keyword, List<String> between) {
        this.keyword = keyword;
        this.between = between;
    }

    static StepName of(Instruction instruction) {
        return new StepName(instruction.keyword(), withoutVariables(inOneLine(words(instruction.arguments()))));
    }

    private static List<String> words(String text) {
        return WORD.all(text).map(MatchResult::group).toList();
    }

    private static String inOneLine(List<String> words) {
        return String.join(" ", words);
    }

    /** The texts before, between and after the variables. */
    private static List<String> withoutVariables(String text) {
        List<String> parts = new ArrayList<>();
        int lastBrace = text.lastIndexOf('}');
        int done = 0;
        for (int at = text.indexOf('$'); at >= 0; at = text.indexOf('$', Math.max(done, at + 1))) {
            int end = text.startsWith("{", at + 1) && at < lastBrace
                    ? text.indexOf('}', at) + 1
                    : NAME.matchAt(text, at + 1, text.length())
                            .map(MatchResult::end)
                            .orElse(at);
            if (end > at) {
                parts.add(text.substring(done, at));
                done = end;
            }
        }
        parts.add(text.substring(done));
        return parts;
    }

    boolean matches(String step) {
        List<String> words = words(step);
        if (words.isEmpty() || !words.getFirst().equals(keyword)) {
            return false;
        }
        String text =
                words.stream().skip(1).dropWhile(word -> word.startsWith("--")).collect(Collectors.joining(" "));
        return between.size() == 1 ? text.equals(between.getFirst()) : holds(text);
    }

    private boolean holds(String text) {
        String last = between.getLast();
        int from = between.getFirst().length();
        if (!text.startsWith(between.getFirst()) || !text.endsWith(last) || text.length() < from + last.length()) {
            return false;
        }
        String middle = text.substring(0, text.length() - last.length());
        for (String part : between.subList(1, between.size() - 1)) {
            int found = middle.indexOf(part, from);
            if (found < 0) {
                return false;
            }
            from = found + part.length();
        }
        return true;
    }
}
