package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.documentation.Page;
import dev.jrelease.testkit.git.GitWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each command that a page of the documentation shows or mentions is one that the program understands. */
class CommandsOfPagesTest {

    @Test
    void areUnderstood(@TempDir Path folder) throws IOException, InterruptedException {
        Jrelease jrelease = Jrelease.in(GitWorkspace.create(folder.resolve("work")));
        List<String> refused = new ArrayList<>();
        int commands = 0;
        for (Page page : Page.all()) {
            for (String command : commands(page)) {
                commands++;
                Outcome outcome = jrelease.run(words(command));
                if (outcome.code() != 0) {
                    refused.add(page.name() + ": " + command + "\n" + outcome);
                }
            }
        }

        assertThat(refused).isEmpty();
        assertThat(commands).isGreaterThan(150);
    }

    private static List<String> commands(Page page) {
        return Stream.concat(page.commands().stream(), page.mentionedCommands().stream())
                .filter(command -> command.startsWith("jrelease "))
                .distinct()
                .toList();
    }

    /** Asks for the help of the command, with everything else that stands there: options that it lacks are refused. */
    private static String[] words(String command) {
        String typed = command.substring("jrelease ".length()).replaceAll(" [<>].*", "");
        return Stream.concat(Arrays.stream(typed.split("\\s+")), Stream.of("--help"))
                .map(word -> word.replaceAll("^\\[|]$", ""))
                .toArray(String[]::new);
    }
}
