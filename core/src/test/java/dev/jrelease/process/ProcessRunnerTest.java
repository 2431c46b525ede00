package dev.jrelease.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.environment.Environment;
import dev.jrelease.testkit.program.WrittenProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ProcessRunnerTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void givesWhatAProgramPrintedAndHowItEnded() throws InterruptedException {
        ProcessResult result = shell("cat; echo words; echo complaint >&2; exit 3", "input ");

        assertThat(result).isEqualTo(new ProcessResult(3, "input words\n", "complaint\n"));
        assertThat(result.succeeded()).isFalse();
    }

    @Test
    void aProgramKnowsTheEnvironmentItIsGivenAndNoMore() throws InterruptedException {
        ProcessResult result = runner().run(Command.of(folder, "/usr/bin/env").withVariable("MORE", "1"));

        assertThat(result.output().lines()).containsExactlyInAnyOrder("GIVEN=yes", "MORE=1");
    }

    @Test
    void handsOnEveryLineOfBothOutputs() throws InterruptedException {
        List<String> lines = new ArrayList<>();

        int exitCode = runner().follow(command("echo one; printf 'two\\r\\n' >&2; printf three; exit 4"), lines::add);

        assertThat(exitCode).isEqualTo(4);
        assertThat(lines).containsExactly("one", "two", "three");
    }

    @Test
    void ofALineThatIsWrittenOverTheLastTextCounts() throws InterruptedException {
        List<String> lines = new ArrayList<>();

        runner().follow(command("printf '10%%\\r50%%\\r100%%\\ndone\\r\\n\\rlast\\r'"), lines::add);

        assertThat(lines).containsExactly("100%", "done", "last");
    }

    @Test
    void aLineWithoutEndComesInParts() throws InterruptedException {
        List<String> lines = new ArrayList<>();

        runner().follow(command("head -c 100000 /dev/zero | tr '\\0' x"), lines::add);

        assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> line.length() <= 16 * 1024);
        assertThat(String.join("", lines)).hasSize(100_000);
    }

    @Test
    void aFollowedProgramNeedNotEndWithItsChildren() throws InterruptedException {
        List<String> lines = new ArrayList<>();

        runner().follow(command("sleep 60 & echo done"), lines::add);

        assertThat(lines).containsExactly("done");
    }

    @Test
    void readsMoreThanAPipeHolds() throws InterruptedException {
        ProcessResult result = shell("head -c 1000000 /dev/zero; head -c 1000000 /dev/zero >&2", "");

        assertThat(result.output()).hasSize(1_000_000);
        assertThat(result.errors()).hasSize(1_000_000);
    }

    @Test
    void aProgramNeedNotReadItsInput() throws InterruptedException {
        assertThat(shell("exit 0", "x".repeat(1_000_000)).succeeded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat /dev/zero", "cat /dev/zero >&2", "echo begin; yes; echo end"})
    void aProgramThatPrintsWithoutEndIsStopped(String script) {
        Command endless = command(script).within(new Command.Limit(Duration.ofMinutes(1), 1 << 20));

        assertThatThrownBy(() -> runner().run(endless)).hasMessageEndingWith("it printed more than 1024 KiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep 1000", "exec sleep 1000", "sleep 1000 & wait"})
    void aProgramThatHangsIsStopped(String script) {
        Command hanging = command(script).within(new Command.Limit(Duration.ofSeconds(1), 1 << 20));

        assertThatThrownBy(() -> runner().run(hanging)).hasMessageEndingWith("it did not end within 1 s");
    }

    @Test
    void aChildThatHoldsTheOutputIsNotWaitedFor() throws InterruptedException {
        Command leaving = command("sleep 1000 & echo $!").within(new Command.Limit(Duration.ofSeconds(40), 1 << 20));

        ProcessResult result = runner().run(leaving);

        assertThat(result.succeeded()).isTrue();
        ProcessHandle.of(Long.parseLong(result.output().strip())).ifPresent(ProcessHandle::destroyForcibly);
    }

    private Command command(String script) {
        return Command.of(folder, "/bin/sh", "-c", script);
    }

    @Test
    void aProgramThatIsNotThereIsAFailureInWords() {
        assertThatThrownBy(() -> runner().run(Command.of(folder, "/no/such/program")))
                .hasMessage("could not run /no/such/program: there is no program /no/such/program");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/folder:FOLDER/tools", "tools", ":FOLDER/tools"})
    void aProgramIsLookedUpInThePathThatItIsGiven(String path) throws Exception {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        Files.createDirectory(folder.resolve("compiler"));
        WrittenProgram.script(tools.resolve("compiler"), "echo mine");
        Command command =
                Command.of(folder, "compiler").withVariable("PATH", path.replace("FOLDER", folder.toString()));

        assertThat(runner().run(command).output()).isEqualTo("mine\n");
    }

    @Test
    void aProgramThatIsNotInThePathThatItIsGivenIsAFailureInWords() {
        assertThatThrownBy(() -> runner().run(Command.of(folder, "sh").withVariable("PATH", "/no/such/folder")))
                .hasMessage("could not run sh: there is no program sh on the PATH that the command is given:"
                        + " /no/such/folder");
        assertThatThrownBy(() -> runner().run(Command.of(folder, "sh").withVariable("PATH", folder + ":/nowhere")))
                .hasMessageContaining("there is no program sh on the PATH that the command is given: ");
    }

    @Test
    void aProgramThatMayNotRunIsNotMissing() throws IOException {
        Path program = Files.writeString(folder.resolve("program"), "#!/bin/sh\n");
        assertThatThrownBy(() -> runner().run(Command.of(folder, program.toString())))
                .hasMessage("could not run " + program + ": the program " + program
                        + " does not start (Permission denied)");
    }

    @Test
    void argumentsThatAreTooLongAreSaidToBe() {
        assertThatThrownBy(() -> runner().run(Command.of(folder, "/bin/true", "x".repeat(1_000_000))))
                .hasMessage("could not run /bin/true: the program /bin/true does not start (Argument list too long)");
    }

    @Test
    void anInterruptEndsTheProgram() throws Exception {
        Path started = folder.resolve("started");
        FutureTask<ProcessResult> run =
                new FutureTask<>(() -> shell("echo $$ > started.new; mv started.new started; exec sleep 1000", ""));
        Thread thread = Thread.ofPlatform().start(run);
        while (!Files.exists(started)) {
            Thread.onSpinWait();
        }

        thread.interrupt();

        assertThatThrownBy(run::get).hasCauseInstanceOf(InterruptedException.class);
        assertThat(ended(started)).isTrue();
    }

    private static boolean ended(Path file) throws IOException {
        long id = Long.parseLong(Files.readString(file).strip());
        ProcessHandle.of(id).ifPresent(process -> process.onExit().join());
        return ProcessHandle.of(id).isEmpty();
    }

    private ProcessResult shell(String script, String input) throws InterruptedException {
        return runner().run(Command.of(folder, "/bin/sh", "-c", script).withInput(input));
    }

    private ProcessRunner runner() {
        return new ProcessRunner(new Environment(Map.of("GIVEN", "yes"), folder, folder));
    }
}
