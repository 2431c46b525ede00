package dev.jrelease.config.bind;

import dev.jrelease.failure.Location;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A component of a record, and the keys it is bound from.
 *
 * @param key its key of today
 * @param aliases keys that are as good
 * @param former keys that are out of date
 * @param today what is written instead, where all of its keys are out of date
 * @param need whether it has to be given
 * @param pairs whether a mapping may stand for a list of {@code NAME=value}
 * @param choices the words that a text may be; none where it may be any
 * @param description what it is for
 * @param standard what holds where it is not given, as it would be written
 * @param examples values in YAML
 */
public record Component(
        String key,
        Type type,
        List<String> aliases,
        List<String> former,
        Optional<String> today,
        Need need,
        boolean oneOrMany,
        boolean pairs,
        List<String> choices,
        Optional<String> description,
        Optional<String> standard,
        List<String> examples) {

    /** What holds where a key is not given. */
    private enum Need {
        OPTIONAL,
        /** The entry is left out, which is a warning. */
        OR_LEFT_OUT,
        REQUIRED
    }

    /** A key that a whole record stands under. */
    public static Component under(String key, Class<?> type) {
        return new Component(
                key,
                type,
                List.of(),
                List.of(),
                Optional.empty(),
                Need.OPTIONAL,
                false,
                false,
                List.of(),
                RecordShape.of(type).description(),
                Optional.empty(),
                List.of());
    }

    static Component of(RecordComponent component) {
        return new Component(
                annotation(component, Key.class).map(Key::value).orElseGet(() -> snakeCase(component.getName())),
                component.getGenericType(),
                annotation(component, Alias.class)
                        .map(Alias::value)
                        .map(List::of)
                        .orElse(List.of()),
                annotation(component, Former.class)
                        .map(Former::value)
                        .map(List::of)
                        .orElse(List.of()),
                annotation(component, Outdated.class).map(Outdated::value),
                annotation(component, Required.class)
                        .map(required -> required.orLeftOut() ? Need.OR_LEFT_OUT : Need.REQUIRED)
                        .orElse(Need.OPTIONAL),
                annotation(component, OneOrMany.class).isPresent(),
                annotation(component, Pairs.class).isPresent(),
                annotation(component, OneOf.class)
                        .map(OneOf::value)
                        .map(List::of)
                        .orElse(List.of()),
                annotation(component, Description.class).map(Description::value),
                annotation(component, Default.class).map(Default::value),
                annotation(component, Example.class)
                        .map(Example::value)
                        .map(List::of)
                        .orElse(List.of()));
    }

    /** Whether it has to be given, be it that an entry without it is only left out. */
    public boolean required() {
        return need != Need.OPTIONAL;
    }

    /** Whether an entry without it is left out, which is a warning. */
    public boolean orLeftOut() {
        return need == Need.OR_LEFT_OUT;
    }

    /** Every key that it is bound from. */
    public List<String> keys() {
        return Stream.of(List.of(key), aliases, former).flatMap(List::stream).toList();
    }

    /** What its value looks like. */
    public ValueShape shape() {
        return ValueShape.of(type);
    }

    /** Whether it is bound only once it is asked for, so that nothing is said against it before. */
    public boolean isLater() {
        return type.getTypeName().contains(Later.class.getName() + "<");
    }

    private static <A extends Annotation> Optional<A> annotation(RecordComponent component, Class<A> type) {
        return Optional.ofNullable(component.getAnnotation(type));
    }

    private static String snakeCase(String name) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (Character.isUpperCase(letter) && i > 0 && !Character.isUpperCase(name.charAt(i - 1))) {
                key.append('_');
            }
            key.append(Character.toLowerCase(letter));
        }
        return key.toString();
    }

    /** Whether it receives where the record stands, and has no key. */
    public boolean isPosition() {
        return type == Location.class;
    }
}
