package dev.jrelease.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.verify.StartCommand.Program;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartCommandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "/app|--x; -; /app ENTRYPOINT",
                "-; /app|--x; /app CMD",
                "-; -; ''",
                "/app; --flag; /app ENTRYPOINT",
                "/app; serve|now; /app ENTRYPOINT, serve ARGUMENT",
                "/entry.sh|-v; nginx; /entry.sh ENTRYPOINT, nginx ARGUMENT",
                // shells
                "/bin/sh|-c|exec /app --x; ignored; /bin/sh ENTRYPOINT, /app SHELL",
                "-; /bin/sh|-c|/app; /bin/sh CMD, /app SHELL",
                "/bin/bash|-o|pipefail|-c|app > log; -; /bin/bash ENTRYPOINT, app SHELL",
                "bash|-euxo|pipefail|-c|/app; -; bash ENTRYPOINT, /app SHELL",
                "sh|-ec|A=1 B_2=x:y exec /app; -; sh ENTRYPOINT, /app SHELL",
                "sh|-c|A=$B /app; -; sh ENTRYPOINT",
                "sh|-c|cd /x && ./app; -; sh ENTRYPOINT, /x/./app SHELL",
                "sh|-c|cd /x && cd y && exec ./app --z; -; sh ENTRYPOINT, /x/y/./app SHELL",
                "sh|-c|cd $X && ./app && /b; -; sh ENTRYPOINT, /b SHELL",
                "sh|-c|set -e && export A=b && a 2>&1 ¦ b > log; -; sh ENTRYPOINT, a SHELL, b SHELL",
                "sh|-c|a ¦¦ b && c; -; sh ENTRYPOINT, a SHELL, b PERHAPS, c SHELL",
                "sh|-c|[ -f /x ] && /x && y; -; sh ENTRYPOINT, /x PERHAPS, y PERHAPS",
                "sh|-c|a # b && c; -; sh ENTRYPOINT, a SHELL",
                "sh|-c|if true && a; -; sh ENTRYPOINT",
                "sh|-c|exec timeout 10 './app'; -; sh ENTRYPOINT, timeout SHELL, ./app WRAPPED",
                "sh|-c|$APP; -; sh ENTRYPOINT",
                "sh|-c|\"/my app\"; -; sh ENTRYPOINT",
                "sh|-c|(/app); -; sh ENTRYPOINT",
                "sh|-c|exec; -; sh ENTRYPOINT",
                "sh|-c|; -; sh ENTRYPOINT",
                "sh|-c; -; sh ENTRYPOINT",
                "sh|/entry.sh; -; sh ENTRYPOINT, /entry.sh READ",
                "bash|-e|/entry.sh; -; bash ENTRYPOINT, /entry.sh READ",
                "sh; -; sh ENTRYPOINT",
                // programs that start programs
                "/sbin/tini|--|/app; -; /sbin/tini ENTRYPOINT, /app WRAPPED",
                "tini|-g|-e|143|--; /app|-v; tini ENTRYPOINT, /app WRAPPED",
                "dumb-init|--rewrite|15:2|app; -; dumb-init ENTRYPOINT, app WRAPPED",
                "tini|--|/entry.sh; redis-server; tini ENTRYPOINT, /entry.sh WRAPPED, redis-server ARGUMENT",
                "gosu|nobody|app; -; gosu ENTRYPOINT, app WRAPPED",
                "su-exec|nobody; -; su-exec ENTRYPOINT",
                "env|-i|A=b c|/app; -; env ENTRYPOINT, /app WRAPPED",
                "env|-S|A=b /app -x; -; env ENTRYPOINT, /app WRAPPED",
                "env|-u|C|--split-string|nice -n 5  /app; -; env ENTRYPOINT, nice WRAPPED, /app WRAPPED",
                "env|-S; -; env ENTRYPOINT",
                "tini|--|sh|-c|exec app; -; tini ENTRYPOINT, sh WRAPPED, app SHELL",
                "tini; -; tini ENTRYPOINT",
                "timeout|-k|5|10|/app; -; timeout ENTRYPOINT, /app WRAPPED",
                "nice|-n|5|nohup|/app; -; nice ENTRYPOINT, nohup WRAPPED, /app WRAPPED",
                "/lib64/ld-linux-x86-64.so.2|--library-path|/l|/app; -; /lib64/ld-linux-x86-64.so.2 ENTRYPOINT, /app LOADED",
                "/lib/ld-musl-aarch64.so.1|/app; -; /lib/ld-musl-aarch64.so.1 ENTRYPOINT, /app LOADED",
                "/lib/ld-2.31.so|/app; -; /lib/ld-2.31.so ENTRYPOINT, /app LOADED",
                "/bin/busybox|sh|-c|/app; -; /bin/busybox ENTRYPOINT, /app SHELL",
            })
    void namesThePrograms(String entrypoint, String command, String programs) {
        assertThat(StartCommand.programs(words(entrypoint), words(command)).stream()
                        .map(StartCommandTest::text)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(programs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "CMD|/app|--health; /app HEALTH",
                "CMD-SHELL|curl -f http://localhost/ ¦¦ exit 1; /bin/sh HEALTH, curl HEALTH",
                "CMD|timeout|3|/app; timeout HEALTH, /app HEALTH",
                "NONE; ''",
            })
    void namesTheProgramsOfTheHealthCheck(String test, String programs) {
        assertThat(StartCommand.ofHealthCheck(words(test)).stream()
                        .map(StartCommandTest::text)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(programs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "set -e~cd /app~mkdir x~exec ./server \"$@\"~; /app/./server",
                "if [ -n \"$X\" ]~then~  exec gosu nobody /app/server~fi; gosu, /app/server",
                "case $(uname -m) in~ x86_64) exec /a-amd64 @@ ~ aarch64) exec /a-arm64 @@ ~esac; /a-amd64, /a-arm64",
                "exec \"$@\"; ''",
                "# exec /app; ''",
            })
    void namesWhatScriptsStart(String script, String programs) {
        assertThat(StartCommand.ofScript(script.replace("@@", ";;").replace('~', '\n')).stream()
                        .map(Program::name)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(programs);
    }

    private static String text(Program program) {
        return program.name() + " " + program.role();
    }

    private static List<String> words(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("\\|", -1))
                        .map(word -> word.replace('¦', '|'))
                        .toList();
    }
}
