package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.git.GitWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts of {@code completion}: bash itself completes by them, and the manual page is read by groff. */
@SuppressWarnings("NullAway.Init")
class CompletionTest {
    private GitWorkspace workspace;
    private Jrelease jrelease;

    @BeforeEach
    void makeWorkspace(@TempDir Path folder) throws InterruptedException {
        workspace = GitWorkspace.create(folder.resolve("work")).write("web.yaml", "");
        jrelease = Jrelease.in(workspace);
    }

    private Path written(String name, Outcome outcome) throws IOException {
        assertThat(outcome.code()).isZero();
        return Files.writeString(workspace.folder().resolveSibling(name), outcome.out());
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jrelease rel             | release",
                "jrelease doc             | doctor",
                "jrelease release --qu    | --quiet",
                "jrelease release --log-format j | json",
                "jrelease release --skip pub | publish",
                "jrelease completion f    | fish",
            })
    void bashCompletes(String typed, String completed) throws Exception {
        Path script = written("completion.bash", jrelease.run("completion", "bash"));
        String asked = "source " + script + "; COMP_WORDS=(" + typed + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
                + "_complete_jrelease; printf '%s\\n' \"${COMPREPLY[@]}\"";

        assertThat(output(List.of("bash", "--norc", "-c", asked)).lines().map(String::strip))
                .contains(completed);
    }

    @Test
    void fishHasEveryCommandAndItsOptions() {
        String script = jrelease.run("completion", "fish").out();

        assertThat(script.lines()).allMatch(line -> line.startsWith("complete -c jrelease"));
        assertThat(script)
                .contains("-n '__fish_use_subcommand' -a doctor -d ")
                .contains("-n '__fish_seen_subcommand_from release' -l log-format -x -a 'text json' -d ")
                .contains("-n '__fish_seen_subcommand_from check' -s f -l config -r -F -d ");
    }

    @Test
    void fishHasTheCommandsOfACommand() {
        String script = jrelease.run("completion", "fish").out();
        String none = "-n '__fish_seen_subcommand_from manifest; and not __fish_seen_subcommand_from create push' -a ";
        String push = "-n '__fish_seen_subcommand_from manifest; and __fish_seen_subcommand_from push' -l ";

        assertThat(script).contains(none + "create -d ", none + "push -d ", push + "format -x -a ");
    }

    @Test
    void zshLoadsTheScriptOfBash() {
        assertThat(jrelease.run("completion", "zsh").out()).contains("autoload -U +X bashcompinit");
    }

    @Test
    void anotherShellIsRefused() {
        assertThat(jrelease.run("completion", "tcsh").code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(jrelease.run("completion").code()).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void theManualPageHasEveryCommand() {
        String page = jrelease.run("man").out();

        assertThat(page).startsWith(".TH JRELEASE 1 ").contains(".SH NAME\n", ".SH SYNOPSIS\n", ".SH EXIT STATUS\n");
        assertThat(page).contains(".SS jrelease release\n", ".SS jrelease doctor\n", ".B \\-\\-snapshot\n");
        assertThat(page.lines()).noneMatch(line -> line.startsWith("'") || line.contains("${"));
    }
}
