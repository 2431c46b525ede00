package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.Problem;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real configurations with real mistakes, and stranger ones: whatever it is, what comes of it is for people. */
class CheckFuzzTest {
    private static final int RUNS = 700;

    /** What is put somewhere, or in place of a word. */
    private static final List<String> PIECES = List.of(
            "dockers:",
            "docker_manifests:",
            "builds:",
            "includes:",
            "variables:",
            "env:",
            "snapshot:",
            "version: 2",
            "includes: part.yaml",
            "includes: [{from_file: {path: '*.yaml'}}]",
            "x-a: &a",
            "*a",
            "&a",
            "&a {b: *a}",
            "<<: *a",
            "<<: [*a, *a]",
            "- ",
            "-",
            ": ",
            "\n",
            "\n  ",
            "\n    - ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "\"",
            "'",
            "|",
            ">",
            ">-",
            "#",
            "!!str",
            "!x",
            "? ",
            "---",
            "...",
            "%YAML 1.2",
            "\t",
            "\r\n",
            "\uFEFF",
            "\u0000",
            "\u0085",
            "\uD83D\uDE00",
            "é",
            "~",
            "null",
            "true",
            "no",
            "0",
            "386",
            "1.10",
            "0x7",
            "-1",
            "1e999",
            "{{",
            "}}",
            "{{ end }}",
            "{{ .Var.x }}",
            "{{ .Env.X }}",
            "{{ if .IsSnapshot }}",
            "{{> part.yaml}}",
            "{{ .Arch }}",
            "{{#range}}",
            "linux/arm64/v8",
            "linux/arm",
            "amd64",
            "goarch: [amd64]",
            "goarm: ''",
            "--platform",
            "--build-arg",
            "--label=",
            "ghcr.io/",
            ":latest",
            "@sha256:",
            "acme/Hello",
            "skip_push: auto",
            "platforms:",
            "image_templates:",
            "name_template:",
            "build_flag_templates:",
            "labels: {a: b}",
            "use: buildx",
            "dist: ..");

    private final List<String> files = new ArrayList<>();
    private final Path folder;
    private final Releaser releaser;

    CheckFuzzTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Environment environment = new Environment(Map.of(), folder, folder);
        this.releaser = new Releaser(environment, new Redactor(), Instant.EPOCH);
        try (Stream<Path> scenarios = Files.walk(Path.of("../cli/src/test/scenarios"))) {
            read(scenarios.filter(file -> file.toString().matches(".*release.*\\.yaml")));
        }
        read(Stream.of(Path.of("../.goreleaser-java.yaml"), Path.of("../examples/hello/.release.yaml")));
    }

    private void read(Stream<Path> found) throws IOException {
        for (Path file : found.sorted().toList()) {
            files.add(Files.readString(file));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void tellsProblemsOfWhateverItIsGiven(long seed) throws IOException {
        assertThat(files).hasSizeGreaterThan(10);
        Random random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            if (run % 20 == 0) {
                Files.writeString(folder.resolve("part.yaml"), mutated(random));
            }
            String text = mutated(random);
            String name = random.nextInt(3) == 0 ? ".goreleaser.yaml" : ".release.yaml";
            List<Problem> problems = check(new ConfigFile(name, text, Optional.of(folder)));
            assertThat(problems).as(text).allSatisfy(CheckFuzzTest::isForPeople);
        }
    }

    private List<Problem> check(ConfigFile file) {
        try {
            return releaser.check(file).problems().list();
        } catch (RuntimeException escaped) {
            throw new AssertionError("this made it fail:\n" + file.text(), escaped);
        }
    }

    private static void isForPeople(Problem problem) {
        assertThat(problem.message())
                .isNotBlank()
                .doesNotContain("Exception", "java.", "snakeyaml", "mustachejava", "Optional[");
        assertThat(problem.location().line()).isPositive();
        assertThat(problem.location().column()).isPositive();
        assertThat(ProblemText.of(problem, new Redactor()))
                .startsWith(problem.location().toString());
    }

    private String mutated(Random random) {
        String text = one(files, random);
        for (int change = random.nextInt(4); change >= 0; change--) {
            text = changed(text, random);
        }
        // no file of text holds a half of a character that needs two of Java's
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private String changed(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(1 + text.length() / (1 + random.nextInt(20))));
        return switch (random.nextInt(9)) {
            case 0 -> text.substring(0, at) + text.substring(to);
            case 1 -> text.substring(0, to) + text.substring(at);
            case 2 -> text.substring(0, at) + one(PIECES, random) + text.substring(at);
            case 3 -> text.substring(0, at) + one(PIECES, random) + text.substring(to);
            case 4 -> text.substring(0, at) + one(files, random) + text.substring(at);
            case 5 -> replacedWord(text, random);
            case 6 ->
                text.substring(0, at) + text.substring(at, to).repeat(1 + random.nextInt(30)) + text.substring(to);
            default -> changedLine(text, random);
        };
    }

    /** A word of the text in place of another, or a piece. */
    private static String replacedWord(String text, Random random) {
        String[] words = text.split("\\b", -1);
        int at = random.nextInt(words.length);
        words[at] = random.nextBoolean() ? words[random.nextInt(words.length)] : one(PIECES, random);
        return String.join("", words);
    }

    private static String changedLine(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.isEmpty()) {
            return one(PIECES, random);
        }
        int at = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 2 ->
                lines.set(at, " ".repeat(random.nextInt(6)) + lines.get(at).strip());
            default -> Collections.swap(lines, at, random.nextInt(lines.size()));
        }
        return String.join("\n", lines);
    }

    private static String one(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
