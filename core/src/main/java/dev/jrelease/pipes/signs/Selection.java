package dev.jrelease.pipes.signs;

import dev.jrelease.artifact.PublishedName;
import dev.jrelease.artifact.PublishedName.Kind;
import dev.jrelease.config.bind.Located;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Selects the published names that an entry signs. */
record Selection(SignConfig config, List<PublishedName> published) {
    private static final Map<String, Set<Kind>> KINDS = Map.of(
            "images", Set.of(Kind.IMAGE, Kind.IMAGE_V2),
            "manifests", Set.of(Kind.MANIFEST, Kind.IMAGE_V2),
            "all", Set.of(Kind.values()),
            "none", Set.of(),
            "", Set.of(Kind.IMAGE_V2));

    private static final List<String> WORDS = List.of("all", "images", "manifests", "none");

    /** The names that the stages of a release publish, each once. */
    static Selection of(SignConfig config, List<PublishedName> published) {
        return new Selection(config, published.stream().distinct().toList());
    }

    /** The default is names of {@code dockers_v2}, which replaces the other sections in GoReleaser. */
    private String artifacts() {
        return config.artifacts().map(Located::value).orElse("");
    }

    List<PublishedName> names() {
        Collection<Kind> kinds = KINDS.getOrDefault(artifacts(), Set.of());
        return published.stream()
                .filter(name -> kinds.contains(name.kind()))
                .filter(this::isNamed)
                .toList();
    }

    private boolean isNamed(PublishedName name) {
        return config.ids().isEmpty()
                || config.ids().stream().map(Located::value).anyMatch(name.entryId()::equals);
    }

    /** Reports words and ids that select nothing, and an entry that selects nothing. */
    void check(Problems problems) {
        Optional<Located<String>> unknown = config.artifacts().filter(word -> !KINDS.containsKey(word.value()));
        unknown.ifPresent(word -> problems.error(
                word.location(),
                "'" + word + "' cannot be signed",
                Suggestion.didYouMean(word.value(), WORDS).orElse("use one of " + String.join(", ", WORDS))));
        if (!published.isEmpty() && !problems.hasErrors()) {
            warnOfNothing(problems);
        }
    }

    private void warnOfNothing(Problems problems) {
        List<String> known = published.stream().map(PublishedName::entryId).toList();
        List<Located<String>> strange =
                config.ids().stream().filter(id -> !known.contains(id.value())).toList();
        strange.forEach(id -> problems.warning(
                id.location(),
                "no entry called " + id + " publishes anything to sign",
                Suggestion.didYouMean(id.value(), known).orElse("use the id of an entry whose names are pushed")));
        if (strange.isEmpty() && names().isEmpty() && !artifacts().equals("none")) {
            problems.warning(
                    config.location(), "the entry selects no published name", "artifacts: all signs everything");
        }
    }
}
