package dev.jrelease.git;

import dev.jrelease.environment.Environment;
import dev.jrelease.registry.SkippedTime;
import dev.jrelease.testkit.git.GitWorkspace;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a process that was started in a test's repository is given: no one's settings count. */
public final class GitEnvironment {
    private GitEnvironment() {}

    public static Environment of(GitWorkspace repository) {
        return of(repository, Map.of());
    }

    /** The same with more variables. */
    public static Environment of(GitWorkspace repository, Map<String, String> more) {
        Map<String, String> variables = new LinkedHashMap<>(GitWorkspace.NO_SETTINGS);
        variables.put("PATH", System.getenv("PATH"));
        // Where a repository may have files of others without a change.
        variables.put(
                "XDG_CACHE_HOME", repository.folder().resolve(".git/cache").toString());
        variables.putAll(more);
        return new Environment(variables, repository.folder(), repository.folder(), new SkippedTime());
    }
}
