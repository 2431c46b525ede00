package dev.jrelease.migrate.edit;

import dev.jrelease.config.yaml.SyntaxNode.Pair;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.migrate.edit.Note.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the lines of the report. */
public final class Notes {
    private final EditedFile file;
    private final Map<Location, String> said = new LinkedHashMap<>();
    private final List<Note> notes;

    /**
     * Starts to collect.
     *
     * @param problems what was said of the file when it was read
     * @param notes where the lines go
     */
    public Notes(EditedFile file, Problems problems, List<Note> notes) {
        this.file = file;
        for (Problem problem : problems.list()) {
            said.putIfAbsent(problem.location(), problem.message());
        }
        this.notes = notes;
    }

    public void note(Kind kind, int offset, String text) {
        notes.add(new Note(kind, file.location(offset), text));
    }

    /** Notes a key that is left out, with the message of its problem. */
    public void leftOut(Pair pair) {
        String standard = "unknown key '" + pair.name() + "'";
        note(Kind.LEFT_OUT, pair.start(), said.getOrDefault(file.location(pair.start()), standard));
    }
}
