package dev.jrelease.docker.buildkit;

import dev.jrelease.credentials.Credential;
import dev.jrelease.credentials.Credential.IdentityToken;
import dev.jrelease.credentials.Credential.UserPassword;
import dev.jrelease.docker.buildkit.Protobuf.Field;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.secret.Redactor;
import dev.jrelease.secret.Secret;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The gRPC services of a session: health, secrets, credentials. It offers no token service, so the engine requests
 * tokens itself with the credentials.
 */
record SessionServices(Map<String, Secret> secrets, CredentialSource credentials, Redactor redactor) {
    private static final int SERVING = 1;
    private static final String DOCKER_HUB_API = "registry-1.docker.io";

    List<ServerServiceDefinition> definitions() {
        return List.of(
                service("grpc.health.v1.Health", "Check", request -> new Protobuf().number(1, SERVING)),
                service("moby.buildkit.secrets.v1.Secrets", "GetSecret", this::secret),
                service("moby.filesync.v1.Auth", "Credentials", this::login));
    }

    /** {@code service/Method} of all methods. */
    Stream<String> methods() {
        return definitions().stream()
                .flatMap(service -> service.getMethods().stream())
                .map(method -> method.getMethodDescriptor().getFullMethodName());
    }

    private static ServerServiceDefinition service(
            String service, String method, Function<ByteBuffer, Protobuf> answer) {
        MethodDescriptor<byte[], byte[]> descriptor = MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(MethodType.UNARY)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(service, method))
                .setRequestMarshaller(new ByteMarshaller())
                .setResponseMarshaller(new ByteMarshaller())
                .build();
        return ServerServiceDefinition.builder(service)
                .addMethod(
                        descriptor, ServerCalls.asyncUnaryCall((request, response) -> reply(answer, request, response)))
                .build();
    }

    private static void reply(Function<ByteBuffer, Protobuf> answer, byte[] request, StreamObserver<byte[]> response) {
        try {
            response.onNext(answer.apply(ByteBuffer.wrap(request)).message());
            response.onCompleted();
        } catch (StatusRuntimeException refused) {
            response.onError(refused);
        }
    }

    /** An unknown id is not an error: the step decides whether it requires the secret. */
    private Protobuf secret(ByteBuffer request) {
        String id = first(request);
        Secret secret = Optional.ofNullable(secrets.get(id))
                .orElseThrow(() -> Status.NOT_FOUND.withDescription(id).asRuntimeException());
        return new Protobuf().bytes(1, secret.bytes());
    }

    /** Without credentials, the engine tries anonymous access. */
    private Protobuf login(ByteBuffer request) {
        String host = first(request);
        Optional<Credential> known;
        try {
            known = credentials.forRegistry(host.equals(DOCKER_HUB_API) ? "docker.io" : host);
        } catch (ReleaseException problem) {
            throw Status.INTERNAL.withDescription(problem.getMessage()).asRuntimeException();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Status.CANCELLED.asRuntimeException();
        }
        return known.map(this::login).orElseGet(Protobuf::new);
    }

    private Protobuf login(Credential credential) {
        return switch (credential) {
            case UserPassword(String user, Secret password) -> answer(user, password);
            case IdentityToken(Secret token) -> answer("", token);
        };
    }

    private Protobuf answer(String user, Secret secret) {
        redactor.learnSent(user, secret);
        return new Protobuf().text(1, user).text(2, secret.reveal());
    }

    private static String first(ByteBuffer request) {
        return Protobuf.read(request).stream()
                .filter(field -> field.number() == 1)
                .map(Field::text)
                .findFirst()
                .orElse("");
    }
}
