package dev.jrelease.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
@SuppressWarnings("NullAway.Init")
class LoopbackServerTest {
    private LoopbackServer server;
    private String received = "";

    @BeforeEach
    void start() throws IOException {
        server = LoopbackServer.start(0, request -> {
            received = request.method() + " " + request.target() + " "
                    + new String(request.body().readAllBytes(), StandardCharsets.UTF_8);
            return new ServerAnswer(202, Map.of("Location", "/next"));
        });
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String answer(String request) throws IOException {
        int port = Integer.parseInt(server.address().substring("127.0.0.1:".length()));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 9\r\n\r\nsome text",
                "Transfer-Encoding: chunked\r\n\r\n5\r\nsome \r\n4\r\ntext\r\n0\r\n\r\n",
            })
    void readsABodyOfEitherForm(String rest) throws Exception {
        String answer = answer("PATCH /v2/a?digest=1 HTTP/1.1\r\nHost: localhost\r\n" + rest);

        assertThat(received).isEqualTo("PATCH /v2/a?digest=1 some text");
        assertThat(answer)
                .startsWith("HTTP/1.1 202 ")
                .contains("\r\nLocation: /next\r\n")
                .contains("\r\nConnection: close\r\n");
    }

    @Test
    void statesTheLengthOfWhatIsAskedForByHead() throws Exception {
        server.close();
        server = LoopbackServer.start(
                0, request -> ServerAnswer.of("text/plain", request.range().getBytes(StandardCharsets.UTF_8)));

        assertThat(answer("GET /a HTTP/1.1\r\nRange: bytes=2-\r\n\r\n"))
                .contains("\r\nContent-Length: 8\r\n")
                .endsWith("\r\n\r\nbytes=2-");
        assertThat(answer("HEAD /a HTTP/1.1\r\nRange: bytes=2-\r\n\r\n"))
                .contains("\r\nContent-Length: 8\r\n")
                .endsWith("\r\n\r\n");
    }

    /**
     * An engine tries TLS first with a registry that may be insecure. Docker 20.10 waits ten seconds for an answer, and 28
     * goes on without TLS only if the answer is HTTP.
     */
    @Test
    void answersATlsHandshakeWithoutTls() throws Exception {
        assertThat(answer("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc"))
                .startsWith("HTTP/1.1 400 Bad Request\r\n");
        assertThat(received).isEmpty();
    }

    @Test
    void saysNothingToWhatIsNoRequest() throws Exception {
        assertThat(answer("what?\r\n\r\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: abc", "Content-Length: -5", "Content-Length: 99999999999999999999"})
    void saysNothingToARequestWithoutAProperLength(String length) throws Exception {
        assertThat(afterwards(() -> answer("PATCH /v2/a HTTP/1.1\r\n" + length + "\r\n\r\n")))
                .isEmpty();
    }

    @Test
    void saysNothingIfTheContentCannotBeRead() throws Exception {
        server.close();
        server = LoopbackServer.start(0, request -> {
            throw new IllegalArgumentException("no such content: " + request.target());
        });

        assertThat(afterwards(() -> answer("GET /%zz HTTP/1.1\r\n\r\n"))).isEmpty();
    }

    /** The answer, and what the threads of the server leave to the JDK to show. */
    private String afterwards(Callable<String> asking) throws Exception {
        Queue<Throwable> shown = new ConcurrentLinkedQueue<>();
        var before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, problem) -> shown.add(problem));
        try {
            String answer = asking.call();
            server.close();
            assertThat(shown).isEmpty();
            return answer;
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void takesNoPortThatIsInUse() {
        int port = Integer.parseInt(server.address().substring("127.0.0.1:".length()));

        assertThatThrownBy(() -> LoopbackServer.start(port, request -> new ServerAnswer(200)))
                .isInstanceOf(IOException.class);
    }
}
