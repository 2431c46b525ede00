package dev.jrelease.migrate;

import dev.jrelease.config.yaml.SyntaxNode;
import dev.jrelease.config.yaml.SyntaxNode.Mapping;
import dev.jrelease.config.yaml.SyntaxNode.Pair;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import dev.jrelease.config.yaml.SyntaxNode.Sequence;
import dev.jrelease.migrate.KeyTable.Known;
import dev.jrelease.migrate.Note.Kind;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/** Goes through what is followed of a file, calls keys by their names of today and leaves out those that are not. */
final class KeyRenewal {
    private final Removal removal;
    private final Edits edits;
    private final NoteCollector remarks;
    /** What aliases stand for is gone through once. */
    private final Set<SyntaxNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    KeyRenewal(EditedFile sheet, Edits edits, NoteCollector remarks) {
        this.removal = new Removal(sheet.lines());
        this.edits = edits;
        this.remarks = remarks;
    }

    /** A pair whose key is followed, and what stands below it. */
    void follow(Pair pair, Known known) {
        if (known.former() && pair.key() instanceof Scalar key) {
            edits.replace(key.content(), key.end(), known.today());
            remarks.note(Kind.CHANGED, pair.start(), "'" + pair.name() + "' is called " + known.today() + " today");
        }
        below(pair.value(), known.type());
    }

    private void below(SyntaxNode node, Type type) {
        SyntaxNode meant = node.resolved();
        if (!seen.add(meant)) {
            return;
        }
        switch (meant) {
            case Sequence sequence -> sequence.items().forEach(item -> below(item, type));
            case Mapping mapping
            when KeyTable.isMap(type) -> mapping.pairs().forEach(pair -> below(pair.value(), values(type)));
            case Mapping mapping -> KeyTable.below(type).ifPresent(keys -> pairs(mapping, keys, type));
            default -> {}
        }
    }

    private static Type values(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            return arguments.length == 2 ? arguments[1] : values(arguments[0]);
        }
        return type;
    }

    private void pairs(Mapping mapping, KeyTable keys, Type type) {
        for (Pair pair : mapping.pairs()) {
            Optional<Known> known = keys.get(pair.name());
            if (pair.isMerge()) {
                below(pair.value(), type);
            } else if (!renewed(mapping, pair, keys)) {
                known.ifPresentOrElse(key -> follow(pair, key), () -> leaveOut(mapping, pair, keys));
            }
        }
    }

    private void leaveOut(Mapping mapping, Pair pair, KeyTable keys) {
        if (!keys.open()) {
            remarks.leftOut(pair);
            removal.pair(mapping, pair, edits);
        }
    }

    /** Keys that another key with another value stands for today. */
    private boolean renewed(Mapping mapping, Pair pair, KeyTable keys) {
        String value = pair.value().resolved() instanceof Scalar scalar ? scalar.value() : "";
        return switch (pair.name() + ": " + value) {
            case "use_buildx: true" -> replaced(mapping, pair, keys, "use", "buildx");
            case "use_buildx: false" -> replaced(mapping, pair, keys, "use", "docker");
            case "skip_build: true" -> replaced(mapping, pair, keys, "if", "false");
            case "skip_build: false" -> saysNothing(mapping, pair, keys);
            default -> false;
        };
    }

    private boolean saysNothing(Mapping mapping, Pair pair, KeyTable keys) {
        if (keys.get(pair.name()).isEmpty()) {
            return false;
        }
        remarks.note(Kind.LEFT_OUT, pair.start(), "'" + pair.name() + "' says nothing");
        removal.pair(mapping, pair, edits);
        return true;
    }

    private boolean replaced(Mapping mapping, Pair pair, KeyTable keys, String key, String value) {
        boolean free = mapping.pairs().stream().noneMatch(other -> other.name().equals(key));
        if (keys.get(key).isEmpty() || !free) {
            return false;
        }
        String today = key + ": " + value;
        edits.replace(pair.start(), pair.end(), today);
        remarks.note(Kind.CHANGED, pair.start(), "'" + pair.name() + "' is written " + today + " today");
        return true;
    }
}
