package dev.jrelease.pipes.images.entry;

import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.text.Rendered;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A value for each name of a {@code matrix}; empty for an entry without one. */
public record Combination(Map<String, Rendered> values) {
    static final Combination NONE = new Combination(Map.of());

    public Combination {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    Combination with(String name, Rendered value) {
        Map<String, Rendered> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Combination(more);
    }

    /** The context with {@code .Matrix.NAME}, if there is a matrix. */
    public TemplateContext on(TemplateContext context) {
        Map<String, Object> known = new LinkedHashMap<>();
        values.forEach((name, value) -> known.put(name, value.value()));
        return known.isEmpty() ? context : context.with("Matrix", known);
    }

    /** {@code name=value, name=value}; empty without a matrix. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining(", "));
    }
}
