package dev.jrelease.facts;

import dev.jrelease.environment.Environment;
import java.util.Optional;

/**
 * A tag that the user or a CI system names.
 *
 * @param by the command line, or the variable
 * @param binding whether it decides the version; the tag of a CI run does so only if it is at HEAD, else it is an
 *     objection
 */
record NamedTag(String name, String by, boolean binding) {

    /** The same with the name that the repository has. */
    NamedTag as(ReleaseTag tag) {
        return new NamedTag(tag.name(), by, binding);
    }

    /** The first one that applies. */
    static Optional<NamedTag> in(FactsRequest request, Environment environment) {
        return request.tag()
                .map(name -> new NamedTag(name, "the command line", true))
                .or(() -> variable(environment, "GORELEASER_CURRENT_TAG"))
                .or(() -> CiVariable.tags(environment).findFirst());
    }

    private static Optional<NamedTag> variable(Environment environment, String name) {
        return environment.variable(name).map(tag -> new NamedTag(tag, name, true));
    }
}
