package dev.jrelease.pipes.images.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.pipes.images.verify.StartCommand.Program;
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
                "sh|-c|cd /x && ./app; -; sh ENTRYPOINT",
                "sh|-c|$APP; -; sh ENTRYPOINT",
                "sh|-c|\"/my app\"; -; sh ENTRYPOINT",
                "sh|-c|(/app); -; sh ENTRYPOINT",
                "sh|-c|exec; -; sh ENTRYPOINT",
                "sh|-c|; -; sh ENTRYPOINT",
                "sh|-c; -; sh ENTRYPOINT",
                "sh|/entry.sh; -; sh ENTRYPOINT",
                "sh; -; sh ENTRYPOINT",
                // programs that start programs
                "/sbin/tini|--|/app; -; /sbin/tini ENTRYPOINT, /app WRAPPED",
                "tini|-g|-e|143|--; /app|-v; tini ENTRYPOINT, /app WRAPPED",
                "dumb-init|--rewrite|15:2|app; -; dumb-init ENTRYPOINT, app WRAPPED",
                "tini|--|/entry.sh; redis-server; tini ENTRYPOINT, /entry.sh WRAPPED, redis-server ARGUMENT",
                "gosu|nobody|app; -; gosu ENTRYPOINT, app WRAPPED",
                "su-exec|nobody; -; su-exec ENTRYPOINT",
                "env|-i|A=b c|/app; -; env ENTRYPOINT, /app WRAPPED",
                "tini|--|sh|-c|exec app; -; tini ENTRYPOINT, sh WRAPPED, app SHELL",
                "tini; -; tini ENTRYPOINT",
            })
    void namesThePrograms(String entrypoint, String command, String programs) {
        assertThat(StartCommand.programs(words(entrypoint), words(command)).stream()
                        .map(StartCommandTest::text)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(programs);
    }

    private static String text(Program program) {
        return program.name() + " " + program.role();
    }

    private static List<String> words(@Nullable String text) {
        return text == null ? List.of() : Arrays.asList(text.split("\\|", -1));
    }
}
