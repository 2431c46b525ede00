package dev.jrelease.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.environment.Environment.ProxyLogin;
import dev.jrelease.secret.Secret;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {
    private static final Path HERE = Path.of("/project");

    @ParameterizedTest
    @CsvSource({
        "http://bob:hunter2@proxy.example.com:3128, bob, hunter2",
        "bob:hunter2@proxy.example.com, bob, hunter2",
        "http://bob:p%40ss@proxy.example.com/, bob, p@ss",
        "http://bob:p@ss:w@proxy.example.com, bob, p@ss:w",
        "http://:p+ss@proxy.example.com/x@y, '', p+ss"
    })
    void theLoginOfAProxyIsInItsUrl(String address, String user, String password) {
        Environment environment = new Environment(Map.of("https_proxy", address), HERE, HERE);

        assertThat(environment.proxyLogins()).containsExactly(new ProxyLogin(user, new Secret(password)));
    }

    @Test
    void twoProxiesMayHaveLoginsOfTheSameUser() {
        Environment environment = new Environment(
                Map.of(
                        "HTTP_PROXY", "http://bob:hunter1@one.example.com",
                        "HTTPS_PROXY", "http://bob:hunter2@two.example.com",
                        "ALL_PROXY", "http://three.example.com:3128/@"),
                HERE,
                HERE);

        assertThat(environment.proxyLogins())
                .extracting(login -> login.password().reveal())
                .containsExactlyInAnyOrder("hunter1", "hunter2");
    }
}
