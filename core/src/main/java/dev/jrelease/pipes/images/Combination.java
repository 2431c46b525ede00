package dev.jrelease.pipes.images;

import dev.jrelease.template.TemplateContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One value for each name of a {@code matrix}; nothing for an entry without one. */
public record Combination(Map<String, String> values) {
    static final Combination NONE = new Combination(Map.of());

    public Combination {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    Combination with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Combination(more);
    }

    /** The names that its entry's templates know: {@code .Matrix.NAME}, if there is a matrix. */
    TemplateContext on(TemplateContext context) {
        return values.isEmpty() ? context : context.with("Matrix", values);
    }

    /** {@code name=value, name=value}; empty without a matrix. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining(", "));
    }
}
