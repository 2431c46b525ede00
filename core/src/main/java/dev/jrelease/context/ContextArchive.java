package dev.jrelease.context;

import dev.jrelease.image.Digest;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A build context on disk.
 *
 * @param contents what each file that was read from disk holds, by its path in the context
 * @param dockerfile the Dockerfile's path in the context
 */
public record ContextArchive(Path file, Map<String, Digest> contents, String dockerfile) {
    public ContextArchive {
        contents = Collections.unmodifiableMap(new LinkedHashMap<>(contents));
    }
}
