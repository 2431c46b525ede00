package dev.jrelease.config.bind;

import org.jspecify.annotations.Nullable;

/** The notes of records by the names of their classes. The build writes a class of this type with all of them. */
@FunctionalInterface
public interface NoteTable {
    /** What that class is called. */
    String NAME = "dev.jrelease.config.bind.WrittenNotes";

    /** What {@link RecordNotes#text} gave; null for a record that is not in it. */
    @Nullable
    String text(String record);

    /** The one that the build wrote; an empty one where nothing was written, as in an IDE. */
    static NoteTable ofTheBuild() {
        try {
            return Class.forName(NAME)
                    .asSubclass(NoteTable.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ClassNotFoundException nothingWritten) {
            return record -> null;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
