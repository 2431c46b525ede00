package dev.jrelease.facts;

import dev.jrelease.environment.Environment;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An environment variable of a CI system with the tag of the run.
 *
 * @param beginning the prefix before the tag's name
 * @param applies whether the variable has this meaning in an environment
 */
record CiVariable(String name, String beginning, Predicate<Environment> applies) {
    private static final String TAG_REF = "refs/tags/";
    private static final List<CiVariable> ALL = List.of(
            new CiVariable("GITHUB_REF", TAG_REF), // Gitea, Forgejo
            new CiVariable("GITHUB_REF_NAME", "", CiVariable::isGitHubTag),
            new CiVariable("CI_COMMIT_TAG"), // GitLab, Woodpecker
            new CiVariable("BITBUCKET_TAG"),
            new CiVariable("DRONE_TAG"),
            new CiVariable("CIRCLE_TAG"),
            new CiVariable("BUILDKITE_TAG"),
            new CiVariable("TRAVIS_TAG"),
            new CiVariable("BUILD_SOURCEBRANCH", TAG_REF), // Azure Pipelines
            new CiVariable("CODEBUILD_WEBHOOK_TRIGGER", "tag/"),
            new CiVariable("APPVEYOR_REPO_TAG_NAME"),
            new CiVariable("SEMAPHORE_GIT_TAG_NAME"),
            new CiVariable("CIRRUS_TAG"),
            new CiVariable("BITRISE_GIT_TAG"),
            new CiVariable("TAG_NAME", "", CiVariable::isJenkins));

    private CiVariable(String name) {
        this(name, "");
    }

    private CiVariable(String name, String beginning) {
        this(name, beginning, _ -> true);
    }

    private static boolean isGitHubTag(Environment environment) {
        return environment.variable("GITHUB_REF_TYPE").filter("tag"::equals).isPresent();
    }

    private static boolean isJenkins(Environment environment) {
        return environment.variable("JENKINS_URL").isPresent();
    }

    /** The tags in these variables. */
    static Stream<NamedTag> tags(Environment environment) {
        return ALL.stream().flatMap(variable -> variable.tag(environment).stream());
    }

    private Optional<NamedTag> tag(Environment environment) {
        return environment
                .variable(name)
                .filter(value -> value.startsWith(beginning) && applies.test(environment))
                .map(value -> new NamedTag(value.substring(beginning.length()), name, false));
    }
}
