package dev.jrelease.cli;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.secret.Redactor;
import dev.jrelease.text.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Problems as workflow commands of GitHub Actions, which shows them in the diff of a pull request.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands">Workflow
 *     commands</a>
 */
final class GitHubAnnotations {
    private static final String TITLE = "jrelease";

    private final Path folder;
    private final Path workspace;
    private final Redactor redactor;

    private GitHubAnnotations(Path folder, Path workspace, Redactor redactor) {
        this.folder = real(folder);
        this.workspace = real(workspace);
        this.redactor = redactor;
    }

    /**
     * Annotations with paths from the repository's root, as GitHub expects: from {@code GITHUB_WORKSPACE}, else from
     * the folder with {@code .git}.
     */
    static GitHubAnnotations of(Environment environment, Path folder, Redactor redactor) {
        Path workspace = environment
                .variable("GITHUB_WORKSPACE")
                .map(environment::resolve)
                .filter(root -> real(folder).startsWith(real(root)))
                .or(() -> repository(real(folder)))
                .orElse(environment.workingDirectory());
        return new GitHubAnnotations(folder, workspace, redactor);
    }

    private static Optional<Path> repository(Path folder) {
        return Stream.iterate(folder, Objects::nonNull, Path::getParent)
                .filter(parent -> Files.exists(parent.resolve(".git")))
                .findFirst();
    }

    /** The same, if this runs in GitHub Actions. */
    static Optional<GitHubAnnotations> inActions(Environment environment, Path folder, Redactor redactor) {
        return environment
                .variable("GITHUB_ACTIONS")
                .filter("true"::equals)
                .map(_ -> of(environment, folder, redactor));
    }

    /** One line, with secrets masked. */
    String of(Problem problem) {
        String command = problem.severity() == Severity.WARNING ? "warning" : "error";
        return line(command, Optional.of(problem.location()), problem.message(), problem.hint());
    }

    /** A failure with its location in the configuration. */
    String error(Optional<Location> place, String message, Optional<String> hint) {
        return line("error", place, message, hint);
    }

    /** Something of a release that stops nothing. */
    String warning(String message) {
        return line("warning", Optional.empty(), message, Optional.empty());
    }

    /** Empty for a value of several lines, each of which is masked by itself, and for one that would not stay as it is. */
    static Optional<String> mask(String secret) {
        return Optional.of(secret)
                .filter(value -> VisibleText.inLine(value).equals(value))
                .map(value -> "::add-mask::" + escaped(value));
    }

    private String line(String command, Optional<Location> place, String message, Optional<String> hint) {
        String text = message + hint.map(more -> "\nhint: " + more).orElse("");
        return "::" + command + " " + place.map(this::properties).orElse("") + "title=" + TITLE + "::"
                + escaped(VisibleText.lines(redactor.redact(text)));
    }

    private String properties(Location place) {
        String where = place.isWholeFile() ? "" : ",line=" + place.line() + ",col=" + place.column();
        return "file=" + property(file(place.file())) + where + ",";
    }

    private String file(String name) {
        try {
            Path file = folder.resolve(name).normalize();
            String path =
                    file.startsWith(workspace) ? workspace.relativize(file).toString() : name;
            return path.replace('\\', '/');
        } catch (InvalidPathException noFile) {
            return name;
        }
    }

    /** Resolves links: the runner's workspace may be a link. */
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
