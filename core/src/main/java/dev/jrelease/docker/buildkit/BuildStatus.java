package dev.jrelease.docker.buildkit;

import dev.jrelease.docker.buildkit.Protobuf.Field;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One {@code moby.buildkit.trace}: the changes since the one before.
 *
 * @see <a href="https://github.com/moby/buildkit/blob/v0.25.0/api/services/control/control.proto">StatusResponse</a>
 */
record BuildStatus(List<Vertex> vertexes, List<Log> logs, List<Warning> warnings) {

    /** A step of the build. It occurs in several messages, with more details each time. */
    record Vertex(
            String digest,
            String name,
            boolean cached,
            Optional<Instant> started,
            Optional<Instant> completed,
            String error) {

        private static Vertex read(Field message) {
            String digest = "";
            String name = "";
            boolean cached = false;
            Optional<Instant> started = Optional.empty();
            Optional<Instant> completed = Optional.empty();
            String error = "";
            for (Field field : message.fields()) {
                switch (field.number()) {
                    case 1 -> digest = field.text();
                    case 3 -> name = field.text();
                    case 4 -> cached = field.value() != 0;
                    case 5 -> started = Optional.of(instant(field));
                    case 6 -> completed = Optional.of(instant(field));
                    case 7 -> error = field.text();
                    default -> {}
                }
            }
            return new Vertex(digest, name, cached, started, completed, error);
        }
    }

    /** A part of a step's output; it may end in the middle of a character. */
    record Log(String vertex, ByteBuffer content) {

        private static Log read(Field message) {
            String vertex = "";
            ByteBuffer content = ByteBuffer.allocate(0);
            for (Field field : message.fields()) {
                switch (field.number()) {
                    case 1 -> vertex = field.text();
                    case 4 -> content = field.content();
                    default -> {}
                }
            }
            return new Log(vertex, content);
        }
    }

    record Warning(String message) {

        private static Warning read(Field message) {
            return new Warning(message.fields().stream()
                    .filter(field -> field.number() == 3)
                    .map(Field::text)
                    .findFirst()
                    .orElse(""));
        }
    }

    /**
     * Decodes a trace.
     *
     * @throws IllegalArgumentException if the bytes are not one
     */
    static BuildStatus read(byte[] trace) {
        BuildStatus status = new BuildStatus(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Field field : Protobuf.read(ByteBuffer.wrap(trace))) {
            switch (field.number()) {
                case 1 -> status.vertexes.add(Vertex.read(field));
                case 3 -> status.logs.add(Log.read(field));
                case 4 -> status.warnings.add(Warning.read(field));
                default -> {}
            }
        }
        return status;
    }

    private static Instant instant(Field message) {
        long seconds = 0;
        long nanos = 0;
        for (Field field : message.fields()) {
            switch (field.number()) {
                case 1 -> seconds = field.value();
                case 2 -> nanos = field.value();
                default -> {}
            }
        }
        return Instant.ofEpochSecond(seconds, nanos);
    }
}
