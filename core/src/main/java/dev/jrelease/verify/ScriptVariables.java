package dev.jrelease.verify;

import dev.jrelease.text.SearchPattern;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;

/**
 * Writes out what a script says about its own folder, and its variables that have one plain value: {@code "$(dirname
 * "$0")/server"}, {@code "$APP_HOME/server"}.
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
    private static final SearchPattern ASSIGNMENT =
            SearchPattern.of("(?m)^[ \\t]{0,20}(?:export |readonly |local |declare )?(" + NAME + ")=(?:(" + PATH
                    + ")|\"(" + PATH + ")\"|'(" + PATH + ")')?");
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
        Set<String> several = new HashSet<>();
        for (MatchResult found : ASSIGNMENT.all(text).toList()) {
            String value = value(found, text);
            String before = values.putIfAbsent(found.group(1), value);
            if (value.isEmpty() || (before != null && !before.equals(value))) {
                several.add(found.group(1));
            }
        }
        values.keySet().removeAll(several);
        return USE.replace(text, use -> {
            String name = use.group(1) == null ? use.group(2) : use.group(1);
            return values.getOrDefault(name, use.group());
        });
    }

    /** The plain value of an assignment; empty if only a shell knows it, or if it is for one command. */
    private static String value(MatchResult found, String text) {
        for (int group = 2; group <= 4; group++) {
            if (found.group(group) != null) {
                boolean whole = found.end() == text.length() || ";\r\n".indexOf(text.charAt(found.end())) >= 0;
                return whole ? found.group(group) : "";
            }
        }
        return "";
    }
}
