package dev.jrelease.reference;

import dev.jrelease.config.Section;
import dev.jrelease.config.UnrunKey;
import dev.jrelease.config.bind.Component;
import dev.jrelease.config.bind.RecordShape;
import dev.jrelease.config.bind.UnsupportedKey;
import dev.jrelease.config.bind.ValueShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every key of the configuration: a table for each place where keys can stand. */
final class KeyTables {
    private static final List<String> HEAD = List.of("key", "value", "default", "meaning");

    private final Markdown page;

    KeyTables(Markdown page) {
        this.page = page;
    }

    void write(List<Section<?>> sections) {
        List<Component> run = components(sections)
                .filter(component -> !UnrunKey.is(component.key()))
                .toList();
        page.heading(2, "The file").table(HEAD, rows("", run));
        run.forEach(component -> below(component.key(), component.shape(), 3));
    }

    /** Of what is not run, what is read all the same. */
    void writeMentioned(List<Section<?>> sections) {
        List<Component> mentioned = components(sections)
                .filter(component -> UnrunKey.is(component.key()))
                .toList();
        page.table(HEAD, rows("", mentioned));
        mentioned.forEach(component -> below(component.key(), component.shape(), 4));
    }

    private static Stream<Component> components(List<Section<?>> sections) {
        return sections.stream()
                .flatMap(section -> section.byKey().values().stream())
                .distinct();
    }

    private void record(String path, RecordShape shape, int level) {
        page.heading(level, Markdown.code(path));
        shape.description().ifPresent(page::block);
        shape.scalar().ifPresent(key -> page.block("A single value is its " + Markdown.code(key) + "."));
        page.table(HEAD, rows(path + ".", components(shape)));
        if (shape.open()) {
            page.block("Other keys are passed over.");
        } else if (!shape.withoutEffect().isEmpty()) {
            page.block("Keys of GoReleaser's that have no effect: "
                    + shape.withoutEffect().stream().map(Markdown::code).collect(Collectors.joining(", ")) + ".");
        }
        unsupported(shape.unsupported());
        components(shape).forEach(component -> below(path + "." + component.key(), component.shape(), level));
    }

    private void unsupported(Map<String, UnsupportedKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        page.block("Known, and not supported:");
        page.items(keys.values().stream()
                .map(key -> Markdown.code(key.key()) + ": " + key.why())
                .toList());
    }

    private void below(String path, ValueShape value, int level) {
        switch (value) {
            case ValueShape.Single _ -> {}
            case ValueShape.Items(ValueShape item) -> below(path, item, level);
            case ValueShape.Named(ValueShape item) -> below(path + ".NAME", item, level);
            case ValueShape.Keys(RecordShape shape) -> record(path, shape, level);
        }
    }

    private static List<Component> components(RecordShape shape) {
        return shape.components().stream()
                .filter(component -> !component.isPosition())
                .toList();
    }

    private static List<List<String>> rows(String above, List<Component> components) {
        return components.stream().map(component -> row(above, component)).toList();
    }

    private static List<String> row(String above, Component component) {
        String standard = component.required()
                ? "required"
                : component.standard().map(Markdown::code).orElse("");
        return List.of(
                Markdown.code(component.key()),
                Kind.of(component, above + component.key()),
                standard,
                meaning(component));
    }

    private static String meaning(Component component) {
        List<String> parts = new ArrayList<>();
        component.description().ifPresent(parts::add);
        component
                .today()
                .map(today -> "Out of date: today " + Markdown.code(today) + ".")
                .ifPresent(parts::add);
        names("Also", component.aliases()).ifPresent(parts::add);
        names("Formerly", component.former()).ifPresent(parts::add);
        String examples = component.examples().stream()
                .map(example -> "<br>" + Markdown.code(component.key() + ": " + example))
                .collect(Collectors.joining());
        return String.join(" ", parts) + examples;
    }

    private static Optional<String> names(String how, List<String> names) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(how + " " + names.stream().map(Markdown::code).collect(Collectors.joining(", ")) + ".");
    }
}
