package dev.jrelease.pipes.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The builder command runs a command for each platform, and finds what it left. */
class CommandBuildTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path project;

    @Test
    void runsOnceForEachPlatform() throws IOException {
        BuiltPrograms built = BuiltPrograms.of("""
                env: ["WORD=all"]
                builds:
                  - builder: command
                    targets: [linux_amd64, linux_arm_7]
                    env: ["GOARCH={{ .Arch }}", "FULL={{ .Env.WORD }}-{{ .Env.GOARCH }}"]
                    cmd: sh -c 'echo $FULL > {{ .Path }}'
                """, project);

        assertThat(built.failure()).isEmpty();
        assertThat(built.files()).containsExactly("hello/linux_amd64/hello", "hello/linux_armv7/hello");
        assertThat(project.resolve("dist/builds/hello/linux_armv7/hello")).hasContent("all-arm");
        assertThat(built.plan().text()).contains("""
                  hello linux/amd64  dist/builds/hello/linux_amd64/hello  by sh -c 'echo $FULL""");
    }

    @Test
    void takesTheFileThatTheCommandLeaves() throws IOException {
        Files.createDirectory(project.resolve("native"));

        BuiltPrograms built = BuiltPrograms.of("""
                builds:
                  - id: tool
                    builder: command
                    binary: run
                    dir: native
                    shell: sh
                    targets: [linux_amd64]
                    cmd: mkdir -p out/{{ .Target }}; echo x > out/{{ .Target }}/a; echo y > out/{{ .Target }}/b
                    artifact: out/{{ .Target }}
                """, project);

        assertThat(built.files()).containsExactly("tool/linux_amd64/run/a", "tool/linux_amd64/run/b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cmd: sh -c 'echo wrong; exit 3'       | it ended with exit code 3",
                "cmd: ls                               | the command left no file dist/builds/hello/linux_amd64/hello",
                "cmd: ls, artifact: a                  | the command left no file a",
                "cmd: ls, artifact: ../a               | it is outside of",
            })
    void saysWhyThereIsNoProgram(String keys, String why) throws IOException {
        BuiltPrograms built =
                BuiltPrograms.of("builds: [{builder: command, targets: linux_amd64, " + keys + "}]\n", project);

        assertThat(built.failure().orElseThrow().getMessage())
                .startsWith("could not build hello for linux/amd64: " + why);
    }

    @Test
    void refusesNamesThatAreNoFileNames() throws IOException {
        assertThat(BuiltPrograms.of("""
                builds:
                  - {id: ../x, builder: maven}
                  - {id: y, binary: a/b, builder: command, cmd: ls, targets: linux_amd64}
                  - {id: z, builder: command}
                """, project).problems().list())
                .extracting(problem -> problem.message())
                .containsExactly(
                        "'../x' cannot be the name of a program that is built",
                        "'a/b' cannot be the name of a program that is built",
                        "builder command without cmd");
    }
}
