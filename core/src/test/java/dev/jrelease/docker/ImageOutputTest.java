package dev.jrelease.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.docker.buildkit.BuildListener;
import dev.jrelease.secret.Redactor;
import dev.jrelease.testkit.engine.FakeDockerEngine;
import dev.jrelease.testkit.engine.ImageStore;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ImageOutputTest {
    private static final String REWRITES = "[{\"Type\":\"image\",\"Attrs\":"
            + "{\"rewrite-timestamp\":\"true\",\"dangling-name-prefix\":\"moby-dangling\"}}]";

    @ParameterizedTest
    @CsvSource({
        "CONTAINERD, 1.55, SOURCE_DATE_EPOCH, true",
        "CONTAINERD, 1.45, SOURCE_DATE_EPOCH, true",
        "CONTAINERD, 1.44, SOURCE_DATE_EPOCH, false",
        "CONTAINERD, 1.55, VERSION, false",
        "GRAPH, 1.51, SOURCE_DATE_EPOCH, false",
        "OLD_GRAPH, 1.41, SOURCE_DATE_EPOCH, false",
    })
    void onlyAnEngineThatCanIsAskedToRewriteTimes(
            ImageStore store, String apiVersion, String argument, boolean rewrites, @TempDir Path folder)
            throws Exception {
        ImageBuild build = ImageBuild.of(
                        EngineTest.AMD64,
                        BuildContext.of("FROM scratch\nCOPY a /opt/a\n")
                                .with("a", "a")
                                .in(folder))
                .buildArgs(Map.of(argument, "1000000000"))
                .build();

        try (FakeDockerEngine fake = FakeDockerEngine.start(store, apiVersion, "");
                DockerEngine engine = EngineTest.engine(fake.host(), new Redactor())) {
            ImageId id = engine.build(build, BuildListener.SILENT);

            assertThat(engine.contains(id)).isTrue();
            assertThat(fake.outputs()).containsExactly(rewrites ? REWRITES : "");
        }
    }
}
