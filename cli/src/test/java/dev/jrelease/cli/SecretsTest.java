package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.engine.EngineFault;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Login;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is secret is used, and shown nowhere: not on the terminal, not in {@code dist}, not in the images. */
@SuppressWarnings("NullAway.Init")
class SecretsTest {
    private static final String TOKEN = "sesame-open-please";
    private static final String PASSWORD = "correct-horse-battery";
    private static final String LOGIN =
            Base64.getEncoder().encodeToString(("anna:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    private Bench bench;
    private Jrelease jrelease;

    @BeforeEach
    void logIn(@TempDir Path folder) throws IOException, InterruptedException {
        FakeRegistry registry =
                FakeRegistry.builder().login(Login.token("anna", PASSWORD)).start();
        bench = Bench.hello(folder, registry);
        String auths = "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(registry.address(), LOGIN);
        Files.writeString(folder.resolve("config.json"), auths);
        bench.workspace().write("Dockerfile", """
                FROM scratch
                ARG TOKEN
                COPY hello /hello
                RUN echo the token is $TOKEN
                ENTRYPOINT ["/hello"]
                """);
        bench.configured(Files.readString(Path.of("src/test/scenarios/release/.release.yaml"))
                .replace("    extra_files", "    build_args: {TOKEN: \"{{ .Env.DEPLOY_TOKEN }}\"}\n    extra_files"));
        jrelease = bench.jrelease().with("DEPLOY_TOKEN", TOKEN).with("DOCKER_CONFIG", folder.toString());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void areShownByNoCommandAndInNoFile() throws Exception {
        for (List<String> command : List.of(
                List.of("plan"),
                List.of("plan", "--output", "json"),
                List.of("release", "--snapshot", "--verbose"),
                List.of("release", "--clean", "--verbose"))) {
            Outcome outcome = jrelease.run(command.toArray(String[]::new));

            assertThat(outcome.code()).as(outcome.toString()).isZero();
            assertShowsNothing(outcome);
        }
        assertThat(bench.registry().tagWrites()).isNotEmpty();
    }

    @Test
    void areNotInWhatAFailedBuildPrinted() throws Exception {
        bench.engine().failNext(new EngineFault.FailedStep("using " + TOKEN, "exit code: 1 for " + TOKEN));

        Outcome outcome = jrelease.run("release", "-p", "1");

        assertThat(outcome.code()).isEqualTo(ExitCode.BUILD.code());
        assertThat(outcome.err()).contains("using ***");
        assertShowsNothing(outcome);
    }

    private void assertShowsNothing(Outcome outcome) throws IOException {
        assertThat(outcome.toString()).doesNotContain(TOKEN, PASSWORD, LOGIN);
        Path dist = bench.workspace().folder().resolve("dist");
        if (Files.exists(dist)) {
            try (Stream<Path> files = Files.walk(dist)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(TOKEN, PASSWORD, LOGIN);
                }
            }
        }
    }
}
