package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry that is not required: what it does wrong keeps nothing from the others. */
@SuppressWarnings("NullAway.Init")
class MirrorTest {
    private static final int EVERY_TIME = 100;

    private Bench bench;
    private FakeRegistry mirror;

    @BeforeEach
    void makeRepository(@TempDir Path folder) throws Exception {
        bench = Bench.hello(folder);
        mirror = FakeRegistry.start();
        bench.configured(withMirror(mirror.address()));
    }

    @AfterEach
    void close() {
        mirror.close();
        bench.close();
    }

    private static String withMirror(String address) throws IOException {
        String hello = Files.readString(Path.of("src/test/scenarios/release/.release.yaml"));
        String manifests = hello.substring(hello.indexOf("  - name_template"));
        String image = "\"{{ .Env.REGISTRY }}/acme/hello:{{ version }}-{{ arch }}\"";
        return hello.replace(image, image + ", " + image.replace("{{ .Env.REGISTRY }}", address))
                + manifests
                        .replace("{{ .Env.REGISTRY }}", address)
                        .replace("&images", "&copies")
                        .replace("*images", "*copies")
                + "registries: [{name: \"" + address + "\", required: false}]\n"
                + "retry: {attempts: 2, delay: 1ms}\n";
    }

    private Outcome release() {
        return bench.jrelease().run("release");
    }

    private void assertLeftOut(Outcome outcome) {
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(7);
        assertThat(outcome.err()).contains("left out from here on");
        assertThat(bench.registry().tags("acme/hello"))
                .containsExactlyInAnyOrder("1.2.3-amd64", "1.2.3-arm64", "1.2.3", "latest");
    }

    @Test
    void isPublishedToAsTheOthers() {
        Outcome outcome = release();

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(mirror.tags("acme/hello")).isEqualTo(bench.registry().tags("acme/hello"));
    }

    @Test
    void mayBeDown() {
        mirror.close();

        assertLeftOut(release());
    }

    @Test
    void mayFailAllTheTime() {
        mirror.failNext(_ -> true, Fault.status(500), EVERY_TIME);

        assertLeftOut(release());
    }

    @Test
    void mayHoldOtherContentUnderTheVersion() {
        PushedImage.add(mirror, "acme/hello", "1.2.3-arm64", "arm64", new byte[1024]);

        Outcome outcome = release();

        assertLeftOut(outcome);
        assertThat(outcome.err()).contains("it holds other content already");
        assertThat(mirror.tags("acme/hello")).containsExactly("1.2.3-arm64");
    }
}
