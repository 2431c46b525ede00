package dev.jrelease.init;

import dev.jrelease.text.SearchPattern;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the main class in the sources of a module. */
final class MainClasses {
    private static final SearchPattern JAVA_MAIN = SearchPattern.of("(?m)^[ \\t]{0,8}(?:public )?static void main\\(");
    private static final SearchPattern KOTLIN_MAIN = SearchPattern.of("(?m)^fun main\\(");
    private static final SearchPattern PACKAGE = SearchPattern.of("(?m)^package[ \\t]{1,9}([A-Za-z0-9_.]{1,300})");

    private MainClasses() {}

    /** The only one, or the first one that is called like one. */
    static Optional<String> in(ProjectFolder module) throws IOException {
        List<String> all = new ArrayList<>();
        for (Path file : module.files("src/main", ".java", ".kt")) {
            String text = module.text(module.root().relativize(file).toString());
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(".java") && JAVA_MAIN.isIn(text)) {
                all.add(qualified(text, name.substring(0, name.length() - ".java".length())));
            } else if (name.endsWith(".kt") && KOTLIN_MAIN.isIn(text)) {
                all.add(qualified(text, name.substring(0, name.length() - ".kt".length()) + "Kt"));
            }
        }
        return all.stream()
                .filter(name -> all.size() == 1 || name.endsWith("Main") || name.endsWith("Application"))
                .findFirst();
    }

    private static String qualified(String text, String name) {
        return PACKAGE.first(text).map(found -> found.group(1) + "." + name).orElse(name);
    }
}
