package dev.jrelease.docker.buildkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.credentials.Credential;
import dev.jrelease.credentials.Credential.IdentityToken;
import dev.jrelease.credentials.Credential.UserPassword;
import dev.jrelease.docker.buildkit.Protobuf.Field;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.secret.Redactor;
import dev.jrelease.secret.Secret;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.okhttp.OkHttpChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(60)
@Isolated("it looks for threads by their names")
class BuildSessionTest {
    private static final byte[] KEYSTORE = {(byte) 0xfe, (byte) 0xed, 0, '\r', '\n', (byte) 0x80, (byte) 0xc3};

    private final List<Map.Entry<String, String>> headers = new ArrayList<>();
    private final Redactor redactor = new Redactor();

    @SuppressWarnings("NullAway.Init")
    private BuildSession session;

    @SuppressWarnings("NullAway.Init")
    private ManagedChannel engine;

    /** The engine's end of the connection calls as a client would. */
    @BeforeEach
    void open() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            session = BuildSession.open(
                    all -> {
                        headers.addAll(all);
                        return new Socket(listener.getInetAddress(), listener.getLocalPort());
                    },
                    Map.of("token", new Secret("v".repeat(400_000)), "keystore", new Secret(KEYSTORE)),
                    BuildSessionTest::login,
                    redactor);
            engine = OkHttpChannelBuilder.forAddress("127.0.0.1", 1)
                    .usePlaintext()
                    .socketFactory(new Accepted(listener.accept()))
                    .maxInboundMessageSize(1_000_000)
                    .build();
        }
    }

    private static Optional<Credential> login(String host) {
        return switch (host) {
            case "docker.io" -> Optional.of(new UserPassword("me", new Secret("pass word")));
            case "ghcr.io" -> Optional.of(new IdentityToken(new Secret("refresh-token")));
            case "broken.example" ->
                throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "run docker-credential-x")
                        .because("the layout does not contain it")
                        .build();
            default -> Optional.empty();
        };
    }

    @AfterEach
    void close() {
        engine.shutdownNow();
        session.close();
    }

    private List<Field> ask(String method, Protobuf request) {
        var descriptor = MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(MethodType.UNARY)
                .setFullMethodName(method)
                .setRequestMarshaller(new ByteMarshaller())
                .setResponseMarshaller(new ByteMarshaller())
                .build();
        byte[] answer = ClientCalls.blockingUnaryCall(engine, descriptor, CallOptions.DEFAULT, request.message());
        return Protobuf.read(ByteBuffer.wrap(answer));
    }

    private List<Field> credentials(String host) {
        return ask("moby.filesync.v1.Auth/Credentials", new Protobuf().text(1, host));
    }

    @Test
    void introducesItself() {
        assertThat(headers)
                .contains(
                        Map.entry("X-Docker-Expose-Session-Uuid", session.id()),
                        Map.entry("X-Docker-Expose-Session-Grpc-Method", "/grpc.health.v1.Health/Check"),
                        Map.entry("X-Docker-Expose-Session-Grpc-Method", "/moby.buildkit.secrets.v1.Secrets/GetSecret"),
                        Map.entry("X-Docker-Expose-Session-Grpc-Method", "/moby.filesync.v1.Auth/Credentials"));
    }

    @Test
    void isAlive() {
        assertThat(ask("grpc.health.v1.Health/Check", new Protobuf()).getFirst().value())
                .isEqualTo(1);
    }

    @Test
    void handsOutSecretsOfAnySize() {
        assertThat(ask("moby.buildkit.secrets.v1.Secrets/GetSecret", new Protobuf().text(1, "token"))
                        .getFirst()
                        .text())
                .hasSize(400_000);
    }

    @Test
    void handsOutSecretsThatAreNoText() {
        assertThat(ask("moby.buildkit.secrets.v1.Secrets/GetSecret", new Protobuf().text(1, "keystore"))
                        .getFirst()
                        .bytes())
                .isEqualTo(KEYSTORE);
    }

    @Test
    void saysThatASecretIsNotFound() {
        assertThatThrownBy(() -> ask("moby.buildkit.secrets.v1.Secrets/GetSecret", new Protobuf().text(1, "other")))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failure -> assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
    }

    @Test
    void handsOutCredentialsAndHasThemMasked() {
        assertThat(credentials("registry-1.docker.io")).extracting(Field::text).containsExactly("me", "pass word");
        assertThat(credentials("ghcr.io")).extracting(Field::text).containsExactly("", "refresh-token");
        assertThat(redactor.redact("pass word, refresh-token")).isEqualTo("***, ***");
    }

    @Test
    void isAnonymousWhereNobodyLoggedIn() {
        assertThat(credentials("other.example")).isEmpty();
    }

    @Test
    void saysWhyCredentialsCannotBeFound() {
        assertThatThrownBy(() -> credentials("broken.example"))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessageContaining("could not run docker-credential-x: the layout does not contain it");
    }

    @Test
    void leavesTokensToTheEngine() {
        assertThatThrownBy(() -> ask("moby.filesync.v1.Auth/FetchToken", new Protobuf()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failure -> assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED));
    }

    @Test
    void leavesNoThreadBehind() {
        ask("grpc.health.v1.Health/Check", new Protobuf());
        assertThat(threads()).isNotEmpty();

        session.close();

        assertThat(threads()).isEmpty();
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("build-session"))
                .toList();
    }

    /** Hands out the connection that is there already. */
    private static final class Accepted extends SocketFactory {
        private final Socket connection;

        Accepted(Socket connection) {
            this.connection = connection;
        }

        @Override
        public Socket createSocket(String host, int port) {
            return connection;
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            return connection;
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            return connection;
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            return connection;
        }
    }
}
