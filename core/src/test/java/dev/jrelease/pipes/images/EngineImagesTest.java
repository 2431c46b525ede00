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
        Path context = BuildContext.of("FROM scratch\nCOPY file /\n")
                .with("file", content)
                .in(folder);
        return engine.build(
                ImageBuild.of(Platform.of("linux", "amd64"), context).build(), BuildListener.SILENT);
    }

    @Test
    void whatWasThereBeforeStays() throws Exception {
        ImageId before = build("the same");

        images.enter();
        images.made(build("the same"));
        images.made(build("another"));
        images.leave();

        assertThat(engine.names().keySet()).containsExactly(before);
        assertThat(engine.names().get(before)).isEmpty();
    }

    @Test
    void whatWasThereBeforeUnderANameKeepsItAlone() throws Exception {
        ImageId before = build("the same");
        fake.tag(before.toString(), "acme/app:dev");

        images.enter();
        images.made(build("the same"));
        images.leave();

        assertThat(engine.names()).isEqualTo(Map.of(before, Set.of("acme/app:dev")));
    }

    @Test
    void whatGetsANameMeanwhileKeepsIt() throws Exception {
        images.enter();
        ImageId made = build("the same");
        images.made(made);
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
        images.made(build("the same"));
        images.leave();

        assertThat(engine.names())
                .isEqualTo(Map.of(shared, Set.of(here.toString()), remote, Set.of(elsewhere.toString())));

        images.enter();
        images.made(build("the same"));
        engine.untag(here.toString());
        assertThat(engine.names().keySet()).contains(shared);
        images.leave();
        assertThat(engine.names().keySet()).containsExactly(remote);
    }

    @Test
    void whatAnotherRunTookAwayIsOursWhenItIsMadeAgain() throws Exception {
        ImageId theirs = build("the same");

        images.enter();
        images.made(build("the same"));
        engine.untag(theirs.toString());
        images.made(build("removed meanwhile"));
        images.lost(theirs);
        images.made(build("the same"));
        images.leave();

        assertThat(engine.names().keySet()).isEmpty();
    }

    @Test
    void anImageThatIsGoneBeforeItHasATagIsNoFailure() throws Exception {
        images.enter();
        ImageId gone = build("the same");
        engine.untag(gone.toString());
        images.made(gone);
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
        ImageId shared = build("the same");
        images.made(shared);
        images.made(build("the same"));

        images.leave();
        assertThat(engine.names().keySet()).containsExactly(shared);

        images.leave();
        assertThat(engine.names().keySet()).isEmpty();
        assertThat(fake.requests())
                .filteredOn(request -> request.startsWith("DELETE "))
                .hasSize(1);
    }

    @Test
    void whatOneMadeIsRemovedWhenAnotherFails() throws Exception {
        images.enter();
        images.made(build("the same"));
        images.enter();
        images.leave();
        images.leave();

        assertThat(engine.names().keySet()).isEmpty();
    }

    @Test
    void whatComesBetweenTwoTimesOfBuildingStays() throws Exception {
        images.enter();
        images.leave();
        ImageId between = build("somebody else's");

        images.enter();
        images.made(build("somebody else's"));
        images.leave();

        assertThat(engine.names().keySet()).containsExactly(between);
    }
}
