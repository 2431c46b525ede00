package dev.jrelease.fields;

import dev.jrelease.failure.Problems;
import dev.jrelease.secret.Secret;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.function.KnownVariables;
import dev.jrelease.template.function.UnknownVariables;
import dev.jrelease.template.text.Rendered;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables that an entry of the configuration sets for its program. Each sees the environment, the variables of
 * the whole configuration, and those before it.
 *
 * @param values by name, in the order of the file
 * @param secrets values of variables with the name of a secret
 * @param context in which templates of the same entry see them as {@code .Env}
 */
public record EntryVariables(Map<String, String> values, List<Secret> secrets, TemplateContext context) {
    private static final String ENV = "Env";

    public EntryVariables {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        secrets = List.copyOf(secrets);
    }

    /** The variables before an entry adds its own. */
    public static EntryVariables none(TemplateContext context) {
        return new EntryVariables(Map.of(), List.of(), context);
    }

    /** Adds items of the form {@code NAME=value}; an empty item is left out. */
    public static EntryVariables of(List<Template> items, TemplateContext context, Problems problems) {
        EntryVariables all = none(context);
        for (Template item : items) {
            all = all.plus(item, problems);
        }
        return all;
    }

    private EntryVariables plus(Template item, Problems problems) {
        Optional<Rendered> filled =
                item.rendered(context, problems).filter(text -> !text.strip().isEmpty());
        Optional<Rendered.Pair> pair = filled.flatMap(Rendered::pair)
                .filter(variable -> !variable.name().isBlank());
        if (pair.isEmpty()) {
            filled.filter(Rendered::isKnown)
                    .ifPresent(_ -> problems.error(item.location(), "'" + item + "' is not of the form NAME=value"));
            return this;
        }
        String name = pair.get().name();
        Rendered value = pair.get().value();
        List<Secret> more = new ArrayList<>(secrets);
        boolean secret = value.known().filter(text -> Secret.is(name, text)).isPresent();
        if (secret) {
            more.add(new Secret(value.toString()));
        }
        boolean marked = value.isKnown()
                && (secret || context.secrets().isSecret(filled.get().value()));
        Object known = marked ? context.secrets().mark(value.toString()) : value.value();
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put(name, known.toString());
        return new EntryVariables(all, more, with(context, Map.of(name, known)));
    }

    /** A context in which templates see these variables, too. */
    public static TemplateContext with(TemplateContext context, Map<String, ?> more) {
        Object env = switch (context.value(ENV).orElse(Map.of())) {
            case UnknownVariables known -> known.with(more);
            case KnownVariables known -> known.with(more);
            case Map<?, ?> known -> {
                Map<Object, Object> all = new LinkedHashMap<>(known);
                all.putAll(more);
                yield all;
            }
            case Object strange -> throw new IllegalArgumentException("no variables: " + strange);
        };
        return context.with(ENV, env);
    }

    /** The variables with secrets masked. */
    public static Map<String, String> masked(Map<String, String> values) {
        Map<String, String> masked = new LinkedHashMap<>();
        values.forEach((name, value) -> masked.put(name, Secret.is(name, value) ? Secret.MASK : value));
        return masked;
    }
}
