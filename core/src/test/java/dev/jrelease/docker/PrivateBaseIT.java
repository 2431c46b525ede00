package dev.jrelease.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.PushResponseItem;
import dev.jrelease.credentials.Credential.UserPassword;
import dev.jrelease.docker.buildkit.CredentialSource;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.BaseLayers;
import dev.jrelease.secret.Secret;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Login;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Base images that a registry shows only to those who logged in; the engine has to share this machine's loopback. */
class PrivateBaseIT extends EngineTest {
    private static final String USER = "release";
    private static final String PASSWORD = "correct horse battery";

    PrivateBaseIT() {
        super(new RealEngine(PrivateBaseIT.class));
    }

    @BeforeAll
    static void findEngine() {
        RealEngine.require();
    }

    @AfterAll
    static void removeBase() throws IOException {
        new RealEngine(PrivateBaseIT.class).removeBase();
    }

    static Stream<Login> logins() {
        return Stream.of(Login.token(USER, PASSWORD), Login.basic(USER, PASSWORD));
    }

    @ParameterizedTest
    @MethodSource("logins")
    void buildsOnABaseThatNeedsALogin(Login login) throws Exception {
        try (FakeRegistry registry = FakeRegistry.builder().login(login).start()) {
            ImageBuild.Builder build = onPrivateBase(registry);

            ImageId id = build(build.credentials(credentials(PASSWORD)).build());

            assertThat(config(engine.export(id, AMD64, sink, BaseLayers.NONE)).diffIds())
                    .hasSize(4);
            assertThat(redactor.redact("it is " + PASSWORD)).isEqualTo("it is ***");
        }
    }

    @ParameterizedTest
    @MethodSource("logins")
    void saysThatTheRegistryRefusedAWrongPassword(Login login) throws Exception {
        try (FakeRegistry registry = FakeRegistry.builder().login(login).start()) {
            ImageBuild.Builder build = onPrivateBase(registry);

            assertThatThrownBy(
                            () -> build(build.credentials(credentials("wrong")).build()))
                    .isInstanceOfSatisfying(ReleaseException.class, failure -> {
                        assertThat(failure.kind()).isEqualTo(FailureKind.BUILD);
                        assertThat(failure.getMessage()).contains(registry.address());
                        assertThat(failure.hint())
                                .hasValueSatisfying(hint -> assertThat(hint).contains("docker login"));
                    });
        }
    }

    private CredentialSource credentials(String password) {
        return host -> Optional.of(new UserPassword(USER, new Secret(password)));
    }

    private ImageBuild.Builder onPrivateBase(FakeRegistry registry) throws Exception {
        String name = registry.address() + "/private/shell";
        try (DockerClient client = RealEngine.client()) {
            client.tagImageCmd(tested.base(), name, "1").exec();
            try {
                push(client, name);
            } finally {
                client.removeImageCmd(name + ":1").withNoPrune(true).exec();
            }
        }
        String dockerfile = "FROM " + name + ":1\nRUN echo " + unique() + " > /words\n";
        return of(BuildContext.of(dockerfile)).pull(true);
    }

    private static void push(DockerClient client, String name) throws InterruptedException {
        AuthConfig login = new AuthConfig()
                .withRegistryAddress(name.replaceFirst("/.*", ""))
                .withUsername(USER)
                .withPassword(PASSWORD);
        try {
            client.pushImageCmd(name)
                    .withTag("1")
                    .withAuthConfig(login)
                    .exec(new Push())
                    .awaitCompletion();
        } catch (DockerException refused) {
            assumeThat(refused.getMessage())
                    .as("the engine has a network of its own")
                    .doesNotContain("refused");
            throw refused;
        }
    }

    /** Takes no refusal for success. */
    private static final class Push extends ResultCallback.Adapter<PushResponseItem> {
        @Override
        public void onNext(PushResponseItem item) {
            if (item.isErrorIndicated()) {
                onError(new DockerException(String.valueOf(item.getErrorDetail()), 500));
            }
        }
    }
}
