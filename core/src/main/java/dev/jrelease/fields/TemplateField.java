package dev.jrelease.fields;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A name that every template knows, with GoReleaser's meaning.
 *
 * @param meaning for the reference
 */
public record TemplateField(String name, String meaning) {

    /** A name with the function that gives its value. */
    record From<S>(TemplateField field, Function<S, Object> value) {
        From(String name, String meaning, Function<S, Object> value) {
            this(new TemplateField(name, meaning), value);
        }

        String name() {
            return field.name();
        }
    }

    /** All names with the same meaning in every template, in the order of the reference. */
    public static List<TemplateField> all() {
        return Stream.of(
                        TemplateFields.NAMED.stream(),
                        ReleaseFields.ALL.stream().map(From::field),
                        RunFields.ALL.stream().map(From::field))
                .flatMap(fields -> fields)
                .toList();
    }
}
