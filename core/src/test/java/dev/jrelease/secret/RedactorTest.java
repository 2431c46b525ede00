package dev.jrelease.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private final Redactor redactor = new Redactor();

    @Test
    void secretsAreMaskedInTextOfOthers() {
        redactor.learn(new Secret("hunter2"));
        redactor.learn(new Secret("hunter2-and-more"));

        assertThat(redactor.redact("login hunter2-and-more, then hunter2!")).isEqualTo("login ***, then ***!");
    }

    @Test
    void eachLineOfASecretIsMaskedByItself() {
        redactor.learn(new Secret("-----BEGIN KEY-----\n  MIIEvQIBADANBg\nab\n"));

        assertThat(redactor.redact("it says MIIEvQIBADANBg, ab")).isEqualTo("it says ***, ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "true", "hello", "Hello", "5000", "v1.2.3"})
    void plainWordsStay(String word) {
        redactor.learn(new Secret(word));

        assertThat(redactor.redact("it is " + word)).isEqualTo("it is " + word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:5000/acme/app2:1.2.3", "my-app2", "app2.example.com", "app23", "/app2/x"})
    void aPartOfANameStays(String name) {
        redactor.learn(new Secret("app2"));

        assertThat(redactor.redact("push " + name)).isEqualTo("push " + name);
        assertThat(redactor.redact("it is app2.")).isEqualTo("it is ***.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "s3cret!", "pass word%&", "correct-horse-battery"})
    void whatIsSentIsMaskedInAllItsForms(String password) {
        redactor.learnSent("robot", new Secret(password));
        byte[] login = ("robot:" + password).getBytes(StandardCharsets.UTF_8);
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);

        for (String form : new String[] {
            password,
            Base64.getEncoder().encodeToString(login),
            Base64.getUrlEncoder().withoutPadding().encodeToString(login),
            Base64.getEncoder().encodeToString(bytes),
            URLEncoder.encode(password, StandardCharsets.UTF_8)
        }) {
            assertThat(redactor.redact("you sent " + form + " to us")).isEqualTo("you sent *** to us");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hunter, robot:hunter",
        "hunter, password:hunter",
        "hunter, 68756e746572",
        "p/ss+w, p%2fss%2bw",
        "p/ss+w, p%2Fss%2Bw",
        "p~ss*w, p%7Ess*w",
        "p~ss*w, p~ss%2Aw",
        "p ss:wörd, p%20ss%3aw%c3%b6rd",
        "p ss:wörd, p+ss%3Aw%C3%B6rd",
        "p ss:wörd, p ss:w\\u00f6rd",
        "p ss:wörd, p ss:w\\xc3\\xb6rd",
        "p&s<w, p&amp;s&lt;w",
        "p&s<w, p&#38;s&#x3C;w",
        "p&s<w, p\\u0026s\\u003Cw",
        "p&s<w, p&amp;amp;s&amp;lt;w",
        "p/s\\w, p\\/s\\\\w",
        "p😀w1, p\\ud83d\\ude00w1",
        "p😀w1, p%F0%9F%98%80w1",
        "p😀w1, p&#128512;w1",
        "hällo wörld?>>, cm9ib3Q6aMOkbGxvIHfDtnJsZD8%2BPg%3D%3D"
    })
    void whatIsSentIsMaskedInEscapes(String password, String form) {
        redactor.learnSent("robot", new Secret(password));

        assertThat(redactor.redact("50% & you sent " + form + " to \\u C:\\new"))
                .isEqualTo("50% & you sent *** to \\u C:\\new");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic cm9ib3Q6czNjcmV0",
                "Authorization:Basic  cm9ib3Q6czNjcmV0LXdpdGgtbW9yZQ==",
                "'Basic w7xuacO2bjpzM2NyZXQ/Pz8+Pj4='",
                "authorization: bearer abc.DEF-123456",
                "https://robot:s3cret@example.com/v2/",
                "ghp_012345678901234567890123456789abcdef",
                "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyb2JvdCJ9.c2lnbmF0dXJl",
                "x7Kd93nQpL2vB8sTzW4mRc6Y"
            })
    void whatLooksLikeASecretIsMasked(String text) {
        assertThat(redactor.redact("got " + text + " here")).contains("***").endsWith(" here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "Basic authentication is needed",
                "basic linux/amd64 sha256:1",
                "webserver-basic  target/webserver-basic-1.0.jar",
                "acme/bearer linux/arm64",
                "Bearer realm=\"https://auth.example.com/token\"",
                "commit 3c6b826f8ac7650a5e7b9467b278d89186e9921a",
                "src/main/java/dev/jrelease/Base64AndUtf8EncodingTest.java",
                "http://localhost:5000/v2/acme/app/manifests/1.2.3",
                "registry.example.com/acme/My_Very_Long_Tag_Name_2026.11.30-rc.1"
            })
    void whatIsNoSecretStays(String text) {
        assertThat(redactor.redact(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:5055/bb:1.0.0-SNAPSHOT-16fa22a-amd64",
                "acme/app:2.10.3-RC1-9f8e7d6c-linux-arm64",
                "registry/x:v1-2b3c4d5-BETA2-armv7-0a1b2c3d"
            })
    void namesOfVersionsAreNoSecrets(String name) {
        assertThat(redactor.redact(name + " pushed")).isEqualTo(name + " pushed");
    }

    @Test
    void aPlanIsMaskedOnlyWhereATemplateWroteASecret() {
        redactor.learn(new Secret("app2"));
        redactor.learnRendered("x-hello-y", Set.of("hello"));

        assertThat(redactor.redactRendered("app2")).isEqualTo("app2");
        assertThat(redactor.redactRendered("localhost:5000/acme/hello:1.2.3"))
                .isEqualTo("localhost:5000/acme/hello:1.2.3");
        assertThat(redactor.redactRendered("label a=x-hello-y")).isEqualTo("label a=x-***-y");
    }

    @Test
    void aSecretWithinASecretIsMaskedWithAllOfIt() {
        redactor.learnRendered("literal-s3cr/t", Set.of("s3cr/t"));
        redactor.learnRendered("map[A:literal-s3cr/t B:other.t0ken]", Set.of("map[A:literal-s3cr/t B:other.t0ken]"));

        assertThat(redactor.redactRendered("map[A:literal-s3cr/t B:other.t0ken]"))
                .isEqualTo("***");
        assertThat(redactor.redactRendered("it is literal-s3cr/t.")).isEqualTo("it is literal-***.");
    }

    @ParameterizedTest
    @CsvSource({
        "http://robot:s3cret@proxy.example.com:3128, http://robot:***@proxy.example.com:3128",
        "https://robot:s3@cr%40et@example.com/acme/app.git, https://robot:***@example.com/acme/app.git",
        "a=ftp://:s3cret@example.com b=git@example.com:acme/app, a=ftp://:***@example.com b=git@example.com:acme/app"
    })
    void aPasswordInAnAddressIsMaskedEverywhere(String address, String masked) {
        assertThat(redactor.redactRendered(address)).isEqualTo(masked);
        assertThat(redactor.redact(address)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t\n", " s3cr3t\r\n", "\ns3cr3t"})
    void lineEndsAroundASecretDoNotCount(String file) {
        redactor.learn(new Secret(file));

        assertThat(redactor.redact("it is s3cr3t, isn't it")).isEqualTo("it is ***, isn't it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "true", "FALSE", "none", "null"})
    void valuesThatSayNothingAreShown(String value) {
        redactor.learn(new Secret(value));

        assertThat(redactor.redact("it is " + value + " here")).isEqualTo("it is " + value + " here");
    }

    @ParameterizedTest
    @CsvSource({
        "DEPLOY_TOKEN, x, true",
        "GPG_PASSPHRASE, x, true",
        "DOCKER_AUTH_CONFIG, x, true",
        "HTTP_AUTHORIZATION, x, true",
        "AWS_CREDENTIALS, x, true",
        "GIT_AUTHOR_NAME, Anna, false",
        "XAUTHORITY, /home/anna/.Xauthority, false",
        "SSH_AUTH_SOCK, /tmp/agent.1, false",
        "TOKEN_FILE, /run/token, false",
        "SECRET_PATH, /run/secret, false",
        "AUTH_URL, https://login.example, false",
        "SONAR_PROJECT_KEY, hello, false",
        "SONAR_PROJECT_KEY, com.acme:release-orchestrator, false",
        "CACHE_KEY, linux-x64-node-18, false",
        "API_KEY, AKIA1234567890ABCDEF, true",
        "API_KEY, f81d4fae-7dec-11d0-a765-00a0c91e6bf6, true",
        "HOME, AKIA1234567890ABCDEF, false"
    })
    void aVariableIsASecretByItsName(String name, String value, boolean secret) {
        assertThat(Secret.is(name, value)).isEqualTo(secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown key 'unknown_key_1': the keys here are docker_manifests, dockers_v2",
                "http://localhost:5000/v2/acme/app/manifests/1.2.3 says Basic authentication is needed",
                "schlüssel@example.com, 日本, sk-1"
            })
    void aTextWithoutSecretsIsNotCopied(String text) {
        assertThat(redactor.redact(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJ-",
                "eyJabcdefgh.",
                "://a:",
                "basic ",
                "basic%20",
                "%20",
                " ",
                "ghp_",
                "-",
                "A1b=",
                "sk-",
                "%25",
                "&amp;",
                "\\\\",
                "%e2"
            })
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void longTextsOfOthersAreRead(String part) {
        String text = "basic " + part.repeat(100_000);

        assertThat(redactor.redact(text + "!")).endsWith("!");
        assertThat(Secret.is("A_KEY", text)).isIn(true, false);
    }

    @Test
    void aSecretDoesNotPrint() {
        assertThat(new Secret("hunter2")).hasToString("***");
    }
}
