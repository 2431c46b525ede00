package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.secret.Redactor;
import dev.jrelease.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubAnnotationsTest {
    private final Path root;
    private final Redactor redactor = new Redactor();

    GitHubAnnotationsTest(@TempDir Path folder) throws IOException {
        root = folder.toRealPath().resolve("repository");
        Files.createDirectories(root.resolve("services/web"));
    }

    @Test
    void areWorkflowCommands() {
        assertThat(annotations(root).of(problem(Severity.ERROR, "a.yaml", "no such key", Optional.empty())))
                .isEqualTo("::error file=a.yaml,line=3,col=7,title=jrelease::no such key");
        assertThat(annotations(root).of(problem(Severity.WARNING, "a.yaml", "out of date", Optional.of("say b"))))
                .isEqualTo("::warning file=a.yaml,line=3,col=7,title=jrelease::out of date%0Ahint: say b");
    }

    @Test
    void escapeWhatEndsAPropertyOrACommand() {
        String file = "50%,a:b\r\n.yaml";
        String message = "100% of a:b, and\r\n::set-output name=x::y";

        assertThat(annotations(root).of(problem(Severity.ERROR, file, message, Optional.empty())))
                .isEqualTo("::error file=50%25%2Ca%3Ab%0D%0A.yaml,line=3,col=7,title=jrelease::"
                        + "100%25 of a:b, and%0A: :set-output name=x::y");
    }

    @Test
    void nameFilesAsFromTheRepository() {
        Path web = root.resolve("services/web");

        assertThat(file(annotations(web), "a.yaml")).isEqualTo("services/web/a.yaml");
        assertThat(file(annotations(web), "../a.yaml")).isEqualTo("services/a.yaml");
        assertThat(file(annotations(web), web.resolve("a.yaml").toString())).isEqualTo("services/web/a.yaml");
        assertThat(file(annotations(web), "/elsewhere/a.yaml")).isEqualTo("/elsewhere/a.yaml");
    }

    @Test
    void knowTheRepositoryUnderItsOtherNameToo() throws IOException {
        Path link = Files.createSymbolicLink(root.resolveSibling("link"), root);

        assertThat(file(annotations(link.resolve("services")), "a.yaml")).isEqualTo("services/a.yaml");
    }

    @Test
    void haveNoPlaceInAFileThatCannotBeRead() {
        Problem problem = new Problem(Severity.ERROR, Location.ofFile("a.yaml"), "not there", Optional.empty());

        assertThat(annotations(root).of(problem)).isEqualTo("::error file=a.yaml,title=jrelease::not there");
    }

    @Test
    void maskSecretsBeforeAnythingIsEscaped() {
        redactor.learn(new Secret("50%:off"));
        redactor.learn(new Secret("err0r"));

        assertThat(annotations(root).of(problem(Severity.ERROR, "a.yaml", "no 50%:off", Optional.of("an err0r"))))
                .isEqualTo("::error file=a.yaml,line=3,col=7,title=jrelease::no ***%0Ahint: an ***");
    }

    @Test
    void nameFilesAsFromTheFolderOfGitWhereActionsNamesNone() throws IOException {
        Files.createDirectories(root.resolve(".git"));
        Path web = root.resolve("services/web");
        Environment environment = new Environment(Map.of(), root, web);

        assertThat(file(GitHubAnnotations.of(environment, web, redactor), ".release.yaml"))
                .isEqualTo("services/web/.release.yaml");
    }

    @Test
    void ofAFailureWithoutALineNameNoFile() {
        assertThat(annotations(root).error(Optional.empty(), "no disk", Optional.of("buy one")))
                .isEqualTo("::error title=jrelease::no disk%0Ahint: buy one");
    }

    @Test
    void areMadeInActionsOnly() {
        Environment elsewhere = new Environment(Map.of(), root, root);
        Environment actions = new Environment(Map.of("GITHUB_ACTIONS", "true"), root, root);

        assertThat(GitHubAnnotations.inActions(elsewhere, root, redactor)).isEmpty();
        assertThat(GitHubAnnotations.inActions(actions, root, redactor)).isPresent();
    }

    private GitHubAnnotations annotations(Path folder) {
        Environment environment = new Environment(Map.of("GITHUB_WORKSPACE", root.toString()), root, root);
        return GitHubAnnotations.of(environment, folder, redactor);
    }

    private static String file(GitHubAnnotations annotations, String name) {
        return annotations
                .of(problem(Severity.ERROR, name, "", Optional.empty()))
                .replaceFirst("::error file=(.*),line=.*", "$1");
    }

    private static Problem problem(Severity severity, String file, String message, Optional<String> hint) {
        return new Problem(severity, new Location(file, 3, 7), message, hint);
    }
}
