package dev.jrelease.migrate;

import dev.jrelease.config.yaml.SyntaxNode;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import dev.jrelease.image.Platform;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Entries of {@code dockers} that differ by their platforms only, so that the first can stand for all.
 *
 * @param templates what becomes of single values of the first
 */
record FoldGroup(List<FoldingEntry> entries, Map<Scalar, String> templates) {
    FoldGroup {
        entries = List.copyOf(entries);
        templates = Collections.unmodifiableMap(new LinkedHashMap<>(templates));
    }

    FoldingEntry first() {
        return entries.getFirst();
    }

    List<FoldingEntry> others() {
        return entries.subList(1, entries.size());
    }

    List<Platform> platforms() {
        return entries.stream().map(FoldingEntry::platform).toList();
    }

    /** {@code linux/amd64, linux/arm64} */
    String platformList() {
        return platforms().stream().map(Platform::toString).collect(Collectors.joining(", "));
    }

    /** What each entry is called, if each is called something. */
    Optional<List<String>> ids() {
        List<String> ids = entries.stream()
                .flatMap(entry -> entry.view().text("id").stream())
                .toList();
        return ids.size() == entries.size() ? Optional.of(ids) : Optional.empty();
    }

    /** What their ids have in common, if nothing is called that yet. */
    Optional<String> commonId(Sheet sheet) {
        return ids().flatMap(ids -> PlatformText.without(ids, platforms()))
                .filter(id -> sheet.section("dockers").stream()
                        .flatMap(SyntaxNode::children)
                        .flatMap(item -> EntryView.of(item).stream())
                        .noneMatch(view -> view.text("id").filter(id::equals).isPresent()));
    }
}
