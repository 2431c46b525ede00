package dev.jrelease.git;

import dev.jrelease.concurrent.Parallel;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.process.ProcessResult;
import dev.jrelease.process.ProcessRunner;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** The git repository that a folder belongs to. */
public final class GitRepository {
    private final Git git;

    /** @param directory the repository's root or any folder in it */
    public GitRepository(ProcessRunner processes, Path directory) {
        this.git = new Git(processes, directory);
    }

    /**
     * Reads the state of the repository.
     *
     * @param ignored a folder whose files do not count as changes
     * @param order of the tags
     * @throws ReleaseException of kind GIT if there is no repository or no commit in it; of kind ENVIRONMENT if git is
     *     missing or does not trust the folder
     */
    public GitState state(Path ignored, TagOrder order) throws InterruptedException {
        List<Callable<ProcessResult>> questions = List.of(
                () -> git.run(status(ignored)),
                () -> git.run(head("HEAD")),
                () -> git.run(tags(order)),
                () -> git.run("ls-remote", "--get-url"),
                () -> git.run("rev-parse", "--is-shallow-repository"));
        List<ProcessResult> answers = Parallel.run(questions.size(), questions);
        StatusReport status = StatusReport.read(checked(answers.getFirst()));
        String commit = status.commit().orElseThrow(this::noCommits);
        String[] head = checked(answers.get(1)).strip().split("\0", -1);
        return new GitState(
                commit,
                head[0],
                status.branch(),
                Instant.ofEpochSecond(Long.parseLong(head[1])),
                status.changes(),
                tags(checked(answers.get(2))),
                RemoteUrl.withoutCredentials(answers.get(3).output()),
                answers.get(4).output().strip().equals("true"));
    }

    /** The state as it would be if HEAD were at this commit, whose name is full, and nothing had been changed. */
    public GitState at(String commit, GitState state) throws InterruptedException {
        if (commit.equals(state.commit())) {
            return state;
        }
        String[] there = checked(git.run(head(commit))).strip().split("\0", -1);
        return new GitState(
                commit,
                there[0],
                Optional.empty(),
                Instant.ofEpochSecond(Long.parseLong(there[1])),
                List.of(),
                state.tags(),
                state.remoteUrl(),
                state.shallow());
    }

    private static String[] head(String commit) {
        return new String[] {"log", "-1", "--no-show-signature", "--no-color", "--format=%h%x00%ct", commit};
    }

    /** The address of the remote, without credentials; empty if there is none, or no repository. */
    public Optional<String> remoteUrl() throws InterruptedException {
        ProcessResult url = git.run("ls-remote", "--get-url");
        return url.succeeded() ? RemoteUrl.withoutCredentials(url.output()) : Optional.empty();
    }

    /** Lists all untracked files, not only their folders: the ignored folder may be inside one of those. */
    private String[] status(Path ignored) {
        List<String> arguments = new ArrayList<>(
                List.of("status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all", "--", ":/"));
        Path from = git.directory().toAbsolutePath().normalize();
        Path folder = from.resolve(ignored).normalize();
        if (folder.startsWith(from) && !folder.equals(from)) {
            arguments.add(":(exclude,literal)" + from.relativize(folder));
        }
        return arguments.toArray(String[]::new);
    }

    private static String[] tags(TagOrder order) {
        List<String> arguments = new ArrayList<>(order.settings());
        arguments.addAll(List.of("for-each-ref", "--sort=" + order.key()));
        arguments.addAll(List.of("--format=%(refname:strip=2)%00%(objectname)%00%(*objectname)", "refs/tags"));
        return arguments.toArray(String[]::new);
    }

    private String checked(ProcessResult result) {
        if (!result.succeeded()) {
            throw git.refused(result);
        }
        return result.output();
    }

    private ReleaseException noCommits() {
        return ReleaseException.couldNot(FailureKind.GIT, "read the git repository in " + git.directory())
                .because("it has no commits yet")
                .hint("commit the project and tag the commit: git tag v0.1.0")
                .build();
    }

    /** An annotated tag has an object of its own; the commit is the object that it points to. */
    private static List<GitTag> tags(String output) {
        return output.lines()
                .map(line -> line.split("\0", -1))
                .map(parts -> new GitTag(parts[0], parts[2].isEmpty() ? parts[1] : parts[2]))
                .toList();
    }

    /** The message of a tag, which must exist. */
    public TagMessage message(GitTag tag) throws InterruptedException {
        String output = checked(git.run(
                "for-each-ref",
                "--format=%(contents:subject)%00%(contents:body)%00%(contents)%00",
                "refs/tags/" + tag.name()));
        String[] parts = output.split("\0", -1);
        return new TagMessage(parts[0], parts[1].stripTrailing(), parts[2].stripTrailing());
    }

    /**
     * The name of the tag nearest to a commit in its history; lightweight tags count.
     *
     * @param from any name of a commit, which need not exist: {@code HEAD^} of a first commit has no tag either
     * @param candidates the tags to choose from, any number of them
     */
    public Optional<String> nearestTag(String from, Collection<GitTag> candidates) throws InterruptedException {
        List<String> latest = ReachableTag.latest(git.run(ReachableTag.question(from)), candidates);
        return switch (latest.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(latest.getFirst());
            default ->
                Optional.of(
                        checked(git.run(describe(latest, "--abbrev=0", from))).strip());
        };
    }

    /**
     * The nearest tag, the number of commits since, and the commit: {@code v1.2.3-4-g1a2b3c4}; the commit if there is
     * no tag.
     *
     * @param prefix of the names of the tags to choose from
     */
    public String summary(String prefix) throws InterruptedException {
        List<String> patterns = prefix.isEmpty() ? List.of() : List.of(prefix + "*");
        return checked(git.run(describe(patterns, "--always"))).strip();
    }

    private static String[] describe(List<String> patterns, String... more) {
        return Stream.of(
                        Stream.of("describe", "--tags"),
                        patterns.stream().map(pattern -> "--match=" + pattern),
                        Stream.of(more))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }
}
