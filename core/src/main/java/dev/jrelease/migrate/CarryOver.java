package dev.jrelease.migrate;

import dev.jrelease.config.bind.Component;
import dev.jrelease.config.yaml.SyntaxNode.Alias;
import dev.jrelease.config.yaml.SyntaxNode.Pair;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import dev.jrelease.failure.Location;
import dev.jrelease.migrate.Note.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Leaves out of a file what is not followed here, and calls everything else by its name of today. */
final class CarryOver {
    private static final String SCHEMA = "\\s*#\\s*yaml-language-server:.*goreleaser.*";

    private final EditedFile sheet;
    private final TopLevelKeys top;
    private final Set<String> kept;
    private final Removal removal;
    private final NoteCollector remarks;
    private final Edits edits = new Edits();

    private CarryOver(EditedFile sheet, TopLevelKeys top, Set<String> kept, NoteCollector remarks) {
        this.sheet = sheet;
        this.top = top;
        this.kept = kept;
        this.removal = new Removal(sheet.lines());
        this.remarks = remarks;
    }

    /**
     * The file without the rest.
     *
     * @param top the keys that a file may have
     * @param kept sections that stay although they are not run
     */
    static EditedFile of(EditedFile sheet, TopLevelKeys top, Set<String> kept, NoteCollector remarks) {
        return new CarryOver(sheet, top, kept, remarks).carried();
    }

    private EditedFile carried() {
        leaveOutSchema();
        KeyRenewal keys = new KeyRenewal(sheet, edits, remarks);
        SectionRenewal sections = new SectionRenewal(sheet, top, edits, remarks);
        List<Pair> others = new ArrayList<>();
        for (Pair pair : sheet.root().pairs()) {
            Optional<Component> known = sections.renewed(pair).or(() -> top.get(pair.name()));
            if (known.isPresent()) {
                keys.follow(pair, known.get());
            } else if (!pair.isMerge() && !pair.name().startsWith("x-") && !kept.contains(pair.name())) {
                others.add(pair);
            }
        }
        leaveOut(others);
        return sheet.after(edits.apply(sheet.text()));
    }

    /** Editors would judge the new file by it. */
    private void leaveOutSchema() {
        SourceLines lines = sheet.lines();
        for (int line = 0; line < lines.count(); line++) {
            if (lines.content(line).matches(SCHEMA)) {
                int gap = lines.blankAbove(line) == 0 ? lines.blankBelow(line) : line;
                edits.delete(new Span(lines.start(line), lines.end(gap)));
                remarks.note(Kind.LEFT_OUT, lines.start(line), "the schema is that of GoReleaser's files");
            }
        }
    }

    private void leaveOut(List<Pair> sections) {
        ProjectNameRenewal projectName = new ProjectNameRenewal(sheet, remarks);
        Map<Pair, Span> gone = new LinkedHashMap<>();
        sections.forEach(pair -> gone.put(pair, removal.section(sheet.root(), pair)));
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
                            remarks.leftOut(pair);
                            withoutTrace.add(span);
                        }));
        leaveOutGapAtTheEnd(withoutTrace);
    }

    private void leaveOutGapAtTheEnd(List<Span> gone) {
        int end = sheet.text().length();
        for (Span span : gone.reversed()) {
            end = span.end() == end ? span.start() : end;
        }
        int last = sheet.lines().of(end);
        if (end < sheet.text().length()) {
            edits.delete(new Span(sheet.lines().start(sheet.lines().blankAbove(last)), end));
        }
    }

    /** Those that have an anchor which something else needs; they are taken from those that go. */
    private Map<Pair, Alias> needed(Map<Pair, Span> gone) {
        Map<Pair, Alias> needed = new LinkedHashMap<>();
        int before;
        do {
            before = needed.size();
            List<Alias> staying = sheet.aliasesOutside(gone.values());
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
        Location place = sheet.location(alias.start());
        remarks.note(
                Kind.CHANGED,
                pair.start(),
                pair.name() + " is not run here and stays as x-" + pair.name() + ": line " + place.line() + " takes *"
                        + alias.name() + " from it");
    }
}
