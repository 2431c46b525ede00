package dev.jrelease.docker;

import dev.jrelease.docker.buildkit.BuildListener;
import dev.jrelease.testkit.engine.FakeDockerEngine;
import dev.jrelease.testkit.engine.ImageStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** The fake keeps the contract in all the ways that engines keep images. */
class FakeDockerEngineTest {

    private record Fake(FakeDockerEngine engine) implements EngineUnderTest {
        Fake(ImageStore store) {
            this(FakeDockerEngine.start(store));
        }

        @Override
        public String host() {
            return engine.host();
        }

        @Override
        public String base() {
            return "base:1";
        }

        @Override
        public void prepareBase(DockerEngine client, Path folder) throws IOException, InterruptedException {
            Path context = BuildContext.of("FROM scratch\nCOPY a /a\n")
                    .with("a", "a shell")
                    .in(folder);
            ImageBuild build = ImageBuild.of(EngineTest.AMD64, context).build();
            engine.tag(client.build(build, BuildListener.SILENT).toString(), base());
        }

        @Override
        public boolean isRunning(String command) {
            return engine.runningBuilds() > 0;
        }

        @Override
        public void close() {
            engine.close();
        }
    }

    @Nested
    class OldGraphdriver extends DockerEngineContract {
        OldGraphdriver() {
            super(new Fake(ImageStore.OLD_GRAPH));
        }
    }

    @Nested
    class Graphdriver extends DockerEngineContract {
        Graphdriver() {
            super(new Fake(ImageStore.GRAPH));
        }
    }

    @Nested
    class ContainerdThatPushes extends DockerEngineContract {
        ContainerdThatPushes() {
            super(new Fake(FakeDockerEngine.start(ImageStore.CONTAINERD, "1.51", "")));
        }
    }

    @Nested
    class Containerd extends DockerEngineContract {
        Containerd() {
            super(new Fake(ImageStore.CONTAINERD));
        }
    }
}
