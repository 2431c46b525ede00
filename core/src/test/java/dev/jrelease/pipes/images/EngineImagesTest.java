package dev.jrelease.pipes.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.docker.BuildContext;
import dev.jrelease.docker.DockerEngine;
import dev.jrelease.docker.ImageBuild;
import dev.jrelease.docker.ImageId;
import dev.jrelease.docker.buildkit.BuildListener;
import dev.jrelease.environment.Environment;
import dev.jrelease.image.Platform;
import dev.jrelease.secret.Redactor;
import dev.jrelease.testkit.engine.FakeDockerEngine;
import dev.jrelease.testkit.engine.ImageStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
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
    private final EngineImages images = new EngineImages(engine);

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

        assertThat(engine.images()).containsExactly(before);
    }

    @Test
    void whatTwoBuildsShareIsRemovedOnceWhenBothHaveEnded() throws Exception {
        images.enter();
        images.enter();
        ImageId shared = build("the same");
        images.made(shared);
        images.made(build("the same"));

        images.leave();
        assertThat(engine.images()).containsExactly(shared);

        images.leave();
        assertThat(engine.images()).isEmpty();
        assertThat(fake.requests()).containsOnlyOnce("DELETE /images/" + shared);
    }

    @Test
    void whatOneMadeIsRemovedWhenAnotherFails() throws Exception {
        images.enter();
        images.made(build("the same"));
        images.enter();
        images.leave();
        images.leave();

        assertThat(engine.images()).isEmpty();
    }

    @Test
    void whatComesBetweenTwoTimesOfBuildingStays() throws Exception {
        images.enter();
        images.leave();
        ImageId between = build("somebody else's");

        images.enter();
        images.made(build("somebody else's"));
        images.leave();

        assertThat(engine.images()).containsExactly(between);
    }
}
