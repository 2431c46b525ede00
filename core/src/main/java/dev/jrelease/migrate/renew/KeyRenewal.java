package dev.jrelease.migrate.renew;

import dev.jrelease.config.bind.Component;
import dev.jrelease.config.bind.RecordShape;
import dev.jrelease.config.bind.ValueShape;
import dev.jrelease.config.bind.ValueShape.Items;
import dev.jrelease.config.bind.ValueShape.Keys;
import dev.jrelease.config.bind.ValueShape.Named;
import dev.jrelease.config.yaml.SyntaxNode;
import dev.jrelease.config.yaml.SyntaxNode.Mapping;
import dev.jrelease.config.yaml.SyntaxNode.Pair;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import dev.jrelease.config.yaml.SyntaxNode.Sequence;
import dev.jrelease.migrate.edit.EditedFile;
import dev.jrelease.migrate.edit.Edits;
import dev.jrelease.migrate.edit.Note.Kind;
import dev.jrelease.migrate.edit.Notes;
import dev.jrelease.migrate.edit.Removal;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes through what is followed of a file, calls keys by their names of today and leaves out those that are not. */
final class KeyRenewal {
    private final Removal removal;
    private final Edits edits;
    private final Notes notes;
    /** What aliases stand for is gone through once. */
    private final Set<SyntaxNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    KeyRenewal(EditedFile file, Edits edits, Notes notes) {
        this.removal = new Removal(file.lines());
        this.edits = edits;
        this.notes = notes;
    }

    /** A pair whose key is followed, and what stands below it. */
    void follow(Pair pair, Component component) {
        if (component.former().contains(pair.name()) && pair.key() instanceof Scalar key) {
            edits.replace(key.content(), key.end(), component.key());
            notes.note(Kind.CHANGED, pair.start(), "'" + pair.name() + "' is called " + component.key() + " today");
        }
        below(pair.value(), component.shape());
    }

    private void below(SyntaxNode node, ValueShape shape) {
        SyntaxNode meant = node.resolved();
        if (!seen.add(meant)) {
            return;
        }
        ValueShape one = shape instanceof Items(ValueShape item) ? item : shape;
        switch (meant) {
            case Sequence sequence -> sequence.items().forEach(item -> below(item, one));
            case Mapping mapping
            when one instanceof Named(ValueShape value) -> mapping.pairs().forEach(pair -> below(pair.value(), value));
            case Mapping mapping when one instanceof Keys(RecordShape keys) -> pairs(mapping, keys);
            default -> {}
        }
    }

    private void pairs(Mapping mapping, RecordShape keys) {
        Map<String, Component> known = keys.byKey();
        for (Pair pair : mapping.pairs()) {
            if (pair.isMerge()) {
                below(pair.value(), new Keys(keys));
            } else if (!renewed(mapping, pair, known.keySet())) {
                Optional.ofNullable(known.get(pair.name()))
                        .ifPresentOrElse(component -> follow(pair, component), () -> leaveOut(mapping, pair, keys));
            }
        }
    }

    private void leaveOut(Mapping mapping, Pair pair, RecordShape keys) {
        if (!keys.ignores(pair.name())) {
            notes.leftOut(pair);
            removal.pair(mapping, pair, edits);
        }
    }

    /** Keys that another key with another value stands for today. */
    private boolean renewed(Mapping mapping, Pair pair, Set<String> keys) {
        String value = pair.value().resolved() instanceof Scalar scalar ? scalar.value() : "";
        return switch (pair.name() + ": " + value) {
            case "use_buildx: true" -> replaced(mapping, pair, keys, "use", "buildx");
            case "use_buildx: false" -> replaced(mapping, pair, keys, "use", "docker");
            case "skip_build: true" -> replaced(mapping, pair, keys, "if", "false");
            case "skip_build: false" -> saysNothing(mapping, pair, keys);
            default -> false;
        };
    }

    private boolean saysNothing(Mapping mapping, Pair pair, Set<String> keys) {
        if (!keys.contains(pair.name())) {
            return false;
        }
        notes.note(Kind.LEFT_OUT, pair.start(), "'" + pair.name() + "' says nothing");
        removal.pair(mapping, pair, edits);
        return true;
    }

    private boolean replaced(Mapping mapping, Pair pair, Set<String> keys, String key, String value) {
        boolean free = mapping.pairs().stream().noneMatch(other -> other.name().equals(key));
        if (!keys.contains(key) || !free) {
            return false;
        }
        String today = key + ": " + value;
        edits.replace(pair.start(), pair.end(), today);
        notes.note(Kind.CHANGED, pair.start(), "'" + pair.name() + "' is written " + today + " today");
        return true;
    }
}
