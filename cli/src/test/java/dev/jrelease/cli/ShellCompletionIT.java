package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.testkit.git.GitWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** zsh and fish themselves complete by the scripts of {@code completion}, as the test of bash does. */
class ShellCompletionIT {
    /** Types into a zsh of its own, because zsh completes only what is typed. */
    private static final String TYPING = """
            zmodload zsh/zpty
            zpty shell 'PS1= PS2= zsh -f -i'
            zpty -w shell 'autoload -Uz compinit; compinit -u -D; source SCRIPT; echo re""ady'
            while zpty -r shell line && [[ $line != *ready* ]]; do :; done
            zpty -w -n shell $'TYPED\\t'
            zpty -r shell line '*COMPLETED*' && echo COMPLETED
            """;

    @ParameterizedTest
    @CsvSource({
        "jrelease doc, jrelease doctor",
        "jrelease release --sk, jrelease release --skip",
        "jrelease completion f, jrelease completion fish",
    })
    void zsh(String typed, String completed, @TempDir Path folder) throws Exception {
        String asked = TYPING.replace("SCRIPT", script("zsh", folder).toString())
                .replace("TYPED", typed)
                .replace("COMPLETED", completed);

        assertThat(output(folder, "timeout", "60", "zsh", "-f", "-c", asked)).contains(completed);
    }

    @ParameterizedTest
    @CsvSource({
        "jrelease doc, doctor",
        "jrelease release --sk, --skip",
        "jrelease promote --skip=, --skip=publish",
        "'jrelease manifest ', push",
        "jrelease manifest push --fo, --format",
        "'jrelease completion ', fish",
    })
    void fish(String typed, String completed, @TempDir Path folder) throws Exception {
        String asked = "source " + script("fish", folder) + "; complete -C '" + typed + "'";

        assertThat(output(folder, "fish", "--no-config", "-c", asked).lines().map(line -> line.split("\t", 2)[0]))
                .contains(completed);
    }

    private static Path script(String shell, Path folder) throws IOException, InterruptedException {
        GitWorkspace workspace = GitWorkspace.create(folder.resolve("work"));
        return Files.writeString(
                folder.resolve("script"),
                Jrelease.in(workspace).run("completion", shell).out());
    }

    private static String output(Path folder, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("HOME", folder.toString(), "TERM", "xterm"));
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }
}
