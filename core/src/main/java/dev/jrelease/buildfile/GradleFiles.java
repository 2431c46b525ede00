package dev.jrelease.buildfile;

import dev.jrelease.text.SearchPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads files of Gradle, whose statements are recognised by their usual forms, in Groovy and in Kotlin. */
public final class GradleFiles {
    public static final List<String> SETTINGS = List.of("settings.gradle", "settings.gradle.kts");
    public static final List<String> BUILD = List.of("build.gradle", "build.gradle.kts");
    public static final String PROPERTIES = "gradle.properties";

    private static final String LINE = "(?m)^[ \\t]{0,20}";
    private static final String QUOTED = "[\"']([^\"'$]{1,300})[\"']";
    private static final SearchPattern NAME =
            SearchPattern.of(LINE + "rootProject\\.name[ \\t]{0,20}=[ \\t]{0,20}" + QUOTED);
    private static final SearchPattern INCLUDE = SearchPattern.of(LINE + "include[ \\t(]");
    private static final SearchPattern VERSION = SearchPattern.of(LINE + "version[ \\t]{0,20}=?[ \\t]{0,20}" + QUOTED);
    private static final SearchPattern PROPERTY =
            SearchPattern.of("(?m)^version[ \\t]{0,20}[=:][ \\t]{0,20}([^ \\t\\r\\n]{1,300})");
    private static final String MAIN = "main(?:ClassName|Class)[ \\t]{0,20}(?:=|\\.set\\()[ \\t]{0,20}";
    private static final SearchPattern MAIN_CLASS = SearchPattern.of(MAIN + QUOTED);
    private static final SearchPattern MAIN_VARIABLE = SearchPattern.of(MAIN + "(\\w{1,100})");

    private static final SearchPattern IMAGE_NAME =
            SearchPattern.of("imageName[ \\t]{0,20}(?:=|\\.set\\()[ \\t]{0,20}" + QUOTED);

    private GradleFiles() {}

    private static Optional<String> first(SearchPattern pattern, String text) {
        return pattern.first(withoutComments(text)).map(found -> found.group(1));
    }

    private static String withoutComments(String text) {
        StringBuilder rest = new StringBuilder();
        int done = 0;
        for (int start = text.indexOf("/*"); start >= 0; start = text.indexOf("/*", done)) {
            rest.append(text, done, start);
            int end = text.indexOf("*/", start);
            done = end < 0 ? text.length() : end + 2;
        }
        return rest.append(text, done, text.length())
                .toString()
                .lines()
                .filter(line -> !line.strip().startsWith("//"))
                .collect(Collectors.joining("\n"));
    }

    /** The name of the project in its settings. */
    public static Optional<String> name(String settings) {
        return first(NAME, settings);
    }

    /** The folders of the projects that the settings include, from the root. */
    public static List<String> projects(String settings) {
        String text = withoutComments(settings);
        List<String> folders = new ArrayList<>();
        INCLUDE.all(text).forEach(include -> addQuoted(text, include.end(), folders));
        return folders;
    }

    /** Adds the paths of a list, which ends at what is neither quoted nor a separator. */
    private static void addQuoted(String text, int from, List<String> folders) {
        int at = from;
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at)) || "(,'\"".indexOf(text.charAt(at)) >= 0)) {
            char quote = text.charAt(at);
            int end = text.indexOf(quote, at + 1);
            if ((quote == '\'' || quote == '"') && end > 0) {
                folders.add(folder(text.substring(at + 1, end)));
                at = end;
            }
            at++;
        }
    }

    private static String folder(String path) {
        return (path.startsWith(":") ? path.substring(1) : path).replace(':', '/');
    }

    /** The version that a build file sets literally. */
    public static Optional<String> version(String build) {
        return first(VERSION, build);
    }

    /** The version in gradle.properties. */
    public static Optional<String> versionOfProperties(String properties) {
        return PROPERTY.first(properties).map(found -> found.group(1));
    }

    /** The main class of the plugin application, which a variable may hold. */
    public static Optional<String> mainClass(String build) {
        return first(MAIN_CLASS, build)
                .or(() -> first(MAIN_VARIABLE, build).flatMap(name -> first(variable(name), build)));
    }

    /** A text that a variable begins with: {@code def name = "…"}, {@code val name by extra("…")}. */
    private static SearchPattern variable(String name) {
        return SearchPattern.of("\\b" + name + "[ \\t]{0,20}(?:=|by[ \\t]{1,20}extra\\()[ \\t]{0,20}" + QUOTED);
    }

    /** The name that GraalVM's plugin gives to an executable. */
    public static Optional<String> imageName(String build) {
        return first(IMAGE_NAME, build);
    }

    /** Whether a build file applies a plugin, or names a library. */
    public static boolean uses(String build, String word) {
        return withoutComments(build).contains(word);
    }
}
