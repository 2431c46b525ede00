package dev.jrelease.verify;

import dev.jrelease.image.Platform;
import dev.jrelease.verify.ElfHeader.Fit;
import dev.jrelease.verify.FileSystem.Node;
import dev.jrelease.verify.ImageProblem.Severity;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares files with the platform of their image, and collects the problems. Of equal problems the most severe is
 * kept.
 */
final class FilePlatformCheck {
    private final Platform platform;
    private final Map<String, ImageProblem> byMessage = new LinkedHashMap<>();

    FilePlatformCheck(Platform platform) {
        this.platform = platform;
    }

    void check(Node file, Severity severity) {
        mismatch(file, severity).ifPresent(this::report);
    }

    /** The mismatch between an ELF file and the platform; empty for other files. */
    Optional<ImageProblem> mismatch(Node file, Severity severity) {
        if (!(file.content() instanceof FileType.Elf(ElfHeader elf, boolean _)) || !elf.isProgram()) {
            return Optional.empty();
        }
        String path = "/" + file.path();
        String found = elf.needs(platform);
        Fit fit = elf.on(platform);
        String more = fit == Fit.ON_SOME ? ", and not every such processor runs it" : "";
        String message = path + " is an ELF file for " + found + ", the image says " + platform + more;
        return fit == Fit.RUNS
                ? Optional.empty()
                : Optional.of(ImageProblem.about(fit == Fit.ON_SOME ? Severity.WARNING : severity, path, message));
    }

    /** Whether the file's path states its architecture, so that the file is probably in the image on purpose. */
    static boolean isOnPurpose(Node file) {
        return ArchitectureName.isEmulator(file.path())
                || (file.content() instanceof FileType.Elf(ElfHeader elf, boolean _)
                        && ArchitectureName.says(file.path(), elf.architecture()));
    }

    void report(Severity severity, String path, String message) {
        report(ImageProblem.about(severity, path, message));
    }

    void report(ImageProblem problem) {
        byMessage.merge(
                problem.message(),
                problem,
                (before, now) -> now.severity().compareTo(before.severity()) < 0 ? now : before);
    }

    boolean knows(String path) {
        return byMessage.values().stream().anyMatch(problem -> problem.path().equals(Optional.of(path)));
    }

    /** All problems, errors first. */
    List<ImageProblem> problems() {
        return byMessage.values().stream()
                .sorted(Comparator.comparing(ImageProblem::severity))
                .toList();
    }
}
