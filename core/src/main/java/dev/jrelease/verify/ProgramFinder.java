package dev.jrelease.verify;

import dev.jrelease.image.ImageConfig;
import dev.jrelease.verify.FileSystem.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds programs by name as a container does. */
final class ProgramFinder {
    private static final String DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static final String VARIABLE = "PATH=";

    private final FileSystem files;
    private final String workingDirectory;
    private final List<String> path;
    private final List<String> volumes;

    ProgramFinder(FileSystem files, ImageConfig config) {
        this.files = files;
        this.workingDirectory = config.workingDirectory();
        this.volumes = config.volumes().stream()
                .map(files::directory)
                .map(ProgramFinder::folder)
                .toList();
        String value = config.environment().stream()
                .filter(variable -> variable.startsWith(VARIABLE))
                .map(variable -> variable.substring(VARIABLE.length()))
                .reduce(DEFAULT_PATH, (_, last) -> last);
        this.path = Arrays.stream(value.split(":", -1))
                .filter(directory -> directory.startsWith("/"))
                .toList();
    }

    /** The directories of {@code PATH}, links resolved, each once. */
    List<String> directories() {
        return path.stream().map(files::directory).distinct().toList();
    }

    private static String folder(String path) {
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end) + "/";
    }

    /** Whether a path is inside a declared volume, whose content is not known. */
    boolean isMounted(String name) {
        String at = folder(name.startsWith("/") ? name : workingDirectory + "/" + name);
        return name.indexOf('/') >= 0 && volumes.stream().anyMatch(at::startsWith);
    }

    /** The file of a name: a path from the root or the working directory, or an executable in {@code PATH}. */
    Optional<Node> find(String name) {
        if (name.startsWith("/")) {
            return files.resolve(name);
        }
        if (name.indexOf('/') >= 0) {
            return files.resolve(workingDirectory + "/" + name);
        }
        return path.stream()
                .flatMap(directory -> files.resolve(directory + "/" + name).stream())
                .filter(Node::isExecutable)
                .findFirst();
    }
}
