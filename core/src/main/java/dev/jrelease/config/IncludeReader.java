package dev.jrelease.config;

import dev.jrelease.config.bind.BindingContext;
import dev.jrelease.config.bind.Located;
import dev.jrelease.config.bind.Merge;
import dev.jrelease.config.bind.RecordBinder;
import dev.jrelease.config.bind.SourceFile;
import dev.jrelease.config.yaml.SourceText;
import dev.jrelease.config.yaml.YamlReader;
import dev.jrelease.failure.InvalidConfigurationException;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Reason;
import dev.jrelease.files.SourceTree;
import dev.jrelease.glob.Glob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * Reads a file with its {@code includes}, recursively, as one mapping. A file counts once, where it is included first.
 *
 * @see Merge how they are merged
 */
final class IncludeReader {
    private static final String KEY = "includes";
    private static final String EMPTY = "the file is empty";
    private static final int DEEPEST = 10;
    private static final int MOST_FILES = 100;
    private static final int LARGEST = 4 << 20;

    private final BindingContext context;
    private final RecordBinder binder;
    private final Problems problems;
    private final SourceTree tree;
    private final Map<String, String> partials;
    private final Map<Path, String> open = new LinkedHashMap<>();
    private final Set<Path> included = new LinkedHashSet<>();
    private int bytes;

    /**
     *
     * @param partials collects the text of partials, by the names of their files
     */
    IncludeReader(
            BindingContext context,
            RecordBinder binder,
            SourceTree tree,
            Map<String, String> partials,
            Problems problems) {
        this.partials = partials;
        this.context = context;
        this.binder = binder;
        this.problems = problems;
        this.tree = tree;
    }

    /** The merged mapping; empty after an error, which is reported. */
    Optional<MappingNode> read(ConfigFile file) {
        Optional<Path> path = file.onDisk().map(IncludeReader::real);
        path.ifPresent(place -> open.put(place, file.name()));
        Optional<MappingNode> root = read(file, file.isGoReleaser());
        root.filter(IncludeReader::isEmpty).ifPresent(nothing -> problems.error(SourceText.place(nothing), EMPTY));
        return root;
    }

    private static boolean isEmpty(MappingNode mapping) {
        return mapping.getValue().isEmpty();
    }

    private Optional<MappingNode> read(ConfigFile file, boolean lenient) {
        SourceText text = new SourceText(file.name(), file.text());
        context.add(new SourceFile(text, new FilePartials(file, tree, partials, problems), lenient));
        return YamlReader.read(text, lenient, problems).map(own -> withIncluded(own, file, lenient));
    }

    private MappingNode withIncluded(MappingNode own, ConfigFile file, boolean lenient) {
        List<MappingNode> others = new ArrayList<>();
        for (IncludeConfig include : binder.listUnder(IncludeConfig.class, own, KEY)) {
            reportUnfollowed(include);
            include.path().ifPresent(path -> {
                for (Path found : paths(path, file)) {
                    include(found, path.location(), file, lenient)
                            .map(mapping -> Merge.without(KEY, mapping, context))
                            .ifPresent(others::add);
                }
            });
        }
        return Merge.of(others, own, context);
    }

    private void reportUnfollowed(IncludeConfig include) {
        if (include.fromUrl().isPresent()) {
            problems.warning(
                    include.location(),
                    "from_url is not followed: jrelease reads no configuration from the network",
                    "copy the file to the project, and include it with from_file");
        } else if (include.path().isEmpty()) {
            problems.error(include.location(), "the item has no file to include", "use from_file: {path: FILE}");
        }
    }

    /** The paths of an item, from the including file's folder on. */
    private List<Path> paths(Located<String> path, ConfigFile from) {
        String pattern = path.value();
        if (from.folder().isEmpty()) {
            report(path.location(), pattern, "this configuration has no folder");
            return List.of();
        }
        if (pattern.contains("{{")) {
            report(path.location(), pattern, "a path of includes cannot be a template");
            return List.of();
        }
        try {
            return Glob.hasWildcards(pattern) ? matches(path, from.folder().get()) : List.of(Path.of(pattern));
        } catch (IllegalArgumentException malformed) {
            report(path.location(), pattern, "it is not a path");
        } catch (IOException failed) {
            report(path.location(), pattern, Reason.of(failed));
        }
        return List.of();
    }

    private List<Path> matches(Located<String> pattern, Path folder) throws IOException {
        tree.inside(folder.resolve(Glob.leadingDirectory(pattern.value())));
        List<Path> files = FilePattern.files(pattern.value(), folder);
        if (files.isEmpty()) {
            problems.warning(pattern.location(), "there is no file '" + pattern.value() + "'");
        }
        // a pattern may match the including file itself
        return files.stream()
                .filter(file -> !open.containsKey(real(folder.resolve(file))))
                .toList();
    }

    private Optional<MappingNode> include(Path path, Location place, ConfigFile from, boolean lenient) {
        Path file = from.folder().orElseThrow().resolve(path);
        Path real = real(file);
        String name = from.beside(path.toString());
        if (open.containsKey(real)) {
            report(place, path.toString(), "it includes itself: " + String.join(", ", open.values()) + ", " + name);
            return Optional.empty();
        }
        if (included.contains(real) || !isRoom(place)) {
            return Optional.empty();
        }
        included.add(real);
        open.put(real, name);
        try {
            Optional<MappingNode> part =
                    text(file, name, place).flatMap(text -> read(text, text.isGoReleaser(lenient)));
            part.filter(IncludeReader::isEmpty)
                    .ifPresent(nothing -> problems.warning(SourceText.place(nothing), EMPTY));
            return part;
        } finally {
            open.remove(real);
        }
    }

    private boolean isRoom(Location place) {
        String why = open.size() > DEEPEST
                ? "files include each other more than " + DEEPEST + " deep"
                : included.size() >= MOST_FILES
                        ? "there are more than " + MOST_FILES + " files"
                        : bytes > LARGEST ? "together they are larger than " + (LARGEST >> 20) + " MiB" : "";
        if (!why.isEmpty()) {
            problems.error(place, "could not include more files: " + why);
        }
        return why.isEmpty();
    }

    private Optional<ConfigFile> text(Path file, String name, Location place) {
        try {
            byte[] content = BoundedFile.readRegular(tree.inside(file));
            bytes += content.length;
            return Optional.of(ConfigFile.decode(name, content, Optional.ofNullable(file.getParent())));
        } catch (IOException failed) {
            report(place, name, Reason.of(failed));
        } catch (InvalidConfigurationException notText) {
            problems.addAll(notText.problems());
        }
        return Optional.empty();
    }

    private void report(Location place, String path, String why) {
        problems.error(place, "could not include '" + path + "': " + why);
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException missing) {
            return file.toAbsolutePath().normalize();
        }
    }
}
