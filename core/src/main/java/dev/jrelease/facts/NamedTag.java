package dev.jrelease.facts;

import dev.jrelease.environment.Environment;
import java.util.Optional;

/**
 * A tag that somebody named.
 *
 * @param by who did: {@code --tag}, or a variable
 * @param binding whether it decides the version; the tag of a CI run does only if it is at HEAD, else it is an objection
 */
record NamedTag(String name, String by, boolean binding) {

    /** The first that applies. */
    static Optional<NamedTag> in(FactsRequest request, Environment environment) {
        return request.tag()
                .map(name -> new NamedTag(name, "--tag", true))
                .or(() -> variable(environment, "GORELEASER_CURRENT_TAG"))
                .or(() -> CiVariable.tags(environment).findFirst());
    }

    private static Optional<NamedTag> variable(Environment environment, String name) {
        return environment.variable(name).map(tag -> new NamedTag(tag, name, true));
    }
}
