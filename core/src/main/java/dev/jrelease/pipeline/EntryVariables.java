package dev.jrelease.pipeline;

import dev.jrelease.secret.Secret;
import dev.jrelease.template.Derived;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Variables that an entry of the configuration sets for the program that it runs. Each sees the environment's, those of
 * the whole configuration, and those before it.
 *
 * @param values by name, in the order of the file
 * @param secrets values of those that are called like secrets
 * @param context in which templates of the same entry see them as {@code .Env}
 */
public record EntryVariables(Map<String, String> values, List<Secret> secrets, TemplateContext context) {
    private static final String ENV = "Env";

    public EntryVariables {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        secrets = List.copyOf(secrets);
    }

    /** Variables that are known before an entry adds its own. */
    public static EntryVariables none(TemplateContext context) {
        return new EntryVariables(Map.of(), List.of(), context);
    }

    /** Adds items of the form {@code NAME=value}; one that is empty sets nothing. */
    public static EntryVariables of(List<Template> items, TemplateContext context, Planning planning) {
        EntryVariables all = none(context);
        for (Template item : items) {
            all = all.plus(item, planning);
        }
        return all;
    }

    private EntryVariables plus(Template item, Planning planning) {
        Optional<Derived> filled = item.derived(context, planning.problems())
                .filter(text -> !text.text().isBlank());
        if (filled.isEmpty()) {
            return this;
        }
        boolean guess = filled.get().isGuess();
        String[] parts = filled.get().text().split("=", 2);
        if (parts.length < 2 || parts[0].isBlank()) {
            planning.problems().error(item.location(), "'" + item + "' is not of the form NAME=value");
            return this;
        }
        List<Secret> more = new ArrayList<>(secrets);
        if (Secret.is(parts[0], parts[1])
                || context.secrets().isSecret(filled.get().text(), context)) {
            parts[1] = context.secrets().mark(parts[1]);
        }
        if (!guess && Secret.is(parts[0], parts[1])) {
            more.add(new Secret(parts[1]));
        }
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put(parts[0], parts[1]);
        return new EntryVariables(all, more, with(context, Map.of(parts[0], parts[1]), guess));
    }

    /** A context in which templates see these variables, too. */
    public static TemplateContext with(TemplateContext context, Map<String, String> more) {
        return with(context, more, false);
    }

    private static TemplateContext with(TemplateContext context, Map<String, String> more, boolean guessed) {
        Object env = switch (context.value(ENV).orElse(Map.of())) {
            case MadeUpVariables known -> known.with(more, guessed);
            case Map<?, ?> known -> {
                Map<Object, Object> all = new LinkedHashMap<>(known);
                all.putAll(more);
                yield all;
            }
            case Object strange -> throw new IllegalArgumentException("no variables: " + strange);
        };
        return context.with(ENV, env);
    }

    /** The variables as they may be shown. */
    public static Map<String, String> masked(Map<String, String> values) {
        Map<String, String> masked = new LinkedHashMap<>();
        values.forEach((name, value) -> masked.put(name, Secret.is(name, value) ? Secret.MASK : value));
        return masked;
    }
}
