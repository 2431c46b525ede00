package dev.jrelease.migrate.fold;

import dev.jrelease.config.yaml.SyntaxNode.Alias;
import dev.jrelease.config.yaml.SyntaxNode.Mapping;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import dev.jrelease.migrate.edit.EditedFile;
import dev.jrelease.migrate.edit.MergedMapping;
import dev.jrelease.migrate.edit.Removal;
import dev.jrelease.migrate.edit.ScalarText;
import dev.jrelease.migrate.edit.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks whether the text of entries allows to fold them. A value that other parts of the file share cannot change. */
final class FoldCheck {
    private final EditedFile file;
    private final List<Alias> staying;

    /** @param groups all groups that will be folded */
    FoldCheck(EditedFile file, List<FoldGroup> groups) {
        this.file = file;
        this.staying = file.aliasesOutside(groups.stream()
                .flatMap(group -> group.others().stream())
                .map(FoldingEntry::span)
                .toList());
    }

    /** The reason why a group cannot be folded; empty if it can. */
    Optional<String> refusal(FoldGroup group) {
        return unusual(group)
                .or(() -> notItsOwn(group))
                .or(() -> notWritable(group))
                .or(() -> needed(group))
                .or(() -> shared(group))
                .or(() -> named(group))
                .or(() -> new UnplannedPrograms(file).in(group));
    }

    private Optional<String> unusual(FoldGroup group) {
        Removal removal = new Removal(file.lines());
        boolean usual = group.entries().stream()
                .allMatch(entry -> removal.dash(entry.item()).isPresent());
        return usual ? Optional.empty() : Optional.of("something stands between a dash and its entry");
    }

    private static Optional<String> notItsOwn(FoldGroup group) {
        MergedMapping first = group.first().view();
        Set<String> changing = new LinkedHashSet<>(FoldingEntry.PLATFORM_KEYS);
        changing.add("id");
        if (!group.morePrograms().isEmpty()) {
            changing.add(FoldingEntry.IDS);
        }
        return changing.stream()
                .filter(first.all()::containsKey)
                .filter(key -> first.own(key).isEmpty())
                .findFirst()
                .map(key -> key + " is merged into it");
    }

    /** Values that change have to be inside the entry, and each on one line. */
    private static Optional<String> notWritable(FoldGroup group) {
        boolean elsewhere =
                group.changing().stream().anyMatch(node -> !group.first().span().contains(Span.of(node)));
        boolean unwritable = group.templates().entrySet().stream()
                .anyMatch(
                        entry -> ScalarText.of(entry.getValue(), entry.getKey().style(), true)
                                .isEmpty());
        if (elsewhere) {
            return Optional.of("what would change stands outside of the entry, behind an anchor");
        }
        return unwritable ? Optional.of("what would change is written in several lines") : Optional.empty();
    }

    /** Refuses if an alias elsewhere refers to a part of a removed entry. A single value can move to the alias instead. */
    private Optional<String> needed(FoldGroup group) {
        return staying.stream()
                .filter(alias -> group.others().stream()
                        .anyMatch(entry -> entry.span().contains(alias.target().start())))
                .filter(alias -> !AnchorMoves.canMove(alias))
                .findFirst()
                .map(alias -> taken(alias) + "from them");
    }

    /** Refuses if an alias elsewhere refers to a value that changes, or to a mapping or list that contains it. */
    private Optional<String> shared(FoldGroup group) {
        List<Span> changing = new ArrayList<>();
        group.changing().forEach(node -> changing.add(Span.of(node)));
        FoldingEntry.PLATFORM_KEYS.stream()
                .flatMap(key -> group.first().view().own(key).stream())
                .forEach(pair -> changing.add(Span.of(pair)));
        return staying.stream()
                .filter(alias -> changing.stream().anyMatch(Span.of(alias.target())::contains))
                .filter(alias -> group.first().span().contains(alias.start()) || !AnchorMoves.canMove(alias))
                .findFirst()
                .map(alias -> taken(alias) + "from it");
    }

    private String taken(Alias alias) {
        return "line " + file.location(alias.start()).line() + " takes *" + alias.name() + " ";
    }

    /** Refuses if another section refers to one of the entries by its id. */
    private Optional<String> named(FoldGroup group) {
        List<String> ids = group.ids().orElse(List.of());
        return file.root().pairs().stream()
                .filter(section ->
                        !section.name().equals("dockers") && !section.name().equals("builds"))
                .flatMap(section -> section.value().all())
                .filter(Mapping.class::isInstance)
                .flatMap(node -> MergedMapping.of(node).stream())
                .flatMap(view -> view.items(FoldingEntry.IDS).stream())
                .filter(item -> item.resolved() instanceof Scalar scalar && ids.contains(scalar.value()))
                .findFirst()
                .map(item -> "line " + file.location(item.start()).line() + " names one of them by its id");
    }
}
