package dev.jrelease.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.jrelease.concurrent.TimedRead;
import dev.jrelease.concurrent.TooSlowException;
import dev.jrelease.environment.Environment;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PooledTransportTest {
    private final Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();
    private final PooledTransport transport = new PooledTransport(environment(Map.of()));
    private final CountDownLatch left = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/echo", exchange -> {
            clients.add(exchange.getRemoteAddress());
            exchange.getResponseHeaders().add("X-Method", exchange.getRequestMethod());
            exchange.getResponseHeaders()
                    .add(
                            "X-Values",
                            String.join("|", exchange.getRequestHeaders().get("X-Test")));
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                exchange.getRequestBody().transferTo(out);
            }
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/echo");
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.getResponseHeaders().add("Set-Cookie", "a=b");
            exchange.sendResponseHeaders(307, 3);
            exchange.getResponseBody().write("raw".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(500, 0);
            byte[] chunk = new byte[64 * 1024];
            try (var out = exchange.getResponseBody()) {
                while (true) {
                    out.write(chunk);
                }
            } catch (IOException clientLeft) {
                left.countDown();
            }
        });
        server.start();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static Environment environment(Map<String, String> variables) {
        return new Environment(variables, Path.of("/nonexistent"), Path.of("/nonexistent"));
    }

    private static HttpRequest withHeaders(HttpRequest request) {
        return request.with(Headers.EMPTY.with("X-Test", "1").with("x-test", "2"));
    }

    @Test
    void sendsBodiesOfAllKinds() throws Exception {
        byte[] text = "body".getBytes(StandardCharsets.UTF_8);
        Body stream = new Body.Stream(4, () -> new ByteArrayInputStream(text));

        for (Body body : new Body[] {Body.of("body"), stream}) {
            HttpRequest request =
                    withHeaders(HttpRequest.of("PUT", uri("/echo")).with(body));
            try (HttpResponse response = transport.send(request)) {
                assertThat(response.status()).isEqualTo(200);
                assertThat(response.headers().first("x-method")).hasValue("PUT");
                assertThat(response.headers().first("X-VALUES")).hasValue("1|2");
                assertThat(response.body()).hasBinaryContent(text);
            }
        }
    }

    @Test
    void leavesABodyThatHasNoEnd() throws Exception {
        try (HttpResponse response = transport.send(HttpRequest.of("GET", uri("/endless")))) {
            assertThat(response.excerpt(1000)).hasSize(1000);
        }

        assertThat(left.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void leavesADocumentThatNeverBecomesComplete() throws Exception {
        try (HttpResponse response = transport.send(HttpRequest.of("GET", uri("/endless")))) {
            assertThatThrownBy(() -> response.bytes(Integer.MAX_VALUE, new TimedRead(Duration.ofMillis(1))))
                    .isInstanceOf(TooSlowException.class);
        }

        assertThat(left.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void keepsTheConnectionOfALargeBodyThatWasReadToItsEnd() throws Exception {
        for (int i = 0; i < 3; i++) {
            HttpRequest request =
                    withHeaders(HttpRequest.of("POST", uri("/echo")).with(Body.of("x".repeat(1 << 20))));
            try (HttpResponse response = transport.send(request)) {
                assertThat(response.bytes(2 << 20)).hasSize(1 << 20);
            }
        }
        assertThat(clients).hasSize(1);
    }

    @Test
    void usesAConnectionAgainEvenIfNobodyReadTheAnswer() throws Exception {
        for (int i = 0; i < 5; i++) {
            transport
                    .send(withHeaders(HttpRequest.of("POST", uri("/echo")).with(Body.of("x".repeat(1000)))))
                    .close();
        }
        assertThat(clients).hasSize(1);
    }

    @Test
    void showsAnswersAsTheyAre() throws Exception {
        for (int i = 0; i < 2; i++) {
            try (HttpResponse response = transport.send(HttpRequest.of("GET", uri("/moved")))) {
                assertThat(response.status()).isEqualTo(307);
                assertThat(response.headers().first("Content-Encoding")).hasValue("gzip");
                assertThat(response.body()).hasContent("raw");
            }
        }
    }

    @Test
    void saysThatItIsTheBodyThatCannotBeRead() {
        Body broken = new Body.Stream(10, () -> new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk error");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("disk error");
            }
        });
        assertThatThrownBy(
                        () -> transport.send(HttpRequest.of("PUT", uri("/echo")).with(broken)))
                .isInstanceOfSatisfying(
                        UnreadableBodyException.class,
                        failure -> assertThat(failure.problem()).hasMessage("disk error"));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5})
    void refusesABodyOfAnotherLength(long stated) {
        Body body = new Body.Stream(stated, () -> new ByteArrayInputStream(new byte[4]));

        assertThatThrownBy(
                        () -> transport.send(HttpRequest.of("PUT", uri("/echo")).with(body)))
                .isInstanceOf(UnreadableBodyException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsWhenItsThreadIsInterrupted(boolean virtual) throws Exception {
        SynchronousQueue<Object> outcome = new SynchronousQueue<>();
        CountDownLatch sending = new CountDownLatch(1);
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            Runnable sender = () -> {
                Object result;
                try {
                    result = transport.send(HttpRequest.of("PUT", uri).with(endless(sending)));
                } catch (Exception failure) {
                    result = failure;
                }
                try {
                    outcome.put(result);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
            };
            Thread thread = virtual
                    ? Thread.startVirtualThread(sender)
                    : Thread.ofPlatform().start(sender);
            sending.await();
            thread.interrupt();

            assertThat(outcome.take()).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void doesNotWaitForAServerThatNeverAnswers() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                PooledTransport impatient = impatient()) {
            URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");

            assertThatThrownBy(() -> impatient.send(HttpRequest.of("GET", uri)))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void doesNotWaitForAServerThatTakesNoMore() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                PooledTransport impatient = impatient()) {
            URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");

            assertThatThrownBy(() -> impatient.send(HttpRequest.of("PUT", uri).with(endless(new CountDownLatch(1)))))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("the server takes no more data");
        }
    }

    @Test
    void endsWhatIsOnTheWayWhenItIsClosed() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            Thread.startVirtualThread(() -> {
                try {
                    sending.await();
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
                transport.close();
            });

            assertThatThrownBy(() -> transport.send(HttpRequest.of("PUT", uri).with(endless(sending))))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void goesThroughTheProxyOfTheEnvironment() throws Exception {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders()
                    .add("X-Asked", exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        String proxy = "127.0.0.1:" + server.getAddress().getPort();
        try (PooledTransport behind =
                new PooledTransport(environment(Map.of("http_proxy", proxy, "NO_PROXY", "inside.invalid")))) {
            try (HttpResponse response = behind.send(HttpRequest.of("GET", URI.create("http://r.invalid/v2/")))) {
                assertThat(response.headers().first("X-Asked")).hasValue("http://r.invalid/v2/");
            }
            assertThatThrownBy(() -> behind.send(HttpRequest.of("GET", URI.create("http://inside.invalid/v2/"))))
                    .isInstanceOf(IOException.class);
        }
    }

    /** No resolver knows such hosts; a proxy is told their names as they are. */
    @ParameterizedTest
    @ValueSource(strings = {"my_bucket.invalid", "_a.b_.invalid:8080", "R_1.invalid"})
    void sendsToHostsWithAnUnderscore(String host) throws Exception {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders()
                    .add("X-Asked", exchange.getRequestURI().toString());
            exchange.getResponseHeaders()
                    .add("X-Host", exchange.getRequestHeaders().getFirst("Host"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        String proxy = "127.0.0.1:" + server.getAddress().getPort();
        try (PooledTransport behind = new PooledTransport(environment(Map.of("HTTP_PROXY", proxy)));
                HttpResponse response =
                        behind.send(HttpRequest.of("GET", URI.create("http://" + host + "/blob?a=b")))) {
            assertThat(response.headers().first("X-Asked").orElse(""))
                    .isEqualToIgnoringCase("http://" + host + "/blob?a=b");
            assertThat(response.headers().first("X-Host").orElse("")).isEqualToIgnoringCase(host);
        }
    }

    @Test
    void tellsTlsFromPlainHttp() throws Exception {
        int jdk = server.getAddress().getPort();
        try (FakeRegistry plain = FakeRegistry.start();
                FakeRegistry secured = FakeRegistry.builder().selfSigned().start()) {
            assertThat(transport.speaksTls("localhost", secured.port())).isTrue();
            assertThat(transport.speaksTls("localhost", plain.port())).isFalse();
            assertThat(transport.speaksTls("localhost", jdk)).isFalse();
            assertThat(transport.speaksTls("localhost", freePort())).isFalse();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void tunnelsToHttpsAndLogsInAtTheProxy() throws Exception {
        try (FakeRegistry registry = FakeRegistry.builder().selfSigned().start();
                Tunnel tunnel = new Tunnel(registry.port());
                PooledTransport behind = new PooledTransport(environment(Map.of("HTTPS_PROXY", tunnel.url())))) {
            HttpRequest request = HttpRequest.of("GET", URI.create("https://r.invalid/v2/"));

            try (HttpResponse response = behind.send(request.with(Trust.ANY))) {
                assertThat(response.status()).isEqualTo(200);
            }
            assertThat(tunnel.requests()).isNotEmpty().allMatch(line -> line.equals("CONNECT r.invalid:443 HTTP/1.1"));
            assertThat(registry.requests()).hasSize(1);
        }
    }

    @Test
    void tunnelsToHostsWithAnUnderscore() throws Exception {
        try (FakeRegistry registry = FakeRegistry.builder().selfSigned().start();
                Tunnel tunnel = new Tunnel(registry.port());
                PooledTransport behind = new PooledTransport(environment(Map.of("HTTPS_PROXY", tunnel.url())))) {
            HttpRequest request = HttpRequest.of("GET", URI.create("https://my_bucket.invalid:444/v2/"));

            try (HttpResponse response = behind.send(request.with(Trust.ANY))) {
                assertThat(response.status()).isEqualTo(200);
            }
            assertThat(tunnel.requests())
                    .isNotEmpty()
                    .allMatch(line -> line.equals("CONNECT my_bucket.invalid:444 HTTP/1.1"));
        }
    }

    @Test
    void doesNotRepeatThePasswordOfAProxyThatIsMalformed() {
        PooledTransport behind = new PooledTransport(environment(Map.of("HTTPS_PROXY", "ftp://anna:secret@proxy")));

        assertThatThrownBy(() -> behind.send(HttpRequest.of("GET", uri("/echo"))))
                .hasMessage("could not use the proxy of HTTPS_PROXY: it is not the address of an http proxy")
                .hasNoCause();
    }

    /** The limits of other requests are so long that the test itself would end before. */
    @Test
    void waitsForASmallAnswerForATimeOfItsOwn() throws Exception {
        Duration day = Duration.ofDays(1);
        Duration moment = Duration.ofMillis(50);
        PooledTransport.Timeouts timeouts = new PooledTransport.Timeouts(day, moment, day);
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                PooledTransport transport = new PooledTransport(environment(Map.of()), timeouts)) {
            URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");

            assertThatThrownBy(() -> transport.send(HttpRequest.of("GET", uri).with(ReadTimeout.ANSWER)))
                    .isInstanceOf(NoAnswerException.class);
            assertThatThrownBy(() -> transport.speaksTls("127.0.0.1", silent.getLocalPort()))
                    .isInstanceOf(NoAnswerException.class);
        }
    }

    private static PooledTransport impatient() {
        Duration moment = Duration.ofMillis(200);
        return new PooledTransport(environment(Map.of()), new PooledTransport.Timeouts(moment, moment, moment));
    }

    /** A body without end, which tells when so much of it was read that the server must have stopped taking it. */
    private static Body endless(CountDownLatch sending) {
        return new Body.Stream(Long.MAX_VALUE, () -> new InputStream() {
            private long read;

            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                read += length;
                if (read > 1024 * 1024) {
                    sending.countDown();
                }
                return length;
            }
        });
    }

    @AfterEach
    void stop() {
        transport.close();
        server.stop(0);
    }
}
