package dev.jrelease.facts;

import dev.jrelease.environment.Environment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A tag that somebody named.
 *
 * @param by who did: {@code --tag}, or a variable
 * @param binding whether the release is of this tag or does not happen; a CI system only proposes one
 */
record NamedTag(String name, String by, boolean binding) {
    private static final String TAG_REF = "refs/tags/";

    /** Variables that hold the name of the tag for which a CI system runs. */
    private static final List<String> CI_VARIABLES = List.of(
            "CI_COMMIT_TAG", // GitLab, Woodpecker
            "BITBUCKET_TAG",
            "DRONE_TAG",
            "CIRCLE_TAG",
            "BUILDKITE_TAG",
            "TRAVIS_TAG");

    /** The first that applies. */
    static Optional<NamedTag> in(FactsRequest request, Environment environment) {
        return request.tag()
                .map(name -> new NamedTag(name, "--tag", true))
                .or(() -> variable(environment, "GORELEASER_CURRENT_TAG", true))
                .or(() -> proposals(environment).findFirst());
    }

    private static Stream<NamedTag> proposals(Environment environment) {
        Optional<NamedTag> gitHubRef = environment
                .variable("GITHUB_REF")
                .filter(ref -> ref.startsWith(TAG_REF))
                .map(ref -> new NamedTag(ref.substring(TAG_REF.length()), "GITHUB_REF", false));
        Optional<NamedTag> gitHubName = environment
                .variable("GITHUB_REF_TYPE")
                .filter("tag"::equals)
                .flatMap(type -> variable(environment, "GITHUB_REF_NAME", false));
        return Stream.concat(
                Stream.of(gitHubRef, gitHubName).flatMap(Optional::stream),
                CI_VARIABLES.stream().flatMap(name -> variable(environment, name, false).stream()));
    }

    private static Optional<NamedTag> variable(Environment environment, String name, boolean binding) {
        return environment.variable(name).map(tag -> new NamedTag(tag, name, binding));
    }
}
