package dev.jrelease.config.bind;

import dev.jrelease.failure.Location;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A component of a record, and the keys it is bound from.
 *
 * @param key its key of today
 * @param aliases keys that are as good
 * @param former keys that are out of date
 * @param today what is written instead, where all of its keys are out of date
 * @param orLeftOut whether an entry without it is left out
 * @param pairs whether a mapping may stand for a list of {@code NAME=value}
 * @param choices the words that a text may be; none where it may be any
 * @param description what it is for
 * @param standard what holds where it is not given, as it would be written
 * @param examples values in YAML
 * @param notRun whether it is a section that is not run
 */
public record Component(
        String key,
        Type type,
        List<String> aliases,
        List<String> former,
        Optional<String> today,
        boolean required,
        boolean orLeftOut,
        boolean oneOrMany,
        boolean pairs,
        List<String> choices,
        Optional<String> description,
        Optional<String> standard,
        List<String> examples,
        boolean notRun) {

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
                annotation(component, Required.class).isPresent(),
                annotation(component, Required.class)
                        .filter(Required::orLeftOut)
                        .isPresent(),
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
                        .orElse(List.of()),
                annotation(component, NotRun.class).isPresent());
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
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** Whether it receives where the record stands, and has no key. */
    public boolean isPosition() {
        return type == Location.class;
    }
}
