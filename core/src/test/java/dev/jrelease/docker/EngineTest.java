package dev.jrelease.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.docker.buildkit.BuildEvent;
import dev.jrelease.environment.Environment;
import dev.jrelease.image.ImageConfig;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Platform;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Builds and exports on some engine, and sees to it that nothing of it stays there. */
abstract class EngineTest {
    static final Platform AMD64 = Platform.of("linux", "amd64");
    static final Platform ARM64 = Platform.of("linux", "arm64");

    final EngineUnderTest tested;
    final Redactor redactor = new Redactor();
    final MemorySink sink = new MemorySink();
    final Queue<BuildEvent> events = new ConcurrentLinkedQueue<>();
    final DockerEngine engine;
    private final Queue<ImageId> built = new ConcurrentLinkedQueue<>();
    private Set<ImageId> before = Set.of();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    EngineTest(EngineUnderTest tested) {
        this.tested = tested;
        this.engine = engine(tested.host(), redactor);
    }

    static DockerEngine engine(String host, Redactor redactor) {
        return DockerEngine.of(environment(host), redactor);
    }

    static Environment environment(String host) {
        Path nowhere = Path.of("/nonexistent");
        return new Environment(Map.of("DOCKER_HOST", host), nowhere, nowhere);
    }

    @BeforeEach
    void rememberWhatIsThere() throws Exception {
        tested.prepareBase(engine, folder);
        before = engine.names().keySet();
    }

    @AfterEach
    void removeWhatWasBuilt() {
        built.removeAll(before);
        built.forEach(id -> engine.untag(id.toString()));
        assertThat(engine.names().keySet()).noneMatch(built::contains);
        engine.close();
        tested.close();
    }

    ImageId build(ImageBuild build) throws InterruptedException {
        ImageId id = engine.build(build, events::add);
        built.add(id);
        return id;
    }

    ImageBuild.Builder of(BuildContext context) throws IOException {
        return ImageBuild.of(AMD64, context.in(folder));
    }

    /** A word that makes a step new to every cache. */
    static String unique() {
        return UUID.randomUUID().toString();
    }

    ImageConfig config(ImageManifest manifest) {
        return ImageConfig.read(sink.get(manifest.config().digest()));
    }
}
