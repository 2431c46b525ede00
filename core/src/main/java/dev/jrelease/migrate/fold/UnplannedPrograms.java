package dev.jrelease.migrate.fold;

import dev.jrelease.config.yaml.SyntaxNode.Sequence;
import dev.jrelease.image.KnownPlatforms;
import dev.jrelease.image.Platform;
import dev.jrelease.migrate.edit.EditedFile;
import dev.jrelease.migrate.edit.MergedMapping;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds programs that an image would get if entries were folded, but that its own entry does not name. A plan has only
 * programs that exist; for others, {@code builds} states the possible platforms.
 */
final class UnplannedPrograms {
    private final List<MergedMapping> builds;

    UnplannedPrograms(EditedFile file) {
        this.builds = file.section("builds").stream()
                .flatMap(section -> section instanceof Sequence list ? list.items().stream() : Stream.of(section))
                .flatMap(item -> MergedMapping.of(item).stream())
                .toList();
    }

    /** The images and the programs that they would get in addition; empty if there are none. */
    Optional<String> in(FoldGroup group) {
        Set<String> all = new LinkedHashSet<>();
        group.entries().forEach(entry -> all.addAll(entry.view().words(FoldingEntry.IDS)));
        return group.entries().stream()
                .flatMap(entry -> all.stream()
                        .filter(id ->
                                !entry.view().words(FoldingEntry.IDS).contains(id) && canBeFor(id, entry.platform()))
                        .map(id -> "the image for " + entry.platform() + " could get the programs of " + id + ", too"))
                .findFirst();
    }

    private boolean canBeFor(String id, Platform platform) {
        Optional<MergedMapping> build = builds.stream()
                .filter(view -> view.text("id").filter(id::equals).isPresent())
                .findFirst();
        return build.filter(view -> !canBeFor(view, platform)).isEmpty();
    }

    private static boolean canBeFor(MergedMapping build, Platform platform) {
        boolean known = build.text("builder").filter("prebuilt"::equals).isPresent();
        boolean oneOf = names(build, "goos", KnownPlatforms.DEFAULT_GOOS, platform.os())
                && names(build, "goarch", KnownPlatforms.DEFAULT_GOARCH, platform.architecture())
                && (!platform.architecture().equals("arm")
                        || names(
                                build,
                                "goarm",
                                List.of(KnownPlatforms.DEFAULT_GOARM),
                                platform.variant().replace("v", "")));
        return !known && (oneOf || build.all().containsKey("targets"));
    }

    private static boolean names(MergedMapping build, String key, List<String> standard, String word) {
        List<String> words = build.words(key);
        return (words.isEmpty() ? standard : words).stream().anyMatch(each -> each.equals(word) || each.contains("{{"));
    }
}
