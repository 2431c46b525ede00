package dev.jrelease.registry;

import static dev.jrelease.registry.ScriptedTransport.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.http.HttpRequest;
import dev.jrelease.http.HttpResponse;
import dev.jrelease.http.NoAnswerException;
import dev.jrelease.http.PooledTransport.Timeouts;
import dev.jrelease.http.ReadTimeout;
import dev.jrelease.registry.ScriptedTransport.Script;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registries that take requests and answer nothing: how long the client waits, and what it says meanwhile. */
class SilentRegistryTest {
    private static final Map<ReadTimeout, Duration> DOCUMENTED =
            Map.of(ReadTimeout.ANSWER, Duration.ofSeconds(30), ReadTimeout.TRANSFER, Duration.ofMinutes(3));
    private static final SampleImage IMAGE = SampleImage.oci(1);

    private static final Map<String, Use> SMALL_REQUESTS = Map.of(
            "HEAD manifest", repository -> repository.resolve("1.0"),
            "GET manifest", repository -> repository.manifest("1.0"),
            "PUT manifest", repository -> repository.writeTag("1.0", IMAGE.manifest()),
            "POST upload", Repository::checkPush,
            "POST mount", repository -> repository.mount(IMAGE.layer(), "acme/base"),
            "HEAD blob", repository -> repository.hasBlob(IMAGE.layer()));

    /** Something that is done with a repository. */
    @FunctionalInterface
    private interface Use {
        void of(Repository repository) throws IOException;
    }

    private static HttpResponse silence(HttpRequest request) throws IOException {
        throw new NoAnswerException(limit(request.readTimeout()));
    }

    private static Duration limit(ReadTimeout patience) {
        return patience == ReadTimeout.ANSWER ? Timeouts.STANDARD.answer() : Timeouts.STANDARD.progress();
    }

    /** Answers the requests whose method and path these words are in, and is silent to all others. */
    private static Script silentBut(String method, String path, HttpResponse answer) {
        return request -> isGreeting(request)
                ? answer(200)
                : request.method().equals(method) && request.uri().getPath().contains(path) ? answer : silence(request);
    }

    private static boolean isGreeting(HttpRequest request) {
        return request.uri().getPath().equals("/v2/");
    }

    @Test
    void aRegistryThatNeverAnsweredIsGivenUpWithinHalfAMinute() {
        assertGivenUp(SilentRegistryTest::silence, repository -> repository.manifest("1.0"), ReadTimeout.ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD manifest", "GET manifest", "PUT manifest", "POST upload", "POST mount", "HEAD blob"})
    void aRegistryThatGreetedAndIsSilentThenIsGivenUpWithinHalfAMinute(String request) {
        Use use = SMALL_REQUESTS.getOrDefault(request, _ -> {});

        assertGivenUp(silentBut("-", "-", answer(404)), use, ReadTimeout.ANSWER);
    }

    @Test
    void aSilentTokenServerIsGivenUpWithinHalfAMinute() {
        Script script = request -> isGreeting(request)
                ? answer(401, "WWW-Authenticate", "Bearer realm=\"https://token.example/\"")
                : silence(request);

        assertGivenUp(script, repository -> repository.manifest("1.0"), ReadTimeout.ANSWER);
    }

    @Test
    void aBlobThatIsOnlyLookedForIsASmallRequest() {
        Script noHead = silentBut("HEAD", "/blobs/", answer(405));

        assertGivenUp(noHead, repository -> repository.hasBlob(IMAGE.layer()), ReadTimeout.ANSWER);
    }

    @Test
    void aTransferInWhichNothingMovesIsGivenUpWithinThreeMinutes() {
        Script takesUploads = request -> switch (request.method()) {
            case "HEAD" -> answer(404);
            case "GET" -> answer(204);
            default ->
                silentBut("POST", "/uploads/", answer(202, "Location", "/upload/1"))
                        .answer(request);
        };

        assertGivenUp(takesUploads, repository -> IMAGE.writeBlob(repository, IMAGE.layer()), ReadTimeout.TRANSFER);
        assertGivenUp(
                silentBut("-", "-", answer(404)), repository -> repository.blob(IMAGE.layer()), ReadTimeout.TRANSFER);
    }

    private static void assertGivenUp(Script script, Use use, ReadTimeout patience) {
        ScriptedTransport transport = new ScriptedTransport(script);
        try (Bench bench = Bench.anonymous(transport)) {
            List<String> said = bench.announcements();
            Repository repository = bench.repository("registry.example/acme/hello");
            String seconds = patience == ReadTimeout.ANSWER ? "4 s" : "30 s";

            assertThatThrownBy(() -> use.of(repository))
                    .hasMessageEndingWith("registry.example: no answer within " + seconds + " (5 attempts)");
            assertThat(said)
                    .hasSize(4)
                    .first()
                    .isEqualTo("registry.example: no answer within " + seconds + ", trying again (2 of 5)");
            Duration pauses = bench.pauses().stream().reduce(Duration.ZERO, Duration::plus);
            assertThat(pauses.plus(limit(patience).multipliedBy(5))).isLessThan(DOCUMENTED.get(patience));
        }
    }
}
