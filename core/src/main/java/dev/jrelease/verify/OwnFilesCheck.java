package dev.jrelease.verify;

import dev.jrelease.image.layer.LayerEntry.Kind;
import dev.jrelease.verify.FileSystem.Node;
import dev.jrelease.verify.ImageProblem.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the ELF files in the image's own layers, in {@code PATH} and elsewhere. */
final class OwnFilesCheck {
    private static final int MOST_ELSEWHERE = 10;
    private final FileSystem files;
    private final List<Node> own;
    private final Loaders loaders;
    private final FilePlatformCheck platformCheck;

    /**
     *
     * @param from the number of the first layer of the image's own
     */
    OwnFilesCheck(FileSystem files, int from, Loaders loaders, FilePlatformCheck platformCheck) {
        this.files = files;
        this.own = files.nodes().stream().filter(node -> node.layer() >= from).toList();
        this.loaders = loaders;
        this.platformCheck = platformCheck;
    }

    void check(ProgramFinder finder) {
        Set<String> directories = new HashSet<>(finder.directories());
        own.stream()
                .filter(node -> directories.contains(node.parent()))
                .flatMap(node -> target(node).stream())
                .filter(file ->
                        file.isExecutable() && !FileKind.isLibrary(file.path()) && !FilePlatformCheck.isOnPurpose(file))
                .forEach(file -> {
                    platformCheck.check(file, Severity.ERROR);
                    loaders.check(file, Severity.WARNING);
                });
        elsewhere();
    }

    private Optional<Node> target(Node node) {
        return node.kind() == Kind.SYMBOLIC_LINK ? files.resolve(node.path()) : Optional.of(node);
    }

    private void elsewhere() {
        List<ImageProblem> all = own.stream()
                .filter(node -> node.kind() == Kind.FILE
                        && !FileKind.isObject(node.path())
                        && !FilePlatformCheck.isOnPurpose(node))
                .flatMap(node -> platformCheck.mismatch(node, Severity.WARNING).stream())
                .filter(problem -> problem.path().filter(platformCheck::knows).isEmpty())
                .toList();
        all.stream().limit(MOST_ELSEWHERE).forEach(platformCheck::report);
        if (all.size() > MOST_ELSEWHERE) {
            platformCheck.report(ImageProblem.about(
                    Severity.WARNING, (all.size() - MOST_ELSEWHERE) + " more ELF files are for another architecture"));
        }
    }
}
