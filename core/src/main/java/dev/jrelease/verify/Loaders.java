package dev.jrelease.verify;

import dev.jrelease.image.layer.LayerEntry.Kind;
import dev.jrelease.verify.FileSystem.Node;
import dev.jrelease.verify.ImageProblem.Severity;
import java.util.Optional;

/**
 * Checks the loaders of programs, such as {@code /lib64/ld-linux-x86-64.so.2}.
 *
 * @param complete whether all layers could be read; if not, a missing file may be in another layer
 */
record Loaders(FileSystem files, boolean complete, FilePlatformCheck platformCheck) {

    /** Reports a loader that is missing or for another processor. A program that cannot run needs none. */
    void check(Node file, Severity severity) {
        if (!(file.content() instanceof FileType.Elf(ElfHeader elf, boolean _))
                || platformCheck.mismatch(file, severity).isPresent()) {
            return;
        }
        Optional<String> loader = elf.segments().interpreter().filter(path -> path.startsWith("/"));
        Optional<Node> found = loader.flatMap(files::resolve).filter(node -> node.kind() == Kind.FILE);
        if (found.isPresent()) {
            platformCheck.check(found.get(), severity);
            checkStartable(file, found.get(), severity);
        } else if (loader.isPresent() && complete) {
            String path = "/" + file.path();
            platformCheck.report(severity, path, path + " needs " + loader.get() + ", which is not in the image");
        }
    }

    /** Linux executes a loader, and the interpreter of a script: both have to be executable. */
    void checkStartable(Node program, Node needed, Severity severity) {
        if (!needed.isExecutable() && platformCheck.mismatch(needed, severity).isEmpty()) {
            String path = "/" + program.path();
            platformCheck.report(severity, path, path + " needs /" + needed.path() + ", which is not executable");
        }
    }
}
