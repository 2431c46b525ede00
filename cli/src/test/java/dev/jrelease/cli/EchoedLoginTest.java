package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Fault;
import dev.jrelease.testkit.registry.Login;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A registry, a token server or a proxy that repeats in its errors what it was shown: no form of it is printed. */
class EchoedLoginTest {
    private static final String PASSWORD = "correct horse+\"battery\"/5taple";
    private static final String LOGIN = base64("anna:" + PASSWORD);
    private static final String LONG =
            "every word of this sentence is known and shown ".repeat(7).substring(0, 290);

    /** The fake registry's tokens are UUIDs. */
    private static final String TOKEN = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}";

    private static final int ALWAYS = 100;

    static Stream<String> answers() {
        return Stream.of(
                "you sent HEADER",
                "you sent: Authorization: HEADER, which is not enough",
                "the value VALUE is unknown",
                "login of DECODED failed",
                LONG + " VALUE",
                LONG + " HEADER",
                "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"you sent HEADER\"}]}",
                "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"no\",\"detail\":{\"authorization\":\"VALUE\"}}]}",
                "{\"errors\":[{\"code\":\"VALUE\",\"message\":\"see the code\"}]}",
                "{\"details\":\"header=HEADER\"}");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void isNotPrintedWhereEachRequestCarriesThePassword(String answer, @TempDir Path folder) throws Exception {
        assertShowsNothing(release(Login.basic("anna", PASSWORD), "POST", "blobs/uploads", answer, folder));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void isNotPrintedWhereTheTokenServerRepeatsIt(String answer, @TempDir Path folder) throws Exception {
        assertShowsNothing(release(Login.token("anna", PASSWORD), "GET", "^/token", answer, folder));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void isNotPrintedWhereItIsAToken(String answer, @TempDir Path folder) throws Exception {
        assertShowsNothing(release(Login.token("anna", PASSWORD), "POST", "blobs/uploads", answer, folder));
    }

    /** A release to a registry that refuses each such request, and repeats in its answer what it was shown. */
    private static Outcome release(Login login, String method, String path, String answer, Path folder)
            throws IOException, InterruptedException {
        FakeRegistry registry = FakeRegistry.builder().login(login).start();
        registry.failNext(method, path, new Fault.Echo(403, answer), ALWAYS);
        return release(registry, folder);
    }

    private static Outcome release(FakeRegistry registry, Path folder) throws IOException, InterruptedException {
        String auths = "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(registry.address(), LOGIN);
        Files.writeString(folder.resolve("config.json"), auths);
        try (Bench bench = Bench.hello(folder, registry)) {
            return bench.jrelease()
                    .with("DOCKER_CONFIG", folder.toString())
                    .with("GITHUB_ACTIONS", "true")
                    .run("release", "--verbose");
        }
    }

    private static void assertShowsNothing(Outcome outcome) {
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(ExitCode.REGISTRY.code());
        assertThat(outcome.err()).contains("HTTP 403").containsAnyOf("***", "…", "login of  failed");
        assertThat(withoutMasks(outcome.toString()))
                .doesNotContain(PASSWORD, "battery", "5taple", base64(PASSWORD), LOGIN.substring(0, 12))
                .doesNotContain(URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8))
                .doesNotContainPattern(TOKEN);
    }

    /** The runner takes these lines, and shows none of them. */
    private static String withoutMasks(String log) {
        return log.lines().filter(line -> !line.startsWith("::add-mask::")).collect(Collectors.joining("\n"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
