package dev.jrelease.migrate.renew;

import dev.jrelease.config.bind.Component;
import dev.jrelease.config.yaml.SyntaxNode.Alias;
import dev.jrelease.config.yaml.SyntaxNode.Pair;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import dev.jrelease.failure.Location;
import dev.jrelease.migrate.edit.EditedFile;
import dev.jrelease.migrate.edit.Edits;
import dev.jrelease.migrate.edit.Note.Kind;
import dev.jrelease.migrate.edit.Notes;
import dev.jrelease.migrate.edit.Removal;
import dev.jrelease.migrate.edit.SourceLines;
import dev.jrelease.migrate.edit.Span;
import dev.jrelease.text.LinearPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Leaves out of a file the sections that are not run here, and writes the others with the keys of today. */
public final class FileRenewal {
    private static final LinearPattern SCHEMA = LinearPattern.of("\\s*+#\\s*+yaml-language-server:");

    private final EditedFile file;
    private final TopLevelKeys top;
    private final Set<String> kept;
    private final Removal removal;
    private final Notes notes;
    private final Edits edits = new Edits();

    private FileRenewal(EditedFile file, TopLevelKeys top, Set<String> kept, Notes notes) {
        this.file = file;
        this.top = top;
        this.kept = kept;
        this.removal = new Removal(file.lines());
        this.notes = notes;
    }

    /**
     * The file after that.
     *
     * @param top the keys that a file may have
     * @param kept sections that stay although they are not run
     */
    public static EditedFile of(EditedFile file, TopLevelKeys top, Set<String> kept, Notes notes) {
        return new FileRenewal(file, top, kept, notes).renewed();
    }

    private EditedFile renewed() {
        leaveOutSchema();
        KeyRenewal keys = new KeyRenewal(file, edits, notes);
        SectionRenewal sections = new SectionRenewal(file, top, edits, notes);
        List<Pair> others = new ArrayList<>();
        for (Pair pair : file.root().pairs()) {
            Optional<Component> known = sections.renewed(pair).or(() -> top.get(pair.name()));
            if (known.isPresent()) {
                keys.follow(pair, known.get());
            } else if (!pair.isMerge() && !pair.name().startsWith("x-") && !kept.contains(pair.name())) {
                others.add(pair);
            }
        }
        leaveOut(others);
        return file.after(edits);
    }

    /** Editors would judge the new file by it. */
    private void leaveOutSchema() {
        SourceLines lines = file.lines();
        for (int line = 0; line < lines.count(); line++) {
            if (isSchemaOfGoReleaser(lines.content(line))) {
                int gap = lines.blankAbove(line) == 0 ? lines.blankBelow(line) : line;
                edits.delete(new Span(lines.start(line), lines.end(gap)));
                notes.note(Kind.LEFT_OUT, lines.start(line), "the schema is that of GoReleaser's files");
            }
        }
    }

    private static boolean isSchemaOfGoReleaser(String line) {
        return SCHEMA.matchAtStart(line)
                .filter(start -> line.indexOf("goreleaser", start.end()) >= 0)
                .isPresent();
    }

    private void leaveOut(List<Pair> sections) {
        ProjectNameRenewal projectName = new ProjectNameRenewal(file, notes);
        Map<Pair, Span> gone = new LinkedHashMap<>();
        sections.forEach(pair -> gone.put(pair, removal.section(file.root(), pair)));
        Map<Pair, Alias> kept = needed(gone);
        kept.forEach(this::keepForItsAnchor);
        List<Span> withoutTrace = new ArrayList<>();
        gone.forEach((pair, span) -> projectName
                .of(pair)
                .ifPresentOrElse(
                        line -> edits.replace(
                                span.start(), removal.withoutGap(span).end(), line),
                        () -> {
                            edits.delete(span);
                            notes.leftOut(pair);
                            withoutTrace.add(span);
                        }));
        leaveOutGapAtTheEnd(withoutTrace);
    }

    private void leaveOutGapAtTheEnd(List<Span> gone) {
        int end = file.text().length();
        for (Span span : gone.reversed()) {
            end = span.end() == end ? span.start() : end;
        }
        int last = file.lines().of(end);
        if (end < file.text().length()) {
            edits.delete(new Span(file.lines().start(file.lines().blankAbove(last)), end));
        }
    }

    /** Those that have an anchor which something else needs; they are taken from those that go. */
    private Map<Pair, Alias> needed(Map<Pair, Span> gone) {
        Map<Pair, Alias> needed = new LinkedHashMap<>();
        int before;
        do {
            before = needed.size();
            List<Alias> staying = file.aliasesOutside(gone.values());
            for (Pair pair : List.copyOf(gone.keySet())) {
                staying.stream()
                        .filter(alias -> Span.of(pair).contains(alias.target().start()))
                        .findFirst()
                        .ifPresent(alias -> {
                            needed.put(pair, alias);
                            gone.remove(pair);
                        });
            }
        } while (needed.size() > before);
        return needed;
    }

    private void keepForItsAnchor(Pair pair, Alias alias) {
        if (pair.key() instanceof Scalar key) {
            edits.replace(key.start(), key.end(), "x-" + pair.name());
        }
        Location place = file.location(alias.start());
        notes.note(
                Kind.CHANGED,
                pair.start(),
                pair.name() + " is not run here and stays as x-" + pair.name() + ": line " + place.line() + " takes *"
                        + alias.name() + " from it");
    }
}
