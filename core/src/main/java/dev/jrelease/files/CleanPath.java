package dev.jrelease.files;

import java.util.ArrayList;
import java.util.List;

/**
 * The shortest text for a path, whatever is on the disk.
 *
 * @see <a href="https://pkg.go.dev/path#Clean">Go's Clean</a>
 */
public final class CleanPath {
    private CleanPath() {}

    /** Without {@code .}, {@code x/..} and needless slashes; the root has nothing above it, and nothing is {@code .}. */
    public static String of(String path) {
        boolean rooted = path.startsWith("/");
        List<String> kept = new ArrayList<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..") && !kept.isEmpty() && !kept.getLast().equals("..")) {
                kept.removeLast();
            } else if (!name.isEmpty() && !name.equals(".") && !(rooted && name.equals(".."))) {
                kept.add(name);
            }
        }
        String joined = String.join("/", kept);
        return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
    }

    /** A path from a root on, without a slash in front; the root itself is empty. */
    public static String below(String path) {
        return of("/" + path).substring(1);
    }
}
