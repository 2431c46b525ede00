package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.git.GitWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Types the commands of a page of the documentation, as someone in the project's folder would. Each has to succeed. {@code
 * docker login} leaves the login of {@link #USER}.
 */
record PageShell(Jrelease jrelease, GitWorkspace workspace) {
    static final String USER = "anna";
    static final String PASSWORD = "correct-horse-battery";
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /** Types a line, and returns its results. */
    String type(String line) throws IOException, InterruptedException {
        List<String> words = WORD.matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
        String[] arguments = words.subList(1, words.size()).toArray(String[]::new);
        return switch (words.getFirst()) {
            case "jrelease" -> {
                Outcome outcome = jrelease.run(arguments);
                assertThat(outcome.code()).as(line + "\n" + outcome).isZero();
                yield outcome.out();
            }
            case "git" ->
                arguments[0].equals("commit")
                        ? workspace.commit(words.getLast()).head()
                        : workspace.git(arguments);
            case "docker" -> arguments[0].equals("login") ? logIn(words.getLast()) : Tool.run(words, jrelease.folder());
            default -> Tool.run(words, jrelease.folder());
        };
    }

    private String logIn(String host) throws IOException {
        String login = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        Path file = jrelease.folder().resolveSibling("home/.docker/config.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(host, login));
        return "";
    }
}
