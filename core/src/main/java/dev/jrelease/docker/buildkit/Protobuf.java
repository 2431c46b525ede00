package dev.jrelease.docker.buildkit;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and writes the protobuf messages of BuildKit that are needed.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the wire format</a>
 */
final class Protobuf {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A field of a message: a number or bytes, by its type. */
    record Field(int number, long value, ByteBuffer content) {

        byte[] bytes() {
            byte[] copy = new byte[content.remaining()];
            content.duplicate().get(copy);
            return copy;
        }

        String text() {
            return StandardCharsets.UTF_8.decode(content.duplicate()).toString();
        }

        List<Field> fields() {
            return Protobuf.read(content.duplicate());
        }
    }

    /**
     * The fields of a message, in their order.
     *
     * @throws IllegalArgumentException if the bytes are not a message
     */
    static List<Field> read(ByteBuffer message) {
        List<Field> fields = new ArrayList<>();
        try {
            while (message.hasRemaining()) {
                fields.add(field(message));
            }
        } catch (BufferUnderflowException cutOff) {
            throw new IllegalArgumentException("a message that ends too early", cutOff);
        }
        return fields;
    }

    private static Field field(ByteBuffer message) {
        long tag = varint(message);
        int number = (int) (tag >>> 3);
        int type = (int) (tag & 7);
        return switch (type) {
            case VARINT -> new Field(number, varint(message), ByteBuffer.allocate(0));
            case FIXED64 -> new Field(number, 0, take(message, 8));
            case BYTES -> new Field(number, 0, take(message, varint(message)));
            case FIXED32 -> new Field(number, 0, take(message, 4));
            default -> throw new IllegalArgumentException("a field of the unknown type " + type);
        };
    }

    private static ByteBuffer take(ByteBuffer message, long length) {
        if (length < 0 || length > message.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer content = message.slice(message.position(), (int) length);
        message.position(message.position() + (int) length);
        return content;
    }

    private static long varint(ByteBuffer message) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = message.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number of more than ten bytes");
    }

    Protobuf number(int field, long value) {
        varint(((long) field << 3) | VARINT);
        varint(value);
        return this;
    }

    Protobuf bytes(int field, byte[] content) {
        varint(((long) field << 3) | BYTES);
        varint(content.length);
        out.writeBytes(content);
        return this;
    }

    Protobuf text(int field, String content) {
        return bytes(field, content.getBytes(StandardCharsets.UTF_8));
    }

    byte[] message() {
        return out.toByteArray();
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
