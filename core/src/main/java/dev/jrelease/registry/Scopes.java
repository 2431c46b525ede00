package dev.jrelease.registry;

import dev.jrelease.text.SearchPattern;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/**
 * What a token is asked for: actions by resource.
 *
 * @see <a href="https://distribution.github.io/distribution/spec/auth/scope/">token scopes</a>
 */
record Scopes(SortedMap<String, SortedSet<String>> actions) {
    private static final SearchPattern WORD = SearchPattern.of("\\S++");

    static final Scopes NONE = new Scopes(new TreeMap<>());

    Scopes {
        SortedMap<String, SortedSet<String>> copy = new TreeMap<>();
        actions.forEach((resource, all) -> copy.put(resource, Collections.unmodifiableSortedSet(new TreeSet<>(all))));
        actions = Collections.unmodifiableSortedMap(copy);
    }

    static Scopes pull(String repository) {
        return NONE.plus("repository:" + repository, Set.of("pull"));
    }

    static Scopes push(String repository) {
        return NONE.plus("repository:" + repository, Set.of("pull", "push"));
    }

    static Scopes delete(String repository) {
        return NONE.plus("repository:" + repository, Set.of("delete"));
    }

    /** Reads the scopes of a challenge: separated by spaces, the actions after the last colon. */
    static Scopes parse(String text) {
        Scopes scopes = NONE;
        for (String scope : WORD.all(text).map(MatchResult::group).toList()) {
            int colon = scope.lastIndexOf(':');
            if (colon > 0) {
                List<String> actions = List.of(scope.substring(colon + 1).split(",", -1));
                scopes = scopes.plus(scope.substring(0, colon), Set.copyOf(actions));
            }
        }
        return scopes;
    }

    Scopes plus(Scopes more) {
        Scopes sum = this;
        for (var entry : more.actions.entrySet()) {
            sum = sum.plus(entry.getKey(), entry.getValue());
        }
        return sum;
    }

    private Scopes plus(String resource, Set<String> more) {
        SortedMap<String, SortedSet<String>> all = new TreeMap<>(actions);
        SortedSet<String> both = new TreeSet<>(more);
        both.addAll(all.getOrDefault(resource, Collections.emptySortedSet()));
        all.put(resource, both);
        return new Scopes(all);
    }

    /** Whether a token for these scopes is good for the others too. */
    boolean cover(Scopes others) {
        return others.actions.entrySet().stream()
                .allMatch(entry -> actions.getOrDefault(entry.getKey(), Collections.emptySortedSet())
                        .containsAll(entry.getValue()));
    }

    /** Each as {@code repository:acme/app:pull,push}. */
    Stream<String> texts() {
        return actions.entrySet().stream().map(entry -> entry.getKey() + ":" + String.join(",", entry.getValue()));
    }
}
