package dev.jrelease.pipes.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.concurrent.Lazy;
import dev.jrelease.docker.BuildContext;
import dev.jrelease.docker.DockerEngine;
import dev.jrelease.docker.ImageBuild;
import dev.jrelease.docker.ImageId;
import dev.jrelease.docker.buildkit.BuildListener;
import dev.jrelease.environment.Environment;
import dev.jrelease.image.Platform;
import dev.jrelease.process.ProcessMark;
import dev.jrelease.secret.Redactor;
import dev.jrelease.testkit.engine.FakeDockerEngine;
import dev.jrelease.testkit.engine.ImageStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EngineImagesTest {
    private final FakeDockerEngine fake = FakeDockerEngine.start(ImageStore.GRAPH);
    private final DockerEngine engine = DockerEngine.of(
            new Environment(Map.of("DOCKER_HOST", fake.host()), Path.of("/nonexistent"), Path.of("/nonexistent")),
            new Redactor());
    private final ProcessMark self = ProcessMark.own();
    private final EngineImages images = images(self);

    private EngineImages images(ProcessMark run) {
        return new EngineImages(engine, new Lazy<>(() -> run));
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void close() {
        engine.close();
        fake.close();
    }

    private ImageId build(String content) throws IOException, InterruptedException {
        return engine.build(request(content), BuildListener.SILENT);
    }

    /** A build as a run does it. */
    private ImageId made(String content) throws IOException, InterruptedException {
        TemporaryTag tag = images.next();
        ImageId id = engine.build(request(content).named(tag.toString()), BuildListener.SILENT);
        images.made(id, tag);
        return id;
    }

    private ImageBuild request(String content) throws IOException {
        Path context = BuildContext.of("FROM scratch\nCOPY file /\n")
                .with("file", content)
                .in(folder);
        return ImageBuild.of(Platform.of("linux", "amd64"), context).build();
    }

    @Test
    void whatWasMadeGoesAndOtherImagesStay() throws Exception {
        ImageId other = build("somebody else's");

        images.enter();
        ImageId made = made("the same");
        assertThat(images.tag(made)).isPresent();
        images.leave();

        assertThat(engine.names()).isEqualTo(Map.of(other, Set.of()));
    }

    @Test
    void anImageIsNeverWithoutATag() throws Exception {
        images.enter();
        ImageId built = engine.build(request("the same").named(images.next().toString()), BuildListener.SILENT);

        assertThat(engine.names().get(built)).singleElement().asString().startsWith(TemporaryTag.REPOSITORY);
        images.leave();
        assertThat(engine.names()).isEmpty();
    }

    @Test
    void whatWasThereBeforeUnderANameKeepsItAlone() throws Exception {
        ImageId before = build("the same");
        fake.tag(before.toString(), "acme/app:dev");

        images.enter();
        ImageId _ = made("the same");
        images.leave();

        assertThat(engine.names()).isEqualTo(Map.of(before, Set.of("acme/app:dev")));
    }

    @Test
    void whatGetsANameMeanwhileKeepsIt() throws Exception {
        images.enter();
        ImageId made = made("the same");
        fake.tag(made.toString(), "acme/app:dev");
        images.leave();

        assertThat(engine.names()).isEqualTo(Map.of(made, Set.of("acme/app:dev")));
    }

    @Test
    void whatAKilledRunLeftGoesWhenTheNextBegins() throws Exception {
        ImageId left = build("left");
        leave(left, ended());
        ImageId leftTwice = build("left twice");
        leave(leftTwice, ended());
        leave(leftTwice, new ProcessMark(self.place(), self.pid(), self.start() - 3600));
        ImageId older = build("left elsewhere");
        leave(older, elsewhere(Duration.ofHours(25)));
        ImageId pushed = build("left in the middle of a push");
        fake.tag(
                pushed.toString(),
                "127.0.0.1:28473/jrelease:" + TemporaryTag.next(ended()).tag());
        ImageId other = build("somebody else's");
        fake.tag(
                other.toString(),
                "127.0.0.1:5000/jrelease:" + TemporaryTag.next(ended()).tag());
        fake.tag(other.toString(), "jrelease.invalid/build:mine");

        images.enter();
        images.leave();

        assertThat(engine.names().keySet()).containsExactly(other);
    }

    @Test
    void whatAnotherRunStillNeedsStaysAndGoesWithTheLast() throws Exception {
        ImageId shared = build("the same");
        TemporaryTag here = leave(shared, self);
        ImageId remote = build("made elsewhere");
        TemporaryTag elsewhere = leave(remote, elsewhere(Duration.ofHours(23)));

        images.enter();
        ImageId _ = made("the same");
        images.leave();

        assertThat(engine.names())
                .isEqualTo(Map.of(shared, Set.of(here.toString()), remote, Set.of(elsewhere.toString())));

        images.enter();
        ImageId _ = made("the same");
        engine.untag(here.toString());
        assertThat(engine.names().keySet()).contains(shared);
        images.leave();
        assertThat(engine.names().keySet()).containsExactly(remote);
    }

    @Test
    void anImageThatSomethingElseRemovedIsNoFailure() throws Exception {
        images.enter();
        ImageId gone = made("the same");
        images.tag(gone).ifPresent(tag -> engine.untag(tag.toString()));
        images.leave();

        assertThat(engine.names().keySet()).isEmpty();
    }

    private TemporaryTag leave(ImageId id, ProcessMark run) {
        TemporaryTag tag = TemporaryTag.next(run);
        assertThat(engine.tag(id, TemporaryTag.REPOSITORY, tag.tag())).isTrue();
        return tag;
    }

    private ProcessMark ended() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return new ProcessMark(self.place(), process.pid(), self.start());
    }

    private ProcessMark elsewhere(Duration before) {
        return new ProcessMark("0123456789ab", 1, self.start() - before.toSeconds());
    }

    @Test
    void whatTwoBuildsShareIsRemovedOnceWhenBothHaveEnded() throws Exception {
        images.enter();
        images.enter();
        ImageId shared = made("the same");
        assertThat(made("the same")).isEqualTo(shared);

        images.leave();
        assertThat(engine.names().keySet()).containsExactly(shared);

        images.leave();
        assertThat(engine.names().keySet()).isEmpty();
    }

    @Test
    void whatOneMadeIsRemovedWhenAnotherFails() throws Exception {
        images.enter();
        ImageId _ = made("the same");
        images.enter();
        images.leave();
        images.leave();

        assertThat(engine.names().keySet()).isEmpty();
    }
}
