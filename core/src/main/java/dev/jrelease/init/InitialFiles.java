package dev.jrelease.init;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that a project needs to be released.
 *
 * @param files their content by path, from the project's folder
 * @param notes what a user should know
 */
public record InitialFiles(Map<String, String> files, List<String> notes) {
    public InitialFiles {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        notes = List.copyOf(notes);
    }
}
