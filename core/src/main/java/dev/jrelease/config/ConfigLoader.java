package dev.jrelease.config;

import dev.jrelease.config.bind.BindingContext;
import dev.jrelease.config.bind.Excerpt;
import dev.jrelease.config.bind.RecordBinder;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.files.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Loads a configuration from a file, and reports its problems. */
public final class ConfigLoader {
    private final ConfigFile file;
    private final List<Section<?>> sections;
    private final Problems problems;
    private final RecordBinder binder;
    private final BindingContext context;
    private final Map<String, String> partials = new TreeMap<>();

    private ConfigLoader(ConfigFile file, List<Section<?>> sections, Problems problems) {
        this.file = file;
        this.sections = sections;
        this.problems = problems;
        this.context = new BindingContext(problems);
        this.binder = new RecordBinder(context);
    }

    /**
     * Binds a file and its includes; never fails. Values that are missing or invalid have defaults.
     *
     * @param sections that are read, besides {@link ProjectConfig#SECTION}
     */
    public static ReleaseConfig load(ConfigFile file, List<Section<?>> sections, Problems problems) {
        List<Section<?>> all = new ArrayList<>(List.of(ProjectConfig.SECTION));
        all.addAll(sections);
        return new ConfigLoader(file, all, problems).load();
    }

    private ReleaseConfig load() {
        Optional<MappingNode> root = new IncludeReader(context, binder, tree(), partials, problems).read(file);
        Map<Section<?>, Object> bound = new LinkedHashMap<>();
        for (Section<?> section : sections) {
            bound.put(
                    section, root.<Object>map(mapping -> bind(section, mapping)).orElseGet(() -> absent(section)));
        }
        List<String> known = keys(Section::everyKey);
        List<String> today = keys(Section::keysOfToday);
        root.ifPresent(mapping -> binder.keys(mapping).forEach((key, place) -> report(key, place, known, today)));
        ReleaseConfig config =
                new ReleaseConfig(file, context::isLenient, bound, new ConfigContent(root, context, partials));
        config.project().check(problems);
        return config;
    }

    /** Text without a file cannot name files. */
    private SourceTree tree() {
        return SourceTree.around(file.folder().orElse(Path.of("")));
    }

    /** Some keys of all sections, without those that are not run. */
    private List<String> keys(Function<Section<?>, List<String>> of) {
        return sections.stream()
                .flatMap(section -> of.apply(section).stream())
                .filter(key -> !UnrunKey.is(key))
                .distinct()
                .toList();
    }

    private Object bind(Section<?> section, MappingNode root) {
        if (section.isAcross()) {
            return binder.bindAmong(section.type(), root);
        }
        return binder.bindUnder(section.type(), root, section.keys().getFirst());
    }

    private Object absent(Section<?> section) {
        return binder.absent(section.type(), new Location(file.name(), 1, 1));
    }

    /** Whether the key is probably a misspelt known key, and not a key of GoReleaser. */
    private static boolean isMistyped(String key, List<String> known) {
        List<String> all = new ArrayList<>(known);
        all.addAll(UnrunKey.names());
        return Suggestion.closest(key, all).filter(known::contains).isPresent();
    }

    /** Reports a top-level key that no section has. */
    private void report(String key, Location place, List<String> known, List<String> today) {
        if (known.contains(key) || key.startsWith("x-")) {
            return;
        }
        Optional<UnrunKey> unrun = UnrunKey.find(key);
        if (unrun.isPresent()) {
            problems.warning(place, unrun.get().warning());
            return;
        }
        String hint =
                Suggestion.didYouMean(key, today).orElseGet(() -> "the keys here are " + String.join(", ", today));
        if (context.isLenient(place) && !isMistyped(key, known)) {
            problems.warning(place, "unknown key '" + Excerpt.of(key) + "'", hint);
        } else {
            problems.unknownKey(place, Excerpt.of(key), hint);
        }
    }
}
