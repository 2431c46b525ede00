package dev.jrelease.config.bind;

import org.jspecify.annotations.Nullable;

/** The annotations of records by class name. The build generates an implementation. */
@FunctionalInterface
public interface NoteTable {
    /** The name of the generated class. */
    String NAME = "dev.jrelease.config.bind.WrittenNotes";

    /** The result of {@link RecordNotes#text}; null for a record without an entry. */
    @Nullable
    String text(String record);

    /** The generated table; an empty one if there is none, as in an IDE. */
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
