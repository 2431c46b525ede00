package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.documentation.Page;
import dev.jrelease.documentation.Page.Block;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.FakeRegistryBuilder;
import dev.jrelease.testkit.registry.Login;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A section of docs/cookbook.md, in a repository at v1.2.3, or after it if the section makes a tag first. There are
 * registries of this process for those that it names.
 */
final class Recipe implements AutoCloseable {
    private static final Pattern FILE = Pattern.compile("# (\\S+\\.yaml)\n");
    private static final String ROOT = ".release.yaml";

    private final Page section;
    private final Bench bench;
    private final FakeRegistry mirror = FakeRegistry.start();
    private final FakeRegistry untrusted = FakeRegistry.builder().selfSigned().start();

    Recipe(Page section, Path folder) throws InterruptedException {
        this.section = section;
        this.bench = Bench.empty(folder, registry(section));
    }

    private static FakeRegistry registry(Page section) {
        FakeRegistryBuilder registry = FakeRegistry.builder();
        boolean secured = section.commands().stream().anyMatch(command -> command.startsWith("docker login"));
        return secured
                ? registry.login(Login.token(PageShell.USER, PageShell.PASSWORD))
                        .start()
                : registry.start();
    }

    /** Types its commands. */
    void follow(String commonDockerfile) throws IOException, InterruptedException {
        bench.workspace().write("certs/company.pem", FakeRegistry.certificate());
        for (Block file : blocks("yaml")) {
            writeProject(file, dockerfile(section).orElse(commonDockerfile));
        }
        bench.workspace().commit("Begin").tag("v1.2.3");
        if (section.commands().getFirst().startsWith("git tag")) {
            bench.workspace().commit("Go on");
        }
        addImages();
        for (Block file : blocks("yaml")) {
            isPlanned(path(file));
        }
        PageShell shell = new PageShell(bench.jrelease(), bench.workspace());
        for (String command : section.commands()) {
            shell.type(here(command));
        }
    }

    private void writeProject(Block file, String dockerfile) throws InterruptedException {
        String folder = path(file).substring(0, path(file).lastIndexOf('/') + 1);
        bench.workspace().write(path(file), here(file.text())).write(folder + "Dockerfile", here(dockerfile));
        for (String target : List.of("amd64", "arm64")) {
            bench.workspace().writeProgram(folder + "bin/" + target + "/hello", Example.program(target));
        }
    }

    private void isPlanned(String file) {
        for (String command : List.of("check", "plan")) {
            Outcome outcome = command.equals("plan")
                    ? bench.jrelease().run("plan", "--snapshot", "-f", file)
                    : bench.jrelease().run("check", file);
            assertThat(outcome.code()).as(outcome.toString()).isZero();
        }
    }

    /** A base, which the engine has pulled, and images that something else pushed. */
    private void addImages() {
        byte[] layer = new byte[1024];
        var base = PushedImage.add(bench.registry(), "acme/base", "1-amd64", "amd64", layer);
        base.putObject("platform").put("os", "linux").put("architecture", "amd64");
        var other = PushedImage.add(bench.registry(), "acme/base", "1-arm64", "arm64", layer);
        other.putObject("platform").put("os", "linux").put("architecture", "arm64");
        PushedImage.addIndex(bench.registry(), "acme/base", "1", base, other);
        bench.engine()
                .pulled(
                        bench.registry().address() + "/acme/base:1",
                        "",
                        "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{}}".getBytes(StandardCharsets.UTF_8),
                        List.of(layer));
        if (blocks("yaml").isEmpty()) {
            for (String architecture : List.of("amd64", "arm64", "s390x")) {
                PushedImage.add(
                        bench.registry(),
                        "acme/hello",
                        "1.2.3-" + architecture,
                        architecture,
                        architecture.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private List<Block> blocks(String language) {
        return section.blocks().stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    private static String path(Block file) {
        return FILE.matcher(file.text())
                .results()
                .filter(path -> path.start() == 0)
                .map(path -> path.group(1))
                .findFirst()
                .orElse(ROOT);
    }

    static Optional<String> dockerfile(Page section) {
        return section.blocks().stream()
                .filter(block -> block.language().equals("dockerfile"))
                .map(Block::text)
                .findFirst();
    }

    private String here(String text) {
        return text.replace("ghcr.io", bench.registry().address())
                .replace("mirror.example.com", mirror.address())
                .replace("registry.example.com:5000", untrusted.address());
    }

    @Override
    public void close() {
        bench.close();
        mirror.close();
        untrusted.close();
    }
}
