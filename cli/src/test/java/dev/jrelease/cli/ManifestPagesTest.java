package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of {@code manifest} in its page, and in that about other tools, does what it is there for. */
class ManifestPagesTest {
    private static final Path PAGES = Path.of("../docs");
    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern YAML = Pattern.compile("```yaml\n(image:.*?)```", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("`jrelease (manifest [^`]+)`");

    private final FakeRegistry registry = FakeRegistry.start();
    private final Path folder;

    ManifestPagesTest(@TempDir Path temporary) throws IOException {
        folder = Files.createDirectory(temporary.resolve("empty"));
        List.of("amd64", "arm64", "s390x").forEach(name -> push("1.0-" + name, name));
        List.of("armv6", "armv7", "arm-v7").forEach(name -> push("1.0-" + name, "arm"));
        push("1.0-windows", "386");
    }

    private void push(String tag, String architecture) {
        PushedImage.add(registry, "acme/hello", tag, architecture, tag.getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void thePageOfTheCommand() throws IOException {
        String page = Files.readString(PAGES.resolve("manifest.md"));
        String spec = first(YAML, page);
        Files.writeString(folder.resolve("hello.yaml"), here(spec));

        List<String> commands = all(SHELL, page).stream()
                .flatMap(block -> block.replace("\\\n", "").lines())
                .toList();

        assertThat(commands).hasSizeGreaterThan(6).allSatisfy(this::isDone);
    }

    @Test
    void thePageAboutOtherTools() throws IOException {
        Files.writeString(folder.resolve("hello.yaml"), here("""
                image: acme/hello:1.0
                manifests: [{image: acme/hello:1.0-amd64}]
                """));
        String page = Files.readString(PAGES.resolve("coming-from.md"));

        List<String> commands = all(CELL, page).stream()
                .map(command -> "jrelease " + command)
                .map(command -> command.replaceAll("\\bT\\b", "acme/hello:1.0")
                        .replaceAll("\\bA\\b", "acme/hello:1.0-amd64")
                        .replaceAll("\\bB\\b", "acme/hello:1.0-arm64"))
                .toList();

        assertThat(commands).hasSizeGreaterThan(20).allSatisfy(this::isDone);
    }

    private void isDone(String command) {
        push("1.0", "ppc64le");
        List<String> words = new ArrayList<>(List.of(here(command).strip().split("\\s+")));
        assertThat(words.removeFirst()).isEqualTo("jrelease");
        Outcome outcome = new Jrelease(folder, Map.of(), "").run(words.toArray(String[]::new));
        assertThat(outcome.code()).as(command + "\n" + outcome).isZero();
    }

    private String here(String text) {
        return text.replace("acme/hello", registry.address() + "/acme/hello");
    }

    private static String first(Pattern pattern, String text) {
        return all(pattern, text).getFirst();
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
