package dev.jrelease.config.bind;

import dev.jrelease.config.bind.Component.Need;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/** Creates a component from its annotations. */
final class ComponentNotes {
    private String key;
    private List<String> aliases = List.of();
    private List<String> former = List.of();
    private Optional<String> today = Optional.empty();
    private Need need = Need.OPTIONAL;
    private boolean oneOrMany;
    private boolean pairs;
    private List<String> choices = List.of();
    private Optional<String> description = Optional.empty();
    private Optional<String> standard = Optional.empty();
    private List<String> examples = List.of();

    private ComponentNotes(String key) {
        this.key = key;
    }

    static Component of(RecordComponent component, List<Note> notes) {
        ComponentNotes said = new ComponentNotes(snakeCase(component.getName()));
        notes.forEach(said::add);
        return new Component(
                said.key,
                component.getGenericType(),
                said.aliases,
                said.former,
                said.today,
                said.need,
                said.oneOrMany,
                said.pairs,
                said.choices,
                said.description,
                said.standard,
                said.examples);
    }

    private void add(Note note) {
        switch (note.name()) {
            case "Key" -> key = note.value();
            case "Alias" -> aliases = note.values();
            case "DeprecatedNames" -> former = note.values();
            case "DeprecatedKey" -> today = Optional.of(note.value());
            case "Required" -> need = Boolean.parseBoolean(note.value()) ? Need.OR_LEFT_OUT : Need.REQUIRED;
            case "OneOrMany" -> oneOrMany = true;
            case "Pairs" -> pairs = true;
            case "OneOf" -> choices = note.values();
            case "Description" -> description = Optional.of(note.value());
            case "Default" -> standard = Optional.of(note.value());
            case "Example" -> examples = note.values();
            default -> throw new IllegalStateException("a component has no " + note.name());
        }
    }

    private static String snakeCase(String name) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (Character.isUpperCase(letter) && i > 0 && !Character.isUpperCase(name.charAt(i - 1))) {
                key.append('_');
            }
            key.append(Character.toLowerCase(letter));
        }
        return key.toString();
    }
}
