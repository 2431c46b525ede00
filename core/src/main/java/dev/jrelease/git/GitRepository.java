package dev.jrelease.git;

import dev.jrelease.concurrent.Parallel;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.process.ProcessResult;
import dev.jrelease.process.ProcessRunner;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The git repository that a folder belongs to. */
public final class GitRepository {
    private final Git git;

    /** @param directory the repository's root or any folder in it */
    public GitRepository(ProcessRunner processes, Path directory) {
        this.git = new Git(processes, directory);
    }

    /**
     * Reads where the repository stands.
     *
     * @param ignored a folder whose files do not count as changes
     * @throws ReleaseException of kind GIT if there is no repository or no commit in it; of kind ENVIRONMENT if git is
     *     missing or does not trust the folder
     */
    public GitState state(Path ignored) throws InterruptedException {
        List<Callable<ProcessResult>> questions = List.of(
                () -> git.run(status(ignored)),
                () -> git.run("log", "-1", "--no-show-signature", "--no-color", "--format=%h%x00%ct"),
                () -> git.run(
                        "for-each-ref", "--format=%(refname:strip=2)%00%(objectname)%00%(*objectname)", "refs/tags"),
                () -> git.run("ls-remote", "--get-url"));
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
                RemoteUrl.withoutCredentials(answers.get(3).output()));
    }

    /** All untracked files, not only their folders: the ignored folder may lie in one of those. */
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

    private String checked(ProcessResult result) {
        if (!result.succeeded()) {
            throw git.refused(result);
        }
        return result.output();
    }

    private ReleaseException noCommits() {
        return ReleaseException.could(FailureKind.GIT, "read the git repository in " + git.directory())
                .because("it has no commits yet")
                .hint("commit the project and tag the commit: git tag v0.1.0")
                .build();
    }

    /** An annotated tag has an object of its own; the commit is what that names. */
    private static List<GitTag> tags(String output) {
        return output.lines()
                .map(line -> line.split("\0", -1))
                .map(parts -> new GitTag(parts[0], parts[2].isEmpty() ? parts[1] : parts[2]))
                .toList();
    }

    /** What the tag, which exists, says. */
    public TagMessage message(GitTag tag) throws InterruptedException {
        String output = checked(git.run(
                "for-each-ref",
                "--format=%(contents:subject)%00%(contents:body)%00%(contents)%00",
                "refs/tags/" + tag.name()));
        String[] parts = output.split("\0", -1);
        return new TagMessage(parts[0], parts[1].stripTrailing(), parts[2].stripTrailing());
    }

    /**
     * The name of the version's tag nearest to a commit, going back in history; lightweight tags count.
     *
     * @param from any name of a commit, which need not exist: {@code HEAD^} of a first commit has no tag either
     */
    public Optional<String> lastVersionTag(String from) throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("describe", "--tags", "--abbrev=0"));
        arguments.addAll(List.of("--match=[0-9]*.[0-9]*.[0-9]*", "--match=v[0-9]*.[0-9]*.[0-9]*"));
        while (true) {
            ProcessResult result = git.run(with(arguments, from));
            String name = result.output().strip();
            if (!result.succeeded() || new GitTag(name, "").version().isPresent()) {
                return Optional.of(name).filter(text -> result.succeeded());
            }
            arguments.add("--exclude=" + name); // 1.2.3.4 looks like a version to --match
        }
    }

    private static String[] with(List<String> arguments, String last) {
        List<String> all = new ArrayList<>(arguments);
        all.add(last);
        return all.toArray(String[]::new);
    }

    /** The nearest tag, how many commits ago, and the commit: {@code v1.2.3-4-g1a2b3c4}; the commit if there is none. */
    public String summary() throws InterruptedException {
        return checked(git.run("describe", "--tags", "--always")).strip();
    }
}
