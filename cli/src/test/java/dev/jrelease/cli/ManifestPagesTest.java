package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.documentation.Page;
import dev.jrelease.documentation.Page.Block;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of {@code manifest} in its page, and in that about other tools, does what it is there for. */
class ManifestPagesTest {
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
        Page page = Page.of("docs/manifest.md");
        Files.writeString(folder.resolve("hello.yaml"), here(spec(page)));

        List<String> commands = page.commands();

        assertThat(commands).hasSizeGreaterThan(6).allSatisfy(this::isDone);
    }

    @Test
    void thePageAboutOtherTools() throws IOException {
        Files.writeString(folder.resolve("hello.yaml"), here("""
                image: acme/hello:1.0
                manifests: [{image: acme/hello:1.0-amd64}]
                """));
        List<String> commands = Page.of("docs/coming-from.md").mentionedCommands().stream()
                .filter(command -> command.startsWith("jrelease manifest"))
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

    private static String spec(Page page) {
        return page.blocks().stream()
                .map(Block::text)
                .filter(text -> text.startsWith("image:"))
                .findFirst()
                .orElseThrow();
    }
}
