package dev.jrelease.testkit.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes what BuildKit says while it builds: JSON lines, with protobuf messages in them. */
final class BuildTrace {
    private final OutputStream out;

    BuildTrace(OutputStream out) {
        this.out = out;
    }

    void started(String step) throws IOException {
        trace(1, concat(text(1, digest(step)), text(3, step), bytes(5, time())));
    }

    void completed(String step) throws IOException {
        trace(1, concat(text(1, digest(step)), text(3, step), bytes(5, time()), bytes(6, time())));
    }

    void failed(String step, String error) throws IOException {
        trace(1, concat(text(1, digest(step)), text(3, step), bytes(5, time()), bytes(6, time()), text(7, error)));
    }

    void printed(String step, String output) throws IOException {
        trace(3, concat(text(1, digest(step)), number(3, 1), text(4, output)));
    }

    void warning(String message) throws IOException {
        trace(4, concat(text(1, digest(message)), number(2, 1), text(3, message)));
    }

    void error(String message) throws IOException {
        ObjectNode line = EngineImage.JSON.createObjectNode();
        line.putObject("errorDetail").put("message", message);
        line.put("error", message);
        raw(line + "\r\n");
    }

    void image(String id) throws IOException {
        ObjectNode line = EngineImage.JSON.createObjectNode();
        line.put("id", "moby.image.id");
        line.putObject("aux").put("ID", id);
        raw(line + "\r\n");
    }

    /** Sends something that need not be JSON. */
    void raw(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void trace(int field, byte[] message) throws IOException {
        ObjectNode line = EngineImage.JSON.createObjectNode();
        line.put("id", "moby.buildkit.trace");
        line.put("aux", Base64.getEncoder().encodeToString(bytes(field, message)));
        raw(line + "\r\n");
    }

    private static String digest(String step) {
        return Sha256.digest(step.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] time() {
        return number(1, 1_700_000_000);
    }

    private static byte[] text(int field, String text) {
        return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(int field, byte[] content) {
        return concat(varint(field << 3 | 2), varint(content.length), content);
    }

    private static byte[] number(int field, long value) {
        return concat(varint((long) field << 3), varint(value));
    }

    private static byte[] varint(long value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long rest = value;
        while (rest > 0x7f) {
            bytes.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
