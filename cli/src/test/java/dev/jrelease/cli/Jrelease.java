package dev.jrelease.cli;

import dev.jrelease.environment.Environment;
import dev.jrelease.testkit.git.GitWorkspace;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs the command line in this process, as someone in a folder would.
 *
 * @param variables all that it knows of the environment
 */
record Jrelease(Path folder, Map<String, String> variables) {
    private static final Instant NOW = Instant.parse("2026-01-03T00:00:00Z");

    Jrelease {
        variables = new TreeMap<>(variables);
    }

    /** Someone with nothing but programs on the PATH. */
    static Jrelease in(GitWorkspace workspace) {
        Map<String, String> variables = new LinkedHashMap<>(GitWorkspace.NO_SETTINGS);
        variables.put("PATH", System.getenv("PATH"));
        return new Jrelease(workspace.folder(), variables);
    }

    Jrelease with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(variables);
        more.put(variable, value);
        return new Jrelease(folder, more);
    }

    Outcome run(String... arguments) {
        return run(new ByteArrayOutputStream(), arguments);
    }

    /** Lets the words on standard error be seen while it runs. */
    Outcome run(ByteArrayOutputStream err, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Environment environment = new Environment(variables, folder.resolveSibling("home"), folder);
        int code;
        try (PrintStream results = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream words = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            code = new CommandLineApp(environment, NOW, results, words).run(arguments);
        }
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
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
