package dev.jrelease.verify;

import dev.jrelease.text.SearchPattern;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Replaces expressions for the script's own folder, and variables that certainly have one plain value: {@code
 * "$(dirname "$0")/server"}, {@code "$APP_HOME/server"}.
 */
final class ScriptVariables {
    /** Stands for the folder of the script. */
    static final String FOLDER = "/@folder@";

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]{0,60}";
    private static final String PATH = "[A-Za-z0-9_./@-]{1,200}";
    private static final SearchPattern OWN_PATH = SearchPattern.of(
            "\\$\\((?:readlink -f|realpath)(?: --)? \"?\\$(?:0|\\{0\\}|BASH_SOURCE|\\{BASH_SOURCE(?:\\[0\\])?\\})\"?\\)");
    private static final SearchPattern OWN_FOLDER = SearchPattern.of(
            "[$`]\\(?dirname (?:-- )?\"?\\$(?:0|\\{0\\}|BASH_SOURCE|\\{BASH_SOURCE(?:\\[0\\])?\\})\"?[)`]|\\$\\{(?:0|BASH_SOURCE)%/\\*\\}");
    private static final SearchPattern CHANGED = SearchPattern.of("\\$\\(cd (?:-- )?\"?(" + FOLDER
            + "[A-Za-z0-9_./-]{0,100})\"?" + "(?: >/dev/null(?: 2>&1)?)? ?&& ?pwd(?: -P)?\\)");
    /** At the begin of a line: an indented one may depend on a condition. */
    private static final SearchPattern ASSIGNMENT = SearchPattern.of("(?m)^(?:export |readonly |declare )?(" + NAME
            + ")=(?:(" + PATH + ")|\"(" + PATH + ")\"|'(" + PATH + ")')(?:[;\r\n]|\\z)");
    /** Whatever gives a variable a value, plain or not. */
    private static final SearchPattern CHANGE =
            SearchPattern.of("(" + NAME + ")[+:]?=|\\b(?:for|read(?: -[a-z]{1,3})?) (" + NAME + ")\\b");

    private static final SearchPattern USE = SearchPattern.of("\\$(?:\\{(" + NAME + ")\\}|(" + NAME + "))");

    private ScriptVariables() {}

    static String writtenOut(String text) {
        if (text.indexOf('$') < 0 && text.indexOf('`') < 0) {
            return text;
        }
        String own = OWN_FOLDER.replace(OWN_PATH.replace(text, _ -> "$0"), _ -> FOLDER);
        return assigned(CHANGED.replace(own, found -> found.group(1)));
    }

    private static String assigned(String text) {
        Map<String, String> values = new HashMap<>();
        ASSIGNMENT.all(text).forEach(found -> values.put(found.group(1), value(found)));
        Map<String, Long> changes =
                CHANGE.all(text).collect(Collectors.groupingBy(ScriptVariables::name, Collectors.counting()));
        values.keySet().removeIf(name -> changes.getOrDefault(name, 0L) != 1);
        return USE.replace(text, use -> values.getOrDefault(name(use), use.group()));
    }

    private static String name(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static String value(MatchResult assignment) {
        return IntStream.rangeClosed(2, 4)
                .mapToObj(assignment::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
