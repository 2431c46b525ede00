package dev.jrelease.config.bind;

import dev.jrelease.failure.Location;
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
    enum Need {
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

    /** Whether it receives where the record stands, and has no key. */
    public boolean isPosition() {
        return type == Location.class;
    }
}
