package dev.jrelease.migrate.fold;

import dev.jrelease.config.yaml.SyntaxNode;
import dev.jrelease.config.yaml.SyntaxNode.Mapping;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import dev.jrelease.config.yaml.SyntaxNode.Sequence;
import dev.jrelease.image.KnownPlatforms;
import dev.jrelease.image.Platform;
import dev.jrelease.migrate.edit.MergedMapping;
import dev.jrelease.migrate.edit.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of {@code dockers} for one platform.
 *
 * @param item its node in the list
 */
record FoldingEntry(SyntaxNode item, MergedMapping view, Platform platform) {
    static final String IDS = "ids";
    static final String FLAGS = "build_flag_templates";
    /** The keys that state the platform. */
    static final List<String> PLATFORM_KEYS = List.of("goos", "goarch", "goarm");

    private static final Set<String> SEVERAL = Set.of("platforms", "matrix", "images", "tags");
    private static final String FLAG = "--platform";

    /** The entry; empty if it is for several platforms, or if a template gives the platform. */
    static Optional<FoldingEntry> of(SyntaxNode item) {
        if (!(item instanceof Mapping)) {
            return Optional.empty();
        }
        return MergedMapping.of(item)
                .filter(view -> view.all().keySet().stream().noneMatch(SEVERAL::contains))
                .flatMap(view -> platform(view).map(platform -> new FoldingEntry(item, view, platform)));
    }

    private static Optional<Platform> platform(MergedMapping view) {
        List<SyntaxNode> flags = flags(view);
        if (!flags.isEmpty()) {
            String last = text(flags.getLast());
            String value = last.startsWith(FLAG + "=") ? last.substring(FLAG.length() + 1) : last;
            return Platform.parse(value.strip());
        }
        String architecture = view.text("goarch").orElse("amd64");
        String variant =
                architecture.equals("arm") ? "/v" + view.text("goarm").orElse(KnownPlatforms.DEFAULT_GOARM) : "";
        return Platform.parse(view.text("goos").orElse("linux") + "/" + architecture + variant);
    }

    Span span() {
        return view.span();
    }

    /** The items of {@code build_flag_templates} that state the platform: {@code --platform=…}, or the flag and its value. */
    List<SyntaxNode> platformFlags() {
        return flags(view);
    }

    private static List<SyntaxNode> flags(MergedMapping view) {
        List<SyntaxNode> found = new ArrayList<>();
        boolean value = false;
        for (SyntaxNode item : view.items(FLAGS)) {
            String text = text(item);
            if (value || text.startsWith(FLAG + "=") || text.equals(FLAG)) {
                found.add(item);
            }
            value = !value && text.equals(FLAG);
        }
        return found;
    }

    private static String text(SyntaxNode node) {
        return node.resolved() instanceof Scalar scalar ? scalar.value().strip() : "";
    }

    /** All keys but its id and those of its platform. */
    Map<String, SyntaxNode> rest() {
        Map<String, SyntaxNode> rest = new LinkedHashMap<>(view.all());
        rest.keySet().removeAll(PLATFORM_KEYS);
        rest.keySet().removeAll(List.of("id", "goamd64"));
        if (view.all().get(FLAGS) instanceof Sequence flags) {
            List<SyntaxNode> others = new ArrayList<>(flags.items());
            others.removeAll(platformFlags());
            rest.put(FLAGS, new Sequence(flags.start(), flags.end(), flags.flow(), others));
        }
        rest.values()
                .removeIf(value ->
                        value instanceof Sequence sequence && sequence.items().isEmpty());
        return rest;
    }
}
