package dev.jrelease.config.bind;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The annotations of a record and of its components. Reading them by reflection took a third of the time of {@code
 * check}, so the build generates a {@link NoteTable}.
 */
public record RecordNotes(List<Note> ofType, List<List<Note>> ofComponents) {
    private static final char ELEMENT = '\u001d';
    private static final char NOTE = '\u001e';
    private static final NoteTable TABLE = NoteTable.ofTheBuild();

    public RecordNotes {
        ofType = List.copyOf(ofType);
        ofComponents = List.copyOf(ofComponents);
    }

    static RecordNotes of(Class<?> type) {
        String text = TABLE.text(type.getName());
        return text == null ? read(type) : parse(text);
    }

    /** Reads the annotations by reflection. */
    public static RecordNotes read(Class<?> type) {
        List<List<Note>> components = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.add(Note.read(component));
        }
        return new RecordNotes(Note.read(type), components);
    }

    /** Whether there are no annotations. {@code WriteNotes} of the build asks it. */
    public boolean isEmpty() {
        return ofType.isEmpty() && ofComponents.stream().allMatch(List::isEmpty);
    }

    /** The annotation of the record with this name. */
    Optional<Note> ofType(String name) {
        for (Note note : ofType) {
            if (note.name().equals(name)) {
                return Optional.of(note);
            }
        }
        return Optional.empty();
    }

    /** The text for a table. */
    public String text() {
        return Stream.concat(Stream.of(ofType), ofComponents.stream())
                .map(notes -> notes.stream().map(Note::text).collect(Collectors.joining(String.valueOf(NOTE))))
                .collect(Collectors.joining(String.valueOf(ELEMENT)));
    }

    /** Parses the result of {@link #text}. */
    public static RecordNotes parse(String text) {
        List<List<Note>> elements = new ArrayList<>();
        for (String element : split(text, ELEMENT)) {
            elements.add(notes(element));
        }
        return new RecordNotes(elements.getFirst(), elements.subList(1, elements.size()));
    }

    private static List<Note> notes(String element) {
        List<Note> notes = new ArrayList<>();
        if (!element.isEmpty()) {
            for (String note : split(element, NOTE)) {
                notes.add(Note.parse(note));
            }
        }
        return notes;
    }

    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            parts.add(text.substring(start, end));
            start = end + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }
}
