package dev.jrelease.migrate.edit;

import java.util.List;

/**
 * A text that was changed, and what was changed.
 *
 * @param edits in the order of the text, none of which overlap
 */
record EditedText(String text, List<Edits.Edit> edits) {
    EditedText {
        edits = List.copyOf(edits);
    }

    /** Where a character was before; of one that is new, where it was put. */
    int origin(int offset) {
        int moved = 0;
        for (Edits.Edit edit : edits) {
            int start = edit.start() + moved;
            if (offset < start) {
                break;
            }
            if (offset < start + edit.text().length()) {
                return edit.start();
            }
            moved += edit.text().length() - (edit.end() - edit.start());
        }
        return offset - moved;
    }
}
