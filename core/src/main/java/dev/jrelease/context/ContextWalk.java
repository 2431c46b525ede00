package dev.jrelease.context;

import dev.jrelease.failure.Location;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Predicate;

/** Adds the wanted files of a directory, without those that are ignored or left out. */
final class ContextWalk extends SimpleFileVisitor<Path> {
    /** Replaces bytes of a file name that cannot be decoded in this locale. */
    private static final char UNREADABLE = '\uFFFD';

    private final Collecting into;
    private final String src;
    private final String dst;
    private final ExtraFile item;
    private final Predicate<String> wanted;
    private Path start;
    private Optional<Location> ignoredBy = Optional.empty();
    private boolean foundAny;

    /**
     *
     * @param wanted decides by the path from the base directory
     */
    ContextWalk(Collecting into, String src, String dst, ExtraFile item, Predicate<String> wanted) {
        this.into = into;
        this.src = src;
        this.dst = dst;
        this.item = item;
        this.wanted = wanted;
        this.start = into.base().resolve(src);
    }

    void go() throws IOException {
        start = start.toRealPath();
        Files.walkFileTree(start, this);
    }

    /** Whether anything was found, including unreadable files. */
    boolean foundAny() {
        return foundAny;
    }

    /** The first line of a {@code .dockerignore} that left out a wanted file. */
    Optional<Location> ignoredBy() {
        return ignoredBy;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        if (directory.equals(start)) {
            return FileVisitResult.CONTINUE;
        }
        String below = below(directory);
        if (isLeftOut(path(below))) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (isIn(path(below))) {
            add(below, new ContextEntry.Directory());
        } else if (!Collecting.isBeside(path(below))
                && !into.ignore().hasExceptions()
                && into.ignore().ignores(path(below))) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        String below = below(file);
        if (isLeftOut(path(below)) || !isIn(path(below))) {
            return FileVisitResult.CONTINUE;
        }
        ContextEntry entry;
        try {
            entry = attributes.isSymbolicLink() ? link(file) : ContextEntry.Regular.of(file);
        } catch (IOException unusable) {
            refuse(below, unusable);
            return FileVisitResult.CONTINUE;
        }
        add(below, entry);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        if (isIn(path(below(file)))) {
            refuse(below(file), failure);
        }
        return FileVisitResult.CONTINUE;
    }

    private String below(Path path) {
        return Collecting.slashes(start.relativize(path));
    }

    private String path(String below) {
        return Collecting.join(src, below);
    }

    private void add(String below, ContextEntry entry) throws IOException {
        if (below.indexOf(UNREADABLE) >= 0) {
            refuse(below, new IOException("its name cannot be read; " + Collecting.nameHint()));
            return;
        }
        foundAny = true;
        into.files().add(Collecting.join(dst, below), entry, path(below), item.location());
    }

    private void refuse(String below, IOException why) {
        foundAny = true;
        String words = why instanceof AccessDeniedException ? "permission denied" : why.getMessage();
        into.problems().error(item.location(), "cannot take " + path(below) + " into the build context: " + words);
    }

    private boolean isIn(String path) {
        if (!wanted.test(path)) {
            return false;
        }
        Optional<Location> by =
                Collecting.isBeside(path) ? Optional.empty() : into.ignore().ignoring(path);
        ignoredBy = ignoredBy.or(() -> by);
        return by.isEmpty();
    }

    private boolean isLeftOut(String path) {
        return path.equals(".git") || path.endsWith("/.git") || into.leftOut().contains(path);
    }

    /** The link itself: its target has a meaning in the image only. */
    private static ContextEntry.Link link(Path link) throws IOException {
        return new ContextEntry.Link(Collecting.slashes(Files.readSymbolicLink(link)));
    }
}
