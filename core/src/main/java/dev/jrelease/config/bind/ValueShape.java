package dev.jrelease.config.bind;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The YAML form of a value. */
public sealed interface ValueShape {

    /** A single value: text, or a type that is read from text. */
    record Single(Class<?> type) implements ValueShape {
        /** The largest number that a key takes. */
        public static final int LARGEST = 1000;

        /** The words of an enum, in the order of its constants. */
        public List<String> words() {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant ->
                            ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList();
        }
    }

    /** A list. */
    record Items(ValueShape item) implements ValueShape {}

    /** A mapping with free names. */
    record Named(ValueShape value) implements ValueShape {}

    /** A mapping with the keys of a record. */
    record Keys(RecordShape shape) implements ValueShape {}

    /** The keys of the record in this value, in a list or under names. */
    default Optional<RecordShape> keys() {
        return switch (this) {
            case Single _ -> Optional.empty();
            case Items(ValueShape item) -> item.keys();
            case Named(ValueShape value) -> value.keys();
            case Keys(RecordShape shape) -> Optional.of(shape);
        };
    }

    /** The form of a type. */
    static ValueShape of(Type type) {
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        if (raw == Optional.class || raw == Located.class || raw == LazilyBound.class) {
            return of(argument(type, 0));
        }
        if (raw == List.class) {
            return new Items(of(argument(type, 0)));
        }
        if (raw == Map.class) {
            return new Named(of(argument(type, 1)));
        }
        return raw.isRecord() && !Scalars.isScalar(raw) ? new Keys(RecordShape.of(raw)) : new Single(raw);
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
