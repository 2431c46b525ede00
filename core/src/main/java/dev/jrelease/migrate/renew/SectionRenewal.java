package dev.jrelease.migrate.renew;

import dev.jrelease.config.bind.Component;
import dev.jrelease.config.yaml.SyntaxNode;
import dev.jrelease.config.yaml.SyntaxNode.Mapping;
import dev.jrelease.config.yaml.SyntaxNode.Pair;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import dev.jrelease.migrate.edit.EditedFile;
import dev.jrelease.migrate.edit.Edits;
import dev.jrelease.migrate.edit.MergedMapping;
import dev.jrelease.migrate.edit.Note.Kind;
import dev.jrelease.migrate.edit.Notes;
import dev.jrelease.migrate.edit.Removal;
import dev.jrelease.migrate.edit.SourceLines;
import java.util.Optional;

/** Sections that have another shape today, not only another name. */
final class SectionRenewal {
    private static final String PREFIX = "tag_prefix";

    private final EditedFile file;
    private final TopLevelKeys top;
    private final Edits edits;
    private final Notes notes;

    SectionRenewal(EditedFile file, TopLevelKeys top, Edits edits, Notes notes) {
        this.file = file;
        this.top = top;
        this.edits = edits;
        this.notes = notes;
    }

    /** What a section is followed as, if it is another today. */
    Optional<Component> renewed(Pair pair) {
        return switch (pair.name()) {
            case "version" -> version(pair);
            case "build" -> build(pair);
            case "monorepo" -> monorepo(pair);
            default -> Optional.empty();
        };
    }

    private Optional<Component> version(Pair pair) {
        if (pair.value() instanceof Scalar number && number.value().strip().equals("2")) {
            edits.replace(number.start(), number.end(), "1");
            notes.note(Kind.CHANGED, pair.start(), "version 2 is the number of GoReleaser's files, 1 that of these");
        }
        return Optional.empty();
    }

    /** {@code build}, one entry, is a list of entries today. */
    private Optional<Component> build(Pair pair) {
        Optional<Component> builds = top.get("builds");
        if (builds.isEmpty() || file.section("builds").isPresent()) {
            return Optional.empty();
        }
        if (pair.value() instanceof Mapping entry && pair.key() instanceof Scalar key && !entry.flow()) {
            SourceLines lines = file.lines();
            edits.replace(key.start(), key.end(), "builds");
            edits.insert(entry.start(), "- ");
            for (int line = lines.of(entry.start()) + 1; line <= lines.of(entry.end()); line++) {
                if (!lines.isBlank(line)) {
                    edits.insert(lines.start(line), "  ");
                }
            }
            notes.note(Kind.CHANGED, pair.start(), "'build' is a list of entries today, builds");
            return builds;
        }
        return Optional.empty();
    }

    /** {@code monorepo.tag_prefix} is {@code git.tag_prefix} today. */
    private Optional<Component> monorepo(Pair pair) {
        Optional<Component> git = top.get("git").filter(SectionRenewal::hasPrefix);
        Optional<Scalar> prefix = MergedMapping.of(pair.value()).flatMap(view -> view.scalar(PREFIX));
        boolean nothingElse =
                pair.value() instanceof Mapping monorepo && monorepo.pairs().size() == 1;
        if (git.isEmpty() || prefix.isEmpty() || !nothingElse) {
            return Optional.empty();
        }
        Optional<SyntaxNode> other = file.section("git");
        if (other.isEmpty()) {
            edits.replace(pair.key().start(), pair.key().end(), "git");
        } else if (other.get() instanceof Mapping mapping && !mapping.flow()) {
            String value =
                    file.text().substring(prefix.get().start(), prefix.get().end());
            String indent = " ".repeat(file.lines().indent(mapping.start()));
            edits.insert(mapping.start(), PREFIX + ": " + value + file.lines().lineBreak() + indent);
            edits.delete(new Removal(file.lines()).section(file.root(), pair));
        } else {
            return Optional.empty();
        }
        notes.note(Kind.CHANGED, pair.start(), "monorepo.tag_prefix is git.tag_prefix today");
        return git;
    }

    private static boolean hasPrefix(Component git) {
        return git.shape()
                .keys()
                .filter(keys -> keys.byKey().containsKey(PREFIX))
                .isPresent();
    }
}
