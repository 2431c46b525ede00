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
 * Entries of {@code dockers} that differ in their platforms only, so that the first can replace all.
 *
 * @param templates the template for each value of the first entry that has to become one
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

    /** The platforms as a list: {@code linux/amd64, linux/arm64}. */
    String platformList() {
        return platforms().stream().map(Platform::toString).collect(Collectors.joining(", "));
    }

    /** The values of the first entry that change, except the keys of its platform. */
    List<SyntaxNode> changing() {
        List<SyntaxNode> changing = new ArrayList<>(templates.keySet());
        changing.addAll(first().platformFlags());
        if (!morePrograms().isEmpty()) {
            changing.add(first().view().all().get(FoldingEntry.IDS));
        }
        return changing;
    }

    /** The {@code ids} of the other entries that the first does not have. */
    List<Scalar> morePrograms() {
        Set<String> named = new HashSet<>(first().view().words(FoldingEntry.IDS));
        return others().stream()
                .flatMap(entry -> entry.view().scalars(FoldingEntry.IDS).stream())
                .filter(id -> named.add(id.value()))
                .toList();
    }

    /** The id of each entry; empty if one has none. */
    Optional<List<String>> ids() {
        List<String> ids = entries.stream()
                .flatMap(entry -> entry.view().text("id").stream())
                .toList();
        return ids.size() == entries.size() ? Optional.of(ids) : Optional.empty();
    }

    /** The ids without the names of platforms, if they are equal then and no other entry has this id. */
    Optional<String> commonId(EditedFile file) {
        return ids().flatMap(ids -> PlatformText.without(ids, platforms()))
                .filter(id -> file.section("dockers").stream()
                        .flatMap(SyntaxNode::children)
                        .flatMap(item -> MergedMapping.of(item).stream())
                        .noneMatch(view -> view.text("id").filter(id::equals).isPresent()));
    }
}
