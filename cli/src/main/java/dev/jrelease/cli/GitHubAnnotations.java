package dev.jrelease.cli;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Problems as lines that GitHub Actions shows in the diff of a pull request.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands">Workflow commands</a>
 */
final class GitHubAnnotations {
    private static final String TITLE = "jrelease";

    private final Path folder;
    private final Path workspace;
    private final Redactor redactor;

    private GitHubAnnotations(Path folder, Path workspace, Redactor redactor) {
        this.folder = folder;
        this.workspace = workspace;
        this.redactor = redactor;
    }

    /**
     * Annotations of files whose names start from a folder. GitHub wants them from the repository's root, which it
     * says in {@code GITHUB_WORKSPACE}; elsewhere it is thought to be where the command was called.
     */
    static GitHubAnnotations of(Environment environment, Path folder, Redactor redactor) {
        Path workspace = environment
                .variable("GITHUB_WORKSPACE")
                .map(environment::resolve)
                .orElse(environment.workingDirectory());
        return new GitHubAnnotations(folder, workspace, redactor);
    }

    /** The same, if this runs in GitHub Actions. */
    static Optional<GitHubAnnotations> inActions(Environment environment, Path folder, Redactor redactor) {
        return environment
                .variable("GITHUB_ACTIONS")
                .filter("true"::equals)
                .map(_ -> of(environment, folder, redactor));
    }

    /** One line, secrets masked. */
    String of(Problem problem) {
        String command = problem.severity() == Severity.WARNING ? "warning" : "error";
        return line(command, problem.location(), problem.message(), problem.hint());
    }

    /** A failure that a line of the configuration is to blame for. */
    String error(Location place, String message, Optional<String> hint) {
        return line("error", place, message, hint);
    }

    private String line(String command, Location place, String message, Optional<String> hint) {
        String where = place.isWholeFile() ? "" : ",line=" + place.line() + ",col=" + place.column();
        String text = message + hint.map(more -> "\nhint: " + more).orElse("");
        return "::" + command + " file=" + property(file(place.file())) + where + ",title=" + TITLE + "::"
                + escaped(redactor.redact(text));
    }

    private String file(String name) {
        try {
            Path root = real(workspace);
            Path file = real(folder).resolve(name).normalize();
            String path = file.startsWith(root) ? root.relativize(file).toString() : name;
            return path.replace('\\', '/');
        } catch (InvalidPathException noFile) {
            return name;
        }
    }

    /** The runner may name its workspace through a link. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException notThere) {
            return path;
        }
    }

    private String property(String value) {
        return escaped(redactor.redact(value)).replace(":", "%3A").replace(",", "%2C");
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
