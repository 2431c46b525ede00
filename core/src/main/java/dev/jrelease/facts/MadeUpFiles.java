package dev.jrelease.facts;

import dev.jrelease.template.function.FileAccess;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Files for templates that are only looked at: each is there and holds its own name, {@code VERSION} a {@code version}. */
final class MadeUpFiles implements FileAccess {

    @Override
    public byte[] read(String path) {
        return word(path).getBytes(StandardCharsets.UTF_8);
    }

    /** Something that can stand anywhere in the name of an image. */
    private static String word(String path) {
        String word = path.substring(path.lastIndexOf('/') + 1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return word.isEmpty() ? "file" : word;
    }

    @Override
    public String absolute(String path) {
        return path.startsWith("/") ? path : "/project/" + path;
    }
}
