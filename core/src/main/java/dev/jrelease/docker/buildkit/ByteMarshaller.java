package dev.jrelease.docker.buildkit;

import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes gRPC messages on as bytes. */
final class ByteMarshaller implements Marshaller<byte[]> {

    @Override
    public InputStream stream(byte[] message) {
        return new ByteArrayInputStream(message);
    }

    @Override
    public byte[] parse(InputStream message) {
        try (message) {
            return message.readAllBytes();
        } catch (IOException cutOff) {
            throw Status.INTERNAL.withCause(cutOff).asRuntimeException();
        }
    }
}
