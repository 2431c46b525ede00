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

/** Compares files with the platform that an image says it is for, and keeps the worst that is known of each. */
final class FilePlatformCheck {
    private final Platform platform;
    private final Map<String, ImageProblem> byMessage = new LinkedHashMap<>();

    FilePlatformCheck(Platform platform) {
        this.platform = platform;
    }

    void check(Node file, Severity severity) {
        mismatch(file, severity).ifPresent(this::report);
    }

    /** What is wrong with an ELF file on this platform, if it is one. */
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
                : Optional.of(new ImageProblem(
                        fit == Fit.ON_SOME ? Severity.WARNING : severity,
                        Optional.of(path),
                        Optional.of(found),
                        message));
    }

    /** Whether a file's own path says that it is for another processor, so that the image holds it on purpose. */
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

    /** Everything that was reported, errors first. */
    List<ImageProblem> problems() {
        return byMessage.values().stream()
                .sorted(Comparator.comparing(ImageProblem::severity))
                .toList();
    }
}
