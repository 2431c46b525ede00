package dev.jrelease.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.docker.buildkit.BuildListener;
import dev.jrelease.image.Access;
import dev.jrelease.image.LayerPlace.InRepository;
import dev.jrelease.secret.Redactor;
import dev.jrelease.testkit.engine.FakeDockerEngine;
import dev.jrelease.testkit.engine.ImageStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ImageOutputTest {
    private final Path folder;

    ImageOutputTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private ImageBuild build(String target, String argument) throws IOException {
        return ImageBuild.of(
                        EngineTest.AMD64,
                        BuildContext.of("FROM scratch\nCOPY a " + target + "\n")
                                .with("a", "a")
                                .in(folder))
                .buildArgs(Map.of(argument, "1000000000"))
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "CONTAINERD, 1.55, SOURCE_DATE_EPOCH, /opt/a, rewriting",
        "CONTAINERD, 1.45, SOURCE_DATE_EPOCH, /opt/a, rewriting",
        "CONTAINERD, 1.45, SOURCE_DATE_EPOCH, /a, stored",
        "CONTAINERD, 1.55, VERSION, /opt/a, stored",
        "CONTAINERD, 1.44, SOURCE_DATE_EPOCH, /opt/a, standard",
        "GRAPH, 1.51, SOURCE_DATE_EPOCH, /opt/a, standard",
        "OLD_GRAPH, 1.41, SOURCE_DATE_EPOCH, /opt/a, standard",
    })
    void onlyAnEngineThatCanIsAskedToRewriteTimesAndOnlyIfThereMayBeOthers(
            ImageStore store, String apiVersion, String argument, String target, String output) throws Exception {
        try (FakeDockerEngine fake = FakeDockerEngine.start(store, apiVersion, "");
                DockerEngine engine = EngineTest.engine(fake.host(), new Redactor())) {
            ImageId id = engine.build(build(target, argument), BuildListener.SILENT);

            assertThat(engine.contains(id)).isTrue();
            assertThat(fake.outputs())
                    .containsExactly(
                            switch (output) {
                                case "rewriting" -> image("\"rewrite-timestamp\":\"true\",");
                                case "stored" -> image("");
                                default -> "";
                            });
        }
    }

    private static String image(String more) {
        return "[{\"Type\":\"image\",\"Attrs\":{\"oci-mediatypes\":\"true\"," + more
                + "\"dangling-name-prefix\":\"moby-dangling\"}}]";
    }

    @Test
    void aPushHasTheSameAttributesThatDecideTheDigest() throws IOException {
        String pushed = ImageOutput.pushed(
                build("/opt/a", "SOURCE_DATE_EPOCH"), new InRepository("localhost:5000/acme/a", Access.STRICT));

        assertThat(pushed)
                .isEqualTo("[{\"Type\":\"image\",\"Attrs\":{\"oci-mediatypes\":\"true\","
                        + "\"rewrite-timestamp\":\"true\",\"name\":\"localhost:5000/acme/a\",\"push\":\"true\","
                        + "\"push-by-digest\":\"true\",\"name-canonical\":\"true\",\"store\":\"false\","
                        + "\"unpack\":\"false\"}}]");
    }

    @Test
    void insecureAccessHoldsForThePushToo() throws IOException {
        InRepository place = new InRepository("registry.example.com/acme/a", Access.INSECURE);

        assertThat(ImageOutput.pushed(build("/a", "VERSION"), place)).contains("\"registry.insecure\":\"true\"");
    }
}
