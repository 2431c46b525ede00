package dev.jrelease.migrate;

import dev.jrelease.config.yaml.SyntaxNode.Alias;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who needs what is to be removed or changed. */
final class Anchors {
    private final List<Alias> aliases;

    Anchors(EditedFile sheet) {
        this.aliases = sheet.aliases();
    }

    /** An alias that stays, for something within a span. */
    Optional<Alias> needing(Span span, Collection<Span> removed) {
        return remaining(removed)
                .filter(alias -> span.contains(alias.target().start()))
                .findFirst();
    }

    /** Aliases that stay, in the order of the file. */
    Stream<Alias> remaining(Collection<Span> removed) {
        return aliases.stream().filter(alias -> removed.stream().noneMatch(span -> span.contains(alias.start())));
    }
}
