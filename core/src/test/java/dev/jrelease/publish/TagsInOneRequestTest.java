package dev.jrelease.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Access;
import dev.jrelease.image.ImageReference;
import dev.jrelease.publish.Tag.Moves;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Fault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Floating tags at a registry that writes several tags in one request, and at one that only seems to. */
class TagsInOneRequestTest {
    private final HttpRegistry able =
            HttpRegistry.of(FakeRegistry.builder().tagParameters().start());
    private final HttpRegistry unable = HttpRegistry.of(FakeRegistry.start());

    @AfterEach
    void close() {
        able.close();
        unable.close();
    }

    @Test
    void theTagsOfOneManifestMoveAtOnce() {
        SampleRelease release = SampleRelease.of("1.0.0");

        assertThat(publish(able, release).failure()).isEmpty();

        assertThat(manifestWrites(able))
                .filteredOn(write -> !write.startsWith("sha256:") || write.contains("?"))
                .containsExactly(release.index().digest() + "?tag=latest&tag=1");
        assertThat(able.registry().tags("acme/hello")).containsExactly("1", "latest");
    }

    @Test
    void aRegistryThatDoesNotKnowThatIsAskedOnce() {
        publish(unable, SampleRelease.of("1.0.0"));
        publish(unable, SampleRelease.of("1.1.0"));

        assertThat(manifestWrites(unable))
                .filteredOn(write -> write.contains("?"))
                .hasSize(1);
        assertThat(unable.registry().tagWrites())
                .containsExactly("acme/hello:latest", "acme/hello:1", "acme/hello:latest", "acme/hello:1");
    }

    @Test
    void allAreTakenBackIfItIsNotKnownWhetherTheyMoved() {
        SampleRelease former = SampleRelease.of("1.0.0");
        publish(able, former);
        able.registry().failNext(request -> request.target().contains("?tag="), Fault.loseAnswer(), 9);

        Outcome outcome = publish(able, SampleRelease.of("1.1.0"));

        assertThat(outcome.failure()).isPresent();
        assertThat(Stream.of("latest", "1").map(tag -> able.open("hello").resolve(tag)))
                .containsOnly(Optional.of(former.index().descriptor()));
    }

    private static List<String> manifestWrites(HttpRegistry at) {
        return at.registry().requests().stream()
                .filter(request ->
                        request.method().equals("PUT") && request.target().contains("/manifests/"))
                .map(request -> request.target().replaceFirst(".*/manifests/", ""))
                .toList();
    }

    private static Outcome publish(HttpRegistry at, SampleRelease release) {
        List<Wanted> tags = Stream.of("latest", "1")
                .map(tag -> at.name("hello") + ":" + tag)
                .map(text -> new Tag(text, ImageReference.parse(text), Access.STRICT, Moves.FORWARD, Optional.empty()))
                .map(tag -> new Wanted(tag, release.index(), false))
                .toList();
        Destination hello = new Destination(
                at.open("hello"), tags.getFirst().tag().reference(), Access.STRICT, true, tags, List.of());
        return new Transaction(
                        Publication.of("hello", release.version(), release.source(), List.of(hello)),
                        new TransactionOptions(false, false, 4, WaitTimes.STANDARD),
                        Ledger.open(new LedgerInMemory()),
                        Attachment.none(),
                        _ -> {})
                .run();
    }
}
