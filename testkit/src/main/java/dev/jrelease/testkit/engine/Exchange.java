package dev.jrelease.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One request on a connection, and the answer to it. The body is read only if someone asks for it. */
final class Exchange {
    private final InputStream in;
    private final OutputStream out;
    private final String method;
    private final String path;
    private final Map<String, String> parameters;
    private final Map<String, String> headers;

    private Exchange(InputStream in, OutputStream out, String[] requestLine, Map<String, String> headers) {
        this.in = in;
        this.out = out;
        this.headers = headers;
        this.method = requestLine[0];
        int question = requestLine[1].indexOf('?');
        String full = question < 0 ? requestLine[1] : requestLine[1].substring(0, question);
        this.path = URI.create(full).getPath().replaceFirst("^/v\\d+\\.\\d+/", "/");
        this.parameters = parameters(question < 0 ? "" : requestLine[1].substring(question + 1));
    }

    /** Waits for the next request; none, if the client has closed the connection. */
    static Optional<Exchange> read(InputStream in, OutputStream out) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return Optional.of(new Exchange(in, out, first.split(" ", -1), headers));
    }

    /** A header of the request by its name in small letters; empty if it has none. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    String method() {
        return method;
    }

    /** Without the version of the API. */
    String path() {
        return path;
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    byte[] body() throws IOException {
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            return chunks();
        }
        return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            byte[] chunk = in.readNBytes(size);
            if (chunk.length < size) {
                throw new EOFException();
            }
            body.writeBytes(chunk);
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        String line = line(in);
        if (line.isEmpty()) {
            throw new EOFException();
        }
        return Integer.parseInt(line, 16);
    }

    void answer(int status, JsonNode json) throws IOException {
        answer(status, "application/json", json.toString().getBytes(StandardCharsets.UTF_8), "");
    }

    void refuse(int status, String message) throws IOException {
        answer(status, EngineImage.JSON.createObjectNode().put("message", message));
    }

    /**
     * Answers in one piece.
     *
     * @param more headers, each ended by a line break
     */
    void answer(int status, String contentType, byte[] content, String more) throws IOException {
        head("HTTP/1.1 " + status + " X\r\nContent-Type: " + contentType + "\r\nContent-Length: " + content.length
                + "\r\n" + more);
        out.write(content);
        out.flush();
    }

    /** Turns the connection round, as {@code POST /session} does. */
    void upgrade() throws IOException {
        head("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n");
    }

    private void head(String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Begins an answer whose length is not known. If it is not closed, the answer is incomplete. */
    OutputStream stream() throws IOException {
        head("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n");
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] content, int offset, int length) throws IOException {
                if (length > 0) {
                    out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    out.write(content, offset, length);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                }
            }

            @Override
            public void close() throws IOException {
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        };
    }
}
