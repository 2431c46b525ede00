package dev.jrelease.context;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.files.OutsideException;
import dev.jrelease.glob.Glob;
import dev.jrelease.glob.GlobSyntax;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds the files of {@code extra_files}, programs and rendered templates to the context. */
final class ContextCollector {
    private final Collecting into;
    private final Path base;
    private final Problems problems;

    ContextCollector(Collecting into) {
        this.into = into;
        this.base = into.base();
        this.problems = into.problems();
    }

    void add(ExtraFile item) {
        Optional<String> src = source(item);
        Optional<String> dst = item.dst().flatMap(to -> inside(to, item.location(), "the build context"));
        if (src.isEmpty() || dst.isPresent() != item.dst().isPresent()) {
            return;
        }
        try {
            add(src.get(), dst, item);
        } catch (IOException unreadable) {
            problems.error(item.location(), "cannot read " + item.src() + ": " + unreadable.getMessage());
        }
    }

    private void add(String src, Optional<String> dst, ExtraFile item) throws IOException {
        Path path = base.resolve(src);
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            if (Glob.hasWildcards(src)) {
                addMatches(src, dst, item);
            } else {
                missing(path, item);
            }
        } else if (!Files.exists(path)) {
            problems.error(item.location(), item.src() + " is a link to something that does not exist");
        } else if (leadsOut(path, item)) {
            return;
        } else if (Files.isDirectory(path)) {
            addDirectory(src, dst.orElse(src), item);
        } else {
            addFile(src, dst, item);
        }
    }

    private void addFile(String src, Optional<String> dst, ExtraFile item) throws IOException {
        boolean inside = item.dst()
                .filter(to -> to.endsWith("/") || dst.equals(Optional.of("")))
                .isPresent();
        String name = src.substring(src.lastIndexOf('/') + 1);
        String to = inside ? Collecting.join(dst.orElse(""), name) : dst.orElse(src);
        into.files().add(to, ContextEntry.Regular.of(base.resolve(src).toRealPath()), src, item.location());
    }

    private void addDirectory(String src, String dst, ExtraFile item) throws IOException {
        ContextWalk walk = new ContextWalk(into, src, dst, item, _ -> true);
        walk.go();
        Optional<Location> by = into.ignore().ignoring(src);
        if (by.isEmpty()) {
            into.files().add(dst, new ContextEntry.Directory(), item.src(), item.location());
        } else if (!walk.foundAny()) {
            problems.error(item.location(), by.get() + " leaves out all of " + item.src());
        }
    }

    private void addMatches(String glob, Optional<String> dst, ExtraFile item) throws IOException {
        Glob pattern;
        try {
            pattern = Glob.compile(glob, GlobSyntax.FILES);
        } catch (IllegalArgumentException malformed) {
            problems.error(item.location(), String.valueOf(malformed.getMessage()));
            return;
        }
        String above = Glob.leadingDirectory(glob);
        ContextWalk walk = new ContextWalk(into, above, dst.orElse(above), item, pattern::matchesOrParent);
        if (leadsOut(base.resolve(above), item)) {
            return;
        }
        if (Files.isDirectory(base.resolve(above))) {
            walk.go();
        }
        if (!walk.foundAny()) {
            String why = walk.ignoredBy()
                    .map(by -> " that " + by + " does not leave out")
                    .orElse("");
            problems.error(item.location(), item.src() + " matches nothing" + why);
        }
    }

    void add(Binary binary) {
        Path file = base.resolve(binary.file());
        Optional<String> name = inside(binary.name(), binary.location(), "the build context");
        try {
            if (Files.isDirectory(file) && name.isPresent()) {
                addFolder(binary, name.get());
            } else if (!Files.isRegularFile(file)) {
                problems.error(binary.location(), "there is no program at " + binary.file());
            } else if (!Files.isReadable(file)) {
                problems.error(binary.location(), "cannot read " + binary.file());
            } else if (name.isPresent()) {
                var entry = new ContextEntry.Regular(file, Files.size(file), true);
                into.files().add(name.get(), entry, binary.file().toString(), binary.location());
            }
        } catch (IOException unreadable) {
            problems.error(binary.location(), "cannot read " + binary.file() + ": " + unreadable.getMessage());
        }
    }

    /** A program of several files. A {@code .dockerignore} is about files of the project, and often names dist. */
    private void addFolder(Binary binary, String name) throws IOException {
        ExtraFile folder = new ExtraFile(binary.file().toString(), Optional.of(name), binary.location());
        into.files().add(name, new ContextEntry.Directory(), folder.src(), folder.location());
        new ContextWalk(into.withoutIgnore(), folder.src(), name, folder, _ -> true).go();
    }

    /** A template that is not on this disk has no mode, so its file is not executable. */
    void add(RenderedFile file) {
        Optional<String> dst = inside(file.dst(), file.location(), "the build context");
        Path template = base.resolve(file.src());
        try {
            boolean onDisk = file.executable().isEmpty() && Files.isRegularFile(template);
            boolean executable = onDisk
                    ? ContextEntry.Regular.of(template).executable()
                    : file.executable().orElse(false);
            if (dst.isPresent()) {
                var entry = new ContextEntry.Filled(file.content(), executable);
                into.files().add(dst.get(), entry, file.src(), file.location());
            }
        } catch (IOException unreadable) {
            problems.error(file.location(), "cannot read " + file.src() + ": " + unreadable.getMessage());
        }
    }

    /** A file outside of the base directory has no path of its own in the context. */
    private Optional<String> source(ExtraFile item) {
        try {
            String src = Collecting.slashes(Path.of(item.src()).normalize());
            if (Collecting.isBeside(src) && !leadsOut(base.resolve(src), item)) {
                if (item.dst().isPresent()) {
                    return Optional.of(src);
                }
                problems.error(
                        item.location(),
                        item.src() + " is outside of the project's folder " + base,
                        "set its path in the build context: {src: " + item.src() + ", dst: …}");
            }
            return Collecting.isBeside(src) ? Optional.empty() : inside(item.src(), item.location(), "the project");
        } catch (InvalidPathException unnameable) {
            return inside(item.src(), item.location(), "the project");
        }
    }

    private boolean leadsOut(Path path, ExtraFile item) {
        try {
            into.tree().inside(path);
            return false;
        } catch (OutsideException outside) {
            problems.error(item.location(), "cannot read " + item.src() + ": " + outside.getMessage());
            return true;
        }
    }

    private void missing(Path path, ExtraFile item) throws IOException {
        Path parent = path.getParent();
        Optional<String> similar =
                parent != null && Files.isDirectory(parent) ? similar(path, parent) : Optional.empty();
        problems.error(
                item.location(), "no file or directory " + item.src(), similar.orElse("paths are relative to " + base));
    }

    private Optional<String> similar(Path path, Path parent) throws IOException {
        try (Stream<Path> siblings = Files.list(parent)) {
            List<String> known = siblings.map(
                            sibling -> base.relativize(sibling).toString())
                    .sorted()
                    .toList();
            return Suggestion.didYouMean(base.relativize(path).toString(), known);
        } catch (UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    /** The normalized path, empty for the root; if it is not inside, a problem is reported and the result is empty. */
    private Optional<String> inside(String written, Location location, String of) {
        try {
            Path path = Path.of(written);
            Optional<String> why = whyNotInside(written, path, of);
            why.ifPresent(words -> problems.error(location, words));
            return why.isPresent() ? Optional.empty() : Optional.of(Collecting.slashes(path.normalize()));
        } catch (InvalidPathException unnameable) {
            problems.error(location, written + " is not a valid file name in this locale", Collecting.nameHint());
            return Optional.empty();
        }
    }

    private static Optional<String> whyNotInside(String written, Path path, String of) {
        if (written.isBlank()) {
            return Optional.of("an empty path in extra_files");
        }
        if (written.startsWith("/") || path.isAbsolute()) {
            return Optional.of(written + " is an absolute path; it must be relative to " + of);
        }
        return path.normalize().startsWith("..") ? Optional.of(written + " is outside " + of) : Optional.empty();
    }
}
