package dev.jrelease.template.function;

import dev.jrelease.template.text.NotKnown;
import dev.jrelease.template.text.Rendered;
import dev.jrelease.template.text.Unknown;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The value of {@code .Env} for a check, which does not read the environment: only variables of the configuration have
 * a value.
 *
 * @param known variables with a value: text, or a {@link Rendered}
 */
public record UnknownVariables(Map<String, ?> known, BranchCheck check) implements Fields {
    public UnknownVariables {
        known = Map.copyOf(known);
    }

    /** The same with these variables added. */
    public UnknownVariables with(Map<String, ?> more) {
        Map<String, Object> all = new LinkedHashMap<>(known);
        all.putAll(more);
        return new UnknownVariables(all, check);
    }

    /** The value of {@code .Env.NAME}, which requires the variable. */
    @Override
    public Optional<Object> field(String name) {
        if (!known.containsKey(name)) {
            check.needs(name);
        }
        return value(name);
    }

    /** The value of {@code index .Env "NAME"}, which does not require the variable. */
    Optional<Object> item(String name) {
        check.asksFor(name);
        return value(name);
    }

    /** The value for {@code envOrDefault} and {@code isEnvSet}. */
    Optional<Object> ifSet(String name) {
        check.asksFor(name);
        return Optional.of(Values.plain(known.get(name)).orElseThrow(NotKnown::new));
    }

    private Optional<Object> value(String name) {
        return Values.plain(known.get(name)).or(() -> Optional.of(Rendered.of(Unknown.of(".Env." + name))));
    }
}
