package dev.jrelease.testkit.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a request needs and a token allows: {@code repository:acme/hello:pull,push}. */
record Scope(String repository, Set<String> actions) {
    Scope {
        actions = new TreeSet<>(actions);
    }

    /** What the specification of token authentication asks for such a request. */
    static List<Scope> needed(Call call, String repository) {
        List<Scope> scopes = new ArrayList<>();
        scopes.add(new Scope(
                repository,
                switch (call.method()) {
                    case "GET", "HEAD" -> Set.of("pull");
                    case "DELETE" -> Set.of(call.path().contains("/blobs/uploads/") ? "push" : "delete");
                    default -> Set.of("pull", "push");
                }));
        call.query().first("from").ifPresent(source -> scopes.add(new Scope(source, Set.of("pull"))));
        return scopes;
    }

    /** Reads the form with spaces between several scopes. */
    static List<Scope> parse(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(scope -> scope.startsWith("repository:"))
                .map(Scope::parseOne)
                .toList();
    }

    private static Scope parseOne(String text) {
        int colon = text.lastIndexOf(':');
        String repository = text.substring("repository:".length(), colon);
        return new Scope(repository, Set.of(text.substring(colon + 1).split(",", -1)));
    }

    boolean covers(Scope other) {
        return repository.equals(other.repository) && actions.containsAll(other.actions);
    }

    @Override
    public String toString() {
        return "repository:" + repository + ":" + String.join(",", actions);
    }
}
