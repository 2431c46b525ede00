package dev.jrelease.template.function;

import dev.jrelease.template.text.NotKnown;
import dev.jrelease.template.text.Rendered;
import dev.jrelease.template.text.Unknown;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code .Env} where the environment is not looked at: only variables that the configuration sets have a value.
 *
 * @param known variables that have a value: text, or a {@link Rendered}
 */
public record UnknownVariables(Map<String, ?> known, BranchCheck check) implements Fields {
    public UnknownVariables {
        known = Map.copyOf(known);
    }

    /** The same with more variables that have a value. */
    public UnknownVariables with(Map<String, ?> more) {
        Map<String, Object> all = new LinkedHashMap<>(known);
        all.putAll(more);
        return new UnknownVariables(all, check);
    }

    /** What {@code .Env.NAME} gives, which fails without it. */
    @Override
    public Optional<Object> field(String name) {
        if (!known.containsKey(name)) {
            check.needs(name);
        }
        return value(name);
    }

    /** What {@code index .Env "NAME"} gives, which can do without it. */
    Optional<Object> item(String name) {
        check.asksFor(name);
        return value(name);
    }

    /** What {@code envOrDefault} and {@code isEnvSet} are given. */
    Optional<Object> ifSet(String name) {
        check.asksFor(name);
        return Optional.of(Values.plain(known.get(name)).orElseThrow(NotKnown::new));
    }

    private Optional<Object> value(String name) {
        return Values.plain(known.get(name)).or(() -> Optional.of(Rendered.of(Unknown.of(".Env." + name))));
    }
}
