package dev.jrelease.config.bind;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * An annotation of a record or component, as text.
 *
 * @param name of its type
 * @param values of its members, sorted by name
 */
record Note(String name, List<String> values) {
    private static final char SEPARATOR = '\u001f';

    Note {
        values = List.copyOf(values);
    }

    /** Its only value. */
    String value() {
        return values.getFirst();
    }

    /** The annotations of a record or component. */
    static List<Note> read(AnnotatedElement element) {
        List<Note> notes = new ArrayList<>();
        for (Annotation annotation : element.getAnnotations()) {
            if (annotation instanceof Unsupported.All several) {
                Arrays.stream(several.value()).map(Note::of).forEach(notes::add);
            } else if (annotation.annotationType().getPackage() == Note.class.getPackage()) {
                notes.add(of(annotation));
            }
        }
        return notes;
    }

    private static Note of(Annotation annotation) {
        List<String> values = new ArrayList<>();
        Arrays.stream(annotation.annotationType().getDeclaredMethods())
                .sorted(Comparator.comparing(Method::getName))
                .forEach(member -> values.addAll(values(annotation, member)));
        return new Note(annotation.annotationType().getSimpleName(), values);
    }

    private static List<String> values(Annotation annotation, Method member) {
        try {
            Object value = member.invoke(annotation);
            return value instanceof String[] several ? List.of(several) : List.of(String.valueOf(value));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String text() {
        StringBuilder text = new StringBuilder(name);
        values.forEach(value -> text.append(SEPARATOR).append(value));
        return text.toString();
    }

    static Note parse(String text) {
        List<String> parts = RecordNotes.split(text, SEPARATOR);
        return new Note(parts.getFirst(), parts.subList(1, parts.size()));
    }
}
