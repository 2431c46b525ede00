package dev.jrelease.testkit.git;

import dev.jrelease.testkit.program.WrittenProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A git repository on disk. The same calls make the same commits on every host: names and dates are fixed, and no
 * one's settings count.
 */
public final class GitWorkspace {
    /** When the first commit is made; each later one is an hour after the one before. */
    public static final Instant FIRST_COMMIT = Instant.parse("2026-01-02T03:04:05Z");

    /** Variables with which git looks at no settings but the repository's own. */
    public static final Map<String, String> NO_SETTINGS =
            Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1");

    private final Path folder;
    private Instant time = FIRST_COMMIT;

    private GitWorkspace(Path folder) {
        this.folder = folder;
    }

    /** Makes an empty repository whose branch is {@code main}. */
    public static GitWorkspace create(Path folder) throws InterruptedException {
        GitWorkspace workspace = new GitWorkspace(folder);
        unchecked(() -> Files.createDirectories(folder));
        workspace.git("init", "--quiet", "--initial-branch=main");
        return workspace;
    }

    public Path folder() {
        return folder;
    }

    public GitWorkspace write(String path, String text) {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public GitWorkspace write(String path, byte[] content) {
        Path file = folder.resolve(path);
        unchecked(() -> {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.write(file, content);
        });
        return this;
    }

    /** Writes a file that may be executed. */
    public GitWorkspace writeProgram(String path, byte[] content) {
        Path file = folder.resolve(path);
        unchecked(() -> Files.createDirectories(file.toAbsolutePath().getParent()));
        WrittenProgram.write(file, content);
        return this;
    }

    /** Takes over a folder's files; those that are there already are replaced. */
    public GitWorkspace copy(Path from) {
        unchecked(() -> {
            try (Stream<Path> all = Files.walk(from)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    Path target = folder.resolve(from.relativize(file).toString());
                    Files.createDirectories(target.toAbsolutePath().getParent());
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
            return from;
        });
        return this;
    }

    /** Commits everything that is there, even if nothing changed. */
    public GitWorkspace commit(String message) throws InterruptedException {
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message", message);
        time = time.plus(Duration.ofHours(1));
        return this;
    }

    /** Makes a lightweight tag at HEAD. */
    public GitWorkspace tag(String name) throws InterruptedException {
        git("tag", name);
        return this;
    }

    /** Makes an annotated tag at HEAD. */
    public GitWorkspace tag(String name, String message) throws InterruptedException {
        git("tag", "--annotate", "--message", message, name);
        return this;
    }

    /** The commit at HEAD, in full. */
    public String head() throws InterruptedException {
        return git("rev-parse", "HEAD");
    }

    /** What {@code git status} sees: one line for each file that is changed or not known to git. */
    public List<String> changes() throws InterruptedException {
        return git("status", "--porcelain").lines().toList();
    }

    /** Runs any git command and returns what it printed. */
    public String git(String... arguments) throws InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        Process process = unchecked(() -> start(command));
        String output = unchecked(() -> new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + output);
        }
        return output.stripTrailing();
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectErrorStream(true);
        builder.environment().putAll(NO_SETTINGS);
        for (String person : List.of("AUTHOR", "COMMITTER")) {
            builder.environment().put("GIT_" + person + "_NAME", "Ada");
            builder.environment().put("GIT_" + person + "_EMAIL", "ada@example.com");
            builder.environment().put("GIT_" + person + "_DATE", time.toString());
        }
        return builder.start();
    }

    private static <T> T unchecked(Work<T> work) {
        try {
            return work.perform();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private interface Work<T> {
        T perform() throws IOException;
    }
}
