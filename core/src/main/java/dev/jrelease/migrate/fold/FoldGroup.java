package dev.jrelease.migrate.fold;

import dev.jrelease.config.yaml.SyntaxNode;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import dev.jrelease.image.Platform;
import dev.jrelease.migrate.edit.EditedFile;
import dev.jrelease.migrate.edit.MergedMapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Entries of {@code dockers} that differ by their platforms only, so that the first can stand for all.
 *
 * @param templates what becomes of single values of the first
 */
public record FoldGroup(List<FoldingEntry> entries, Map<Scalar, String> templates) {
    public FoldGroup {
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

    /** What of the first will be written otherwise, apart from its platform. */
    List<SyntaxNode> changing() {
        List<SyntaxNode> changing = new ArrayList<>(templates.keySet());
        changing.addAll(first().platformFlags());
        if (!morePrograms().isEmpty()) {
            changing.add(first().view().all().get(FoldingEntry.IDS));
        }
        return changing;
    }

    /** What the others name in {@code ids} and the first does not. */
    List<Scalar> morePrograms() {
        Set<String> named = new HashSet<>(first().view().words(FoldingEntry.IDS));
        return others().stream()
                .flatMap(entry -> entry.view().scalars(FoldingEntry.IDS).stream())
                .filter(id -> named.add(id.value()))
                .toList();
    }

    /** What each entry is called, if each is called something. */
    Optional<List<String>> ids() {
        List<String> ids = entries.stream()
                .flatMap(entry -> entry.view().text("id").stream())
                .toList();
        return ids.size() == entries.size() ? Optional.of(ids) : Optional.empty();
    }

    /** What their ids have in common, if nothing is called that yet. */
    Optional<String> commonId(EditedFile file) {
        return ids().flatMap(ids -> PlatformText.without(ids, platforms()))
                .filter(id -> file.section("dockers").stream()
                        .flatMap(SyntaxNode::children)
                        .flatMap(item -> MergedMapping.of(item).stream())
                        .noneMatch(view -> view.text("id").filter(id::equals).isPresent()));
    }
}
