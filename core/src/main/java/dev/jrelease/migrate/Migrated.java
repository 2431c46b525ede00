package dev.jrelease.migrate;

import dev.jrelease.migrate.edit.Note;
import java.util.Comparator;
import java.util.List;

/**
 * What became of a file.
 *
 * @param text of the new one, which plans the same
 * @param notes what was changed, left out, and is to be done, in the order of the lines
 */
public record Migrated(String text, List<Note> notes) {
    public Migrated {
        notes = notes.stream()
                .distinct()
                .sorted(Comparator.comparing(Note::place))
                .toList();
    }

    /** One line each. */
    public String report() {
        StringBuilder lines = new StringBuilder();
        notes.forEach(note -> lines.append(note).append('\n'));
        return lines.toString();
    }
}
