package dev.jrelease.cli;

import dev.jrelease.cli.progress.LiveDisplay;
import dev.jrelease.cli.progress.TerminalAccess;
import dev.jrelease.environment.Environment;
import dev.jrelease.testkit.git.GitWorkspace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Runs the command line in this process, as someone in a folder would.
 *
 * @param variables all that it knows of the environment
 * @param typed what it can read from standard input
 */
record Jrelease(Path folder, Map<String, String> variables, String typed) {
    private static final Instant NOW = Instant.parse("2026-01-03T00:00:00Z");

    Jrelease {
        variables = new TreeMap<>(variables);
    }

    /** Someone with nothing but programs on the PATH. */
    static Jrelease in(GitWorkspace workspace) {
        Map<String, String> variables = new LinkedHashMap<>(GitWorkspace.NO_SETTINGS);
        variables.put("PATH", System.getenv("PATH"));
        return new Jrelease(workspace.folder(), variables, "");
    }

    Jrelease with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(variables);
        more.put(variable, value);
        return new Jrelease(folder, more, typed);
    }

    /** The same with something to read. */
    Jrelease typing(String text) {
        return new Jrelease(folder, variables, text);
    }

    Outcome run(String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream words = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            Outcome outcome = run(words, arguments);
            return new Outcome(outcome.code(), outcome.out(), err.toString(StandardCharsets.UTF_8));
        }
    }

    /** At a terminal of so many columns, which shows results only. */
    Outcome runAt(int columns, String... arguments) {
        return run(
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                columns(columns),
                arguments);
    }

    private static TerminalAccess columns(int columns) {
        return new TerminalAccess() {
            @Override
            public Optional<LiveDisplay> display(String type) {
                return Optional.empty();
            }

            @Override
            public boolean showsResults() {
                return true;
            }

            @Override
            public OptionalInt resultColumns() {
                return OptionalInt.of(columns);
            }

            @Override
            public boolean showsErrors() {
                return false;
            }
        };
    }

    /** Says on another stream what it says beside its results. */
    Outcome run(PrintStream err, String... arguments) {
        return run(err, TerminalAccess.NONE, arguments);
    }

    private Outcome run(PrintStream err, TerminalAccess terminal, String... arguments) {
        Environment environment = new Environment(variables, folder.resolveSibling("home"), folder, new SkippedTime());
        InputStream in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream results = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            int code = new CommandLineApp(environment, NOW, in, results, err, terminal).run(arguments);
            return new Outcome(code, out.toString(StandardCharsets.UTF_8), "");
        }
    }

    /** What a command left behind. */
    record Outcome(int code, String out, String err) {

        /** What a release says that it published: digests by name, in the order of the lines. */
        Map<String, String> digests() {
            Map<String, String> digests = new LinkedHashMap<>();
            out.lines()
                    .map(line -> line.split("\\s+", 3))
                    .filter(words -> words.length == 3 && words[1].startsWith("sha256:"))
                    .forEach(words -> digests.put(words[0], words[1]));
            return digests;
        }

        @Override
        public String toString() {
            return "exit code " + code + "\n" + out + err;
        }
    }
}
