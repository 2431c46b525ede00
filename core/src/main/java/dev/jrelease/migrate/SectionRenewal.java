package dev.jrelease.migrate;

import dev.jrelease.config.bind.Component;
import dev.jrelease.config.yaml.SyntaxNode;
import dev.jrelease.config.yaml.SyntaxNode.Mapping;
import dev.jrelease.config.yaml.SyntaxNode.Pair;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import dev.jrelease.migrate.Note.Kind;
import java.util.Optional;

/** Sections that have another shape today, not only another name. */
final class SectionRenewal {
    private static final String PREFIX = "tag_prefix";

    private final EditedFile sheet;
    private final TopLevelKeys top;
    private final Edits edits;
    private final NoteCollector remarks;

    SectionRenewal(EditedFile sheet, TopLevelKeys top, Edits edits, NoteCollector remarks) {
        this.sheet = sheet;
        this.top = top;
        this.edits = edits;
        this.remarks = remarks;
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
            remarks.note(Kind.CHANGED, pair.start(), "version 2 is the number of GoReleaser's files, 1 that of these");
        }
        return Optional.empty();
    }

    /** {@code build}, one entry, is a list of entries today. */
    private Optional<Component> build(Pair pair) {
        Optional<Component> builds = top.get("builds");
        if (builds.isEmpty() || sheet.section("builds").isPresent()) {
            return Optional.empty();
        }
        if (pair.value() instanceof Mapping entry && pair.key() instanceof Scalar key && !entry.flow()) {
            SourceLines lines = sheet.lines();
            edits.replace(key.start(), key.end(), "builds");
            edits.insert(entry.start(), "- ");
            for (int line = lines.of(entry.start()) + 1; line <= lines.of(entry.end()); line++) {
                if (!lines.isBlank(line)) {
                    edits.insert(lines.start(line), "  ");
                }
            }
            remarks.note(Kind.CHANGED, pair.start(), "'build' is a list of entries today, builds");
            return builds;
        }
        return Optional.empty();
    }

    /** {@code monorepo.tag_prefix} is {@code git.tag_prefix} today. */
    private Optional<Component> monorepo(Pair pair) {
        Optional<Component> git = top.get("git").filter(SectionRenewal::hasPrefix);
        Optional<Scalar> prefix = EntryView.of(pair.value()).flatMap(view -> view.scalar(PREFIX));
        boolean nothingElse =
                pair.value() instanceof Mapping monorepo && monorepo.pairs().size() == 1;
        if (git.isEmpty() || prefix.isEmpty() || !nothingElse) {
            return Optional.empty();
        }
        Optional<SyntaxNode> other = sheet.section("git");
        if (other.isEmpty()) {
            edits.replace(pair.key().start(), pair.key().end(), "git");
        } else if (other.get() instanceof Mapping mapping && !mapping.flow()) {
            String value =
                    sheet.text().substring(prefix.get().start(), prefix.get().end());
            String indent = " ".repeat(sheet.lines().indent(mapping.start()));
            edits.insert(mapping.start(), PREFIX + ": " + value + sheet.lines().lineBreak() + indent);
            edits.delete(new Removal(sheet.lines()).section(sheet.root(), pair));
        } else {
            return Optional.empty();
        }
        remarks.note(Kind.CHANGED, pair.start(), "monorepo.tag_prefix is git.tag_prefix today");
        return git;
    }

    private static boolean hasPrefix(Component git) {
        return git.shape()
                .keys()
                .filter(keys -> keys.byKey().containsKey(PREFIX))
                .isPresent();
    }
}
