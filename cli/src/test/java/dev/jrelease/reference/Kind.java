package dev.jrelease.reference;

import dev.jrelease.config.bind.Component;
import dev.jrelease.config.bind.RecordShape;
import dev.jrelease.config.bind.ValueShape;
import dev.jrelease.image.Access;
import dev.jrelease.image.Platform;
import dev.jrelease.image.RegistryPath;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Template;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the value of a key is called: one of it, and several. */
record Kind(String one, String many) {

    /** With a link to the table of its keys, if it has some. */
    static String of(Component component, String path) {
        ValueShape shape = component.shape();
        if (!component.choices().isEmpty()) {
            return choice(component.choices()).one;
        }
        if (component.pairs()) {
            return of(shape, path).one + ", or a map of them";
        }
        if (component.oneOrMany() && shape instanceof ValueShape.Items(ValueShape item)) {
            return of(item, path).one + ", or a list";
        }
        return of(shape, path).one;
    }

    private static Kind of(ValueShape shape, String path) {
        return switch (shape) {
            case ValueShape.Single(Class<?> type) -> single(type);
            case ValueShape.Items(ValueShape item) -> new Kind("list of " + of(item, path).many, "lists");
            case ValueShape.Named(ValueShape value) -> new Kind("map of " + of(value, path + ".NAME").many, "maps");
            case ValueShape.Keys(RecordShape keys) -> {
                String alone = keys.scalar().isPresent() ? "text or " : "";
                yield new Kind(alone + Markdown.link("keys", path), alone + Markdown.link("entries", path));
            }
        };
    }

    private static Kind single(Class<?> type) {
        if (type == Template.class) {
            return new Kind("template", "templates");
        }
        if (type == String.class) {
            return new Kind("text", "text");
        }
        if (type == Condition.class) {
            return new Kind("condition", "conditions");
        }
        if (type == boolean.class || type == Boolean.class || type == Access.class) {
            return new Kind("true or false", "true or false");
        }
        if (type == Duration.class) {
            return new Kind("duration", "durations");
        }
        if (type == Platform.class) {
            return new Kind("platform", "platforms");
        }
        if (type == RegistryPath.class) {
            return new Kind("registry", "registries");
        }
        return type.isEnum() ? choice(words(type)) : new Kind("number", "numbers");
    }

    private static List<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static Kind choice(List<String> words) {
        String all = words.stream().map(Markdown::code).collect(Collectors.joining(" or "));
        return new Kind(all, all);
    }
}
