package dev.jrelease.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.credentials.Credential.IdentityToken;
import dev.jrelease.credentials.Credential.UserPassword;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.process.Command;
import dev.jrelease.secret.Redactor;
import dev.jrelease.secret.Secret;
import dev.jrelease.testkit.program.WrittenProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    /** anna:secret. */
    private static final String AUTH = "YW5uYTpzZWNyZXQ=";

    private static final Credential ANNA = new UserPassword("anna", new Secret("secret"));

    private final Path home;
    private final Path bin;
    private final Map<String, String> variables = new HashMap<>();

    CredentialsTest(@TempDir Path home) {
        this.home = home;
        this.bin = home.resolve("bin");
        variables.put("PATH", bin + ":/usr/bin:/bin");
    }

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(bin);
        Files.createDirectories(home.resolve(".docker"));
    }

    private void config(String json) throws IOException {
        Files.writeString(home.resolve(".docker/config.json"), json);
    }

    private Credentials credentials() {
        return credentials(new Redactor());
    }

    private Credentials credentials(Redactor redactor) {
        Environment environment = new Environment(variables, home, home);
        return Credentials.of(environment, redactor);
    }

    private void helper(String name, String script) {
        WrittenProgram.script(bin.resolve("docker-credential-" + name), script);
    }

    @Test
    void areNoneWhereNobodyLoggedIn() throws Exception {
        assertThat(credentials().forRegistry("ghcr.io")).isEmpty();
        config("{}");
        assertThat(credentials().forRegistry("ghcr.io")).isEmpty();
        config("");
        assertThat(credentials().forRegistry("ghcr.io")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:5000",
                "https://localhost:5000",
                "http://localhost:5000/v2/",
                "localhost:5000/v1/",
                "LOCALHOST:5000/"
            })
    void areFoundUnderEveryFormOfAKey(String key) throws Exception {
        config("{\"auths\": {\"" + key + "\": {\"auth\": \"" + AUTH + "\"}}}");

        assertThat(credentials().forRegistry("localhost:5000")).hasValue(ANNA);
        assertThat(credentials().forRegistry("localhost:5001")).isEmpty();
        assertThat(credentials().forRegistry("localhost")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://index.docker.io/v1/",
                "docker.io",
                "index.docker.io",
                "registry-1.docker.io",
                "https://registry-1.docker.io/v2/"
            })
    void knowEveryNameOfDockerHub(String key) throws Exception {
        config("{\"auths\": {\"" + key + "\": {\"auth\": \"" + AUTH + "\"}}}");

        for (String host : new String[] {"docker.io", "index.docker.io", "registry-1.docker.io"}) {
            assertThat(credentials().forRegistry(host)).hasValue(ANNA);
        }
    }

    @Test
    void areNotThoseOfOneRepositoryAlone() throws Exception {
        config("{\"auths\": {\"ghcr.io/acme\": {\"auth\": \"" + AUTH + "\"}}}");

        assertThat(credentials().forRegistry("ghcr.io")).isEmpty();
    }

    @Test
    void preferTheKeyThatIsTheHostItself() throws Exception {
        config("""
                {"auths": {
                  "https://ghcr.io": {"username": "old", "password": "x"},
                  "ghcr.io": {"username": "anna", "password": "secret"}}}
                """);

        assertThat(credentials().forRegistry("ghcr.io")).hasValue(ANNA);
    }

    @Test
    void mayBeAnIdentityToken() throws Exception {
        config("{\"auths\": {\"acme.azurecr.io\": {\"auth\": \"MDAwMDo=\", \"identitytoken\": \"long\"}}}");

        assertThat(credentials().forRegistry("acme.azurecr.io")).hasValue(new IdentityToken(new Secret("long")));
    }

    @Test
    void mayHoldColonsAndEndWithZeroBytes() throws Exception {
        // anna:se:cret and two zero bytes
        config("{\"auths\": {\"ghcr.io\": {\"auth\": \"YW5uYTpzZTpjcmV0AAA=\"}}}");

        assertThat(credentials().forRegistry("ghcr.io")).hasValue(new UserPassword("anna", new Secret("se:cret")));
    }

    @Test
    void aLoginOfManyZeroBytesIsRead() throws Exception {
        String zeros = "\0".repeat(100_000);
        String auth =
                Base64.getEncoder().encodeToString(("anna:" + zeros + "x" + zeros).getBytes(StandardCharsets.UTF_8));
        config("{\"auths\": {\"ghcr.io\": {\"auth\": \"" + auth + "\"}}}");

        assertThat(credentials().forRegistry("ghcr.io")).hasValue(new UserPassword("anna", new Secret(zeros + "x")));
    }

    @Test
    void comeFromTheFolderThatIsNamed() throws Exception {
        config("{\"auths\": {\"ghcr.io\": {\"username\": \"other\", \"password\": \"x\"}}}");
        Path folder = Files.createDirectories(home.resolve("elsewhere"));
        Files.writeString(folder.resolve("config.json"), "{\"auths\": {\"ghcr.io\": {\"auth\": \"" + AUTH + "\"}}}");
        variables.put("DOCKER_CONFIG", folder.toString());

        assertThat(credentials().forRegistry("ghcr.io")).hasValue(ANNA);
    }

    @Test
    void comeFromAHelper() throws Exception {
        config("{\"credsStore\": \"all\", \"credHelpers\": {\"ghcr.io\": \"one\"}}");
        helper("all", "read host; echo '{\"Username\": \"all\", \"Secret\": \"'$host'\"}'");
        helper(
                "one",
                "test \"$1\" = get && echo '{\"ServerURL\": \"x\", \"Username\": \"anna\", \"Secret\": \"secret\"}'");

        assertThat(credentials().forRegistry("ghcr.io")).hasValue(ANNA);
        assertThat(credentials().forRegistry("localhost:5000"))
                .hasValue(new UserPassword("all", new Secret("localhost:5000")));
        assertThat(credentials().forRegistry("docker.io"))
                .hasValue(new UserPassword("all", new Secret("https://index.docker.io/v1/")));
    }

    @Test
    void mayBeATokenOfAHelper() throws Exception {
        config("{\"credsStore\": \"x\"}");
        helper("x", "echo '{\"Username\": \"<token>\", \"Secret\": \"long\"}'");

        assertThat(credentials().forRegistry("ghcr.io")).hasValue(new IdentityToken(new Secret("long")));
    }

    @Test
    void mayBeUnknownToAHelper() throws Exception {
        config("{\"credsStore\": \"x\", \"auths\": {\"ghcr.io\": {}, \"quay.io\": {\"auth\": \"" + AUTH + "\"}}}");
        helper("x", "echo 'credentials not found in native keychain'; exit 1");

        assertThat(credentials().forRegistry("ghcr.io")).isEmpty();
        assertThat(credentials().forRegistry("quay.io")).hasValue(ANNA);
    }

    @Test
    void needTheHelperThatIsNamed() throws Exception {
        config("{\"credHelpers\": {\"ghcr.io\": \"gone\"}}");

        assertThat(failure("ghcr.io"))
                .hasMessageStartingWith(
                        "could not run the credential helper docker-credential-gone: there is no such program")
                .hasMessageContaining(home.resolve(".docker/config.json").toString());
        assertThat(credentials().forRegistry("quay.io")).isEmpty();
    }

    @Test
    void repeatTheWordsOfAHelperThatFails() throws Exception {
        config("{\"credsStore\": \"x\"}");
        helper("x", "echo 'the keychain is locked'; exit 1");

        assertThat(failure("ghcr.io"))
                .hasMessage("could not ask docker-credential-x for the credentials of ghcr.io: the keychain is locked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep 1000", "sleep 1000 & wait", "while :; do sleep 1000; done"})
    void endTheWaitForAHelperThatNeverAnswers(String script) throws Exception {
        config("{\"credsStore\": \"x\"}");
        helper("x", script);

        assertThat(failure("ghcr.io", credentials().within(new Command.Limit(Duration.ofMillis(300), 1 << 20))))
                .hasMessageStartingWith(
                        "could not ask docker-credential-x for the credentials of ghcr.io: it did not end within");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "yes >&2", "cat /dev/zero", "(yes & yes)"})
    void endAHelperThatPrintsWithoutEnd(String script) throws Exception {
        config("{\"credsStore\": \"x\"}");
        helper("x", script);

        assertThat(failure("ghcr.io", credentials().within(new Command.Limit(Duration.ofMinutes(5), 1 << 20))))
                .hasMessage("could not ask docker-credential-x for the credentials of ghcr.io: "
                        + "it printed more than 1024 KiB");
    }

    @Test
    void areReadFromAHelperWhoseChildKeepsItsOutputOpen() throws Exception {
        config("{\"credsStore\": \"x\"}");
        helper("x", "sleep 20 & echo '{\"Username\": \"anna\", \"Secret\": \"secret\"}'");
        Credentials patient = credentials().within(new Command.Limit(Duration.ofSeconds(1), 1 << 20));

        assertThat(patient.forRegistry("ghcr.io")).hasValue(ANNA);

        helper("x", "sleep 20 & exit 0");

        assertThat(failure("ghcr.io", patient)).hasMessageEndingWith("it answered something that is not JSON");
    }

    @Test
    void sayWhichFileIsMalformedWithoutQuotingIt() throws Exception {
        config("{\"auths\": {\"ghcr.io\": {\"auth\": secret}}}");
        assertThat(failure("ghcr.io"))
                .hasMessageContaining(home.resolve(".docker/config.json").toString())
                .hasMessageContaining("it is not JSON (line 1, column")
                .hasMessageNotContaining("secret")
                .hasNoCause();

        config("{\"auths\": {\"ghcr.io\": {\"auth\": \"not base64!\"}}}");
        assertThat(failure("ghcr.io")).hasMessageEndingWith("'auth' of ghcr.io is not base64");

        config("{\"auths\": {\"ghcr.io\": {\"auth\": \"YW5uYQ==\"}}}");
        assertThat(failure("ghcr.io")).hasMessageEndingWith("'auth' of ghcr.io is not user:password in base64");

        config("[]");
        assertThat(failure("ghcr.io")).hasMessageEndingWith("it is not a JSON object");
    }

    private ReleaseException failure(String host) {
        return failure(host, credentials());
    }

    private static ReleaseException failure(String host, Credentials credentials) {
        try {
            Optional<Credential> found = credentials.forRegistry(host);
            throw new AssertionError("found " + found);
        } catch (ReleaseException failure) {
            assertThat(failure.kind()).isEqualTo(FailureKind.ENVIRONMENT);
            return failure;
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    @Test
    void areMaskedFromThenOn() throws Exception {
        config("{\"auths\": {\"ghcr.io\": {\"auth\": \"" + AUTH + "\"}}}");
        Redactor redactor = new Redactor();
        assertThat(credentials(redactor).forRegistry("ghcr.io").orElseThrow().toString())
                .doesNotContain("secret");

        String sent = AUTH;
        assertThat(redactor.redact("you sent Basic " + sent)).doesNotContain(sent);
        assertThat(redactor.redact("the secret is out")).isEqualTo("the *** is out");
    }

    @Test
    void doNotHideAnErrorOfTheFileSystem() throws Exception {
        Files.createDirectories(home.resolve(".docker/config.json"));

        assertThatThrownBy(() -> credentials().forRegistry("ghcr.io"))
                .hasMessageContaining("config.json: it cannot be read");
    }
}
