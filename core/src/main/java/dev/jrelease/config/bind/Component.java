package dev.jrelease.config.bind;

import dev.jrelease.failure.Location;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A component of a record, and the keys that it is bound from.
 *
 * @param key its key
 * @param aliases keys with the same meaning
 * @param former deprecated keys
 * @param today the replacement, if all of its keys are deprecated
 * @param need whether it is required
 * @param pairs whether a mapping may replace a list of {@code NAME=value}
 * @param choices the allowed words; empty if any text is allowed
 * @param description for users
 * @param standard the default, as it would be written
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

    /** What happens if a key is missing. */
    enum Need {
        OPTIONAL,
        /** The entry is left out, with a warning. */
        OR_LEFT_OUT,
        REQUIRED
    }

    /** A key whose value is a whole record. */
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

    /** Whether it is required, or its entry is left out without it. */
    public boolean required() {
        return need != Need.OPTIONAL;
    }

    /** Whether an entry without it is left out, with a warning. */
    public boolean orLeftOut() {
        return need == Need.OR_LEFT_OUT;
    }

    /** All keys that it is bound from. */
    public List<String> keys() {
        return Stream.of(List.of(key), aliases, former).flatMap(List::stream).toList();
    }

    /** The YAML form of its value. */
    public ValueShape shape() {
        return ValueShape.of(type);
    }

    /** Whether it is bound on first use, so that its errors are reported only then. */
    public boolean isLater() {
        return type.getTypeName().contains(LazilyBound.class.getName() + "<");
    }

    /** Whether it has no key, and receives the location of the record. */
    public boolean isPosition() {
        return type == Location.class;
    }
}
