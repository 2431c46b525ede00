package dev.jrelease.git;

import dev.jrelease.environment.Environment;
import dev.jrelease.process.Command;
import dev.jrelease.process.ProcessResult;
import dev.jrelease.process.ProcessRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A git repository for a test. The same calls make the same commits on every machine: names and dates are fixed, and
 * no one's settings count.
 */
public final class GitFixture {
    /** When the first commit is made; each later one is an hour after the one before. */
    public static final Instant FIRST_COMMIT = Instant.parse("2026-01-02T03:04:05Z");

    private final Path folder;
    private Instant time = FIRST_COMMIT;

    private GitFixture(Path folder) {
        this.folder = folder;
    }

    /** Makes an empty repository whose branch is {@code main}. */
    public static GitFixture create(Path folder) throws InterruptedException {
        GitFixture fixture = new GitFixture(folder);
        try {
            Files.createDirectories(folder);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        fixture.git("init", "--quiet", "--initial-branch=main");
        return fixture;
    }

    public Path folder() {
        return folder;
    }

    /** What a process started in the repository is given. */
    public Environment environment() {
        return environment(Map.of());
    }

    /** The same with more variables. */
    public Environment environment(Map<String, String> more) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PATH", System.getenv("PATH"));
        variables.put("GIT_CONFIG_GLOBAL", "/dev/null");
        variables.put("GIT_CONFIG_NOSYSTEM", "1");
        variables.putAll(more);
        return new Environment(variables, folder, folder);
    }

    public GitFixture write(String path, String content) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, content);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return this;
    }

    /** Commits everything that is there, even if nothing changed. */
    public GitFixture commit(String message) throws InterruptedException {
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message", message);
        time = time.plus(Duration.ofHours(1));
        return this;
    }

    /** Makes a lightweight tag at HEAD. */
    public GitFixture tag(String name) throws InterruptedException {
        git("tag", name);
        return this;
    }

    /** Makes an annotated tag at HEAD. */
    public GitFixture tag(String name, String message) throws InterruptedException {
        git("tag", "--annotate", "--message", message, name);
        return this;
    }

    /** The commit at HEAD, in full. */
    public String head() throws InterruptedException {
        return git("rev-parse", "HEAD");
    }

    /** Runs any git command and returns what it printed. */
    public String git(String... arguments) throws InterruptedException {
        List<String> all = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        ProcessResult result = new ProcessRunner(environment(identity())).run(new Command(all, folder, ""));
        if (!result.succeeded()) {
            throw new AssertionError(String.join(" ", all) + ": " + result.errors());
        }
        return result.output().strip();
    }

    private Map<String, String> identity() {
        return Map.of(
                "GIT_AUTHOR_NAME", "Ada",
                "GIT_AUTHOR_EMAIL", "ada@example.com",
                "GIT_AUTHOR_DATE", time.toString(),
                "GIT_COMMITTER_NAME", "Ada",
                "GIT_COMMITTER_EMAIL", "ada@example.com",
                "GIT_COMMITTER_DATE", time.toString());
    }
}
