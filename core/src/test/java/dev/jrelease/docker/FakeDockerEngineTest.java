package dev.jrelease.docker;

import dev.jrelease.docker.buildkit.BuildListener;
import dev.jrelease.testkit.engine.FakeDockerEngine;
import dev.jrelease.testkit.engine.ImageStore;
import java.io.IOException;
import org.junit.jupiter.api.Nested;

/** The fake keeps the contract in all the ways that engines keep images. */
class FakeDockerEngineTest {

    abstract static class Fake extends DockerEngineContract {
        private final FakeDockerEngine fake;

        Fake(ImageStore store) {
            this.fake = FakeDockerEngine.start(store);
        }

        @Override
        void prepareBase() throws IOException, InterruptedException {
            BuildContext context = BuildContext.of("FROM scratch\nCOPY a /a\n").with("a", "a shell");
            ImageId id = engine.build(of(context).build(), BuildListener.SILENT);
            fake.tag(id.toString(), base());
        }

        @Override
        void release() {
            fake.close();
        }

        @Override
        String host() {
            return fake.host();
        }

        @Override
        String base() {
            return "base:1";
        }

        @Override
        boolean isRunning(String command) {
            return fake.runningBuilds() > 0;
        }
    }

    @Nested
    class OldGraphdriver extends Fake {
        OldGraphdriver() {
            super(ImageStore.OLD_GRAPH);
        }
    }

    @Nested
    class Graphdriver extends Fake {
        Graphdriver() {
            super(ImageStore.GRAPH);
        }
    }

    @Nested
    class Containerd extends Fake {
        Containerd() {
            super(ImageStore.CONTAINERD);
        }
    }
}
